import { expect, test } from 'vitest';
import { composeEml } from '../../lib/digest/compose-eml.ts';
import { renderHtml } from '../../lib/digest/render-html.ts';
import { renderText } from '../../lib/digest/render-text.ts';
import { sampleDigest, sampleLinks } from './sample-digest.ts';

const at = new Date('2026-08-29T05:00:00.000Z');
const decodeWord = (word: string): string =>
  Buffer.from(/^=\?utf-8\?B\?(.*)\?=$/.exec(word)?.[1] ?? '', 'base64').toString();

/** The mail taken apart again: unfolded headers, decoded parts by type. */
function parse(eml: string) {
  const [head = '', ...rest] = eml.split('\r\n\r\n');
  const unfolded = head.replace(/\r\n /g, ' ');
  const headers = Object.fromEntries(unfolded.split('\r\n').map((line) => line.split(/: (.*)/s).slice(0, 2)));
  const boundary = /boundary="(.*)"/.exec(headers['Content-Type'] ?? '')?.[1] ?? '';
  const parts = rest.join('\r\n\r\n').split(`--${boundary}`).slice(1, -1);
  const bodies = parts.map((part) => {
    const [partHead = '', body = ''] = part.split('\r\n\r\n');
    return [/Content-Type: ([a-z/]+)/.exec(partHead)?.[1], Buffer.from(body, 'base64').toString()];
  });
  return { headers, parts: Object.fromEntries(bodies), types: bodies.map(([type]) => type) };
}

test.each(['en', 'fa'] as const)('a mail is what it was made of when it is taken apart again (%s)', (language) => {
  const digest = sampleDigest(language);
  const mail = {
    to: 'reader@reader.example',
    subject: digest.subject,
    html: renderHtml(digest, sampleLinks),
    text: renderText(digest, sampleLinks),
    headers: { 'List-Id': 'Vigil daily digest <daily.vigil.vigil.example>' },
  };
  const eml = composeEml(mail, { from: 'digest@vigil.example', at });
  const { headers, parts, types } = parse(eml);
  const words = (headers.Subject ?? '').split(' ').map(decodeWord).join('');
  expect(language === 'en' && !headers.Subject?.startsWith('=?') ? headers.Subject : words).toBe(mail.subject);
  expect({ parts, types }).toEqual({
    parts: { 'text/plain': mail.text, 'text/html': mail.html },
    types: ['text/plain', 'text/html'],
  });
  expect(headers).toMatchObject({
    From: 'digest@vigil.example',
    To: 'reader@reader.example',
    Date: 'Sat, 29 Aug 2026 05:00:00 +0000',
    'List-Id': 'Vigil daily digest <daily.vigil.vigil.example>',
    'MIME-Version': '1.0',
  });
  expect(eml.split('\r\n').filter((line) => line.length > 998 || /[^\x20-\x7E]/.test(line))).toEqual([]);
});

test('no character of a subject is parted between two encoded words', () => {
  const subject = '🕯️'.repeat(60);
  const mail = { to: 'a@b.example', subject, html: '<p>x</p>', text: 'x', headers: {} };
  const { headers } = parse(composeEml(mail, { from: 'digest@vigil.example', at }));
  const words = (headers.Subject ?? '').split(' ').map(decodeWord);
  expect(words.join('')).toBe(subject);
  expect(words.filter((word: string) => word.includes('\uFFFD'))).toEqual([]);
});
