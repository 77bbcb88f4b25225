import { createHash } from 'node:crypto';
import type { Mail } from './mailer.ts';

/** An encoded word has 75 characters at most; so many octets fit into its base64. @see RFC 2047, section 2 */
const WORD_OCTETS = 45;

/** Base64 in lines of 76. @see RFC 2045, section 6.8 */
const lines = (text: string): string =>
  Buffer.from(text, 'utf8').toString('base64').replace(/.{76}/g, '$&\r\n').trimEnd();

/** A header's text as encoded words, folded; plain where it is printable ASCII and short. */
function encodeHeader(text: string): string {
  if (/^[\x20-\x7E]{0,900}$/.test(text)) return text;
  const words: string[] = [''];
  // A character is never parted between two words.
  for (const character of text) {
    const grown = words.at(-1) + character;
    if (Buffer.byteLength(grown) <= WORD_OCTETS) words[words.length - 1] = grown;
    else words.push(character);
  }
  return words.map((word) => `=?utf-8?B?${Buffer.from(word, 'utf8').toString('base64')}?=`).join('\r\n ');
}

/**
 * A mail as it travels: multipart/alternative with the text first, as RFC 2046 has it, both parts in base64. For reading a
 * preview in a mail program; what is really sent, SES composes.
 *
 * @param mail header values are ASCII
 */
export function composeEml(mail: Omit<Mail, 'tags'>, sent: { from: string; at: Date }): string {
  const id = createHash('sha256').update(`${mail.to}\n${mail.subject}\n${mail.html}`).digest('hex').slice(0, 32);
  const boundary = `=_vigil_${id}`;
  const part = (type: string, body: string): string =>
    [
      `--${boundary}`,
      `Content-Type: ${type}; charset=utf-8`,
      'Content-Transfer-Encoding: base64',
      '',
      lines(body),
    ].join('\r\n');
  const headers = {
    From: sent.from,
    To: mail.to,
    Subject: encodeHeader(mail.subject),
    Date: sent.at.toUTCString().replace('GMT', '+0000'),
    'Message-ID': `<${id}@${sent.from.slice(sent.from.lastIndexOf('@') + 1)}>`,
    ...mail.headers,
    'MIME-Version': '1.0',
    'Content-Type': `multipart/alternative;\r\n boundary="${boundary}"`,
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [...head, '', part('text/plain', mail.text), part('text/html', mail.html), `--${boundary}--`, ''].join('\r\n');
}
