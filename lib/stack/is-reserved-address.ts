/**
 * Whether a mail or web address stands under a name that nobody can own: good enough to look at the template, useless in AWS.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6761 and https://www.rfc-editor.org/rfc/rfc2606#section-3
 */
export function isReservedAddress(address: string): boolean {
  const host = address.includes('://') ? new URL(address).hostname : address.replace(/^.*@|[?].*$/g, '');
  return /(^|\.)(example|example\.(com|net|org)|test|invalid|localhost)$/i.test(host);
}
