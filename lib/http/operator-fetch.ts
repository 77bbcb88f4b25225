/** A discovery document or a set of keys is some kilobytes. */
const MOST_BYTES = 1_000_000;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether an address of the operator's own may be asked: by https, or on this machine. */
export function isOperatorAddress(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
}

/**
 * `fetch` for addresses that stand in the operator's own settings, and those that the server there names: the issuer
 * of sign-ins may well be private, so no address is refused for what it leads to. Strangers' addresses go through
 * WebFetcher. No redirect is followed; the caller gives the time by `signal`.
 *
 * @throws TypeError for plain http beyond loopback, and for an answer above a megabyte
 */
export async function operatorFetch(address: string, options: RequestInit): Promise<Response> {
  if (!isOperatorAddress(address)) throw new TypeError('only https, or http on this machine');
  const response = await fetch(address, { ...options, redirect: 'manual' });
  const bytes = await readAtMost(response, MOST_BYTES);
  const { status, statusText, headers } = response;
  return new Response(bytes.length > 0 ? bytes : null, { status, statusText, headers });
}

async function readAtMost(response: Response, mostBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > mostBytes) throw new TypeError(`the answer is above ${mostBytes} bytes`);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
