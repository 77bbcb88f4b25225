const GMAIL = new Set(['gmail.com', 'googlemail.com']);

/**
 * The mailbox in which an address ends, for counting and comparing; never to be written to. `name+anything@` is that of
 * `name@`; at Gmail dots say nothing, and its two domains are one.
 *
 * @see https://support.google.com/mail/answer/7436150
 */
export function mailboxOf(address: string): string {
  const folded = address.toLowerCase();
  const at = folded.lastIndexOf('@');
  const [name = '', domain] = [folded.slice(0, at).replace(/\+.*$/, ''), folded.slice(at + 1)];
  return GMAIL.has(domain) ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${domain}`;
}
