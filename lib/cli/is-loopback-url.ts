/** Whether the address names this machine itself. */
export function isLoopbackUrl(url: string): boolean {
  const host = URL.parse(url)?.hostname ?? '';
  return /^(?:localhost|(?:.+\.)?localhost\.?|127(?:\.\d{1,3}){3}|\[::1\])$/.test(host);
}

/** Whether both addresses name one server of this machine, by whichever of the machine's names. */
export function isSameLoopbackServer(a: string, b: string): boolean {
  if (!isLoopbackUrl(a) || !isLoopbackUrl(b)) return false;
  const [first, second] = [new URL(a), new URL(b)];
  return first.protocol === second.protocol && first.port === second.port;
}
