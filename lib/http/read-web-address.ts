import { isIP } from 'node:net';
import { isPublicAddress } from './is-public-address.ts';
import type { FetchRefused, RefusalReason } from './web-fetcher.ts';

/** Ports that web servers use; the empty string is the scheme's own. */
const WEB_PORTS = new Set(['', '80', '443', '8080', '8443']);

/** Ends of names that never stand in public DNS. @see https://www.iana.org/assignments/special-use-domain-names */
const SPECIAL_ENDS = [
  'localhost',
  'local',
  'internal',
  'intranet',
  'lan',
  'corp',
  'home',
  'private',
  'arpa',
  'test',
  'invalid',
  'example',
  'onion',
  'alt',
  'localdomain',
];

function refuse(reason: RefusalReason, detail: string): FetchRefused {
  return { status: 'refused', reason, detail };
}

/** The host of an address as a resolver or a socket takes it: no brackets, no dot at the end. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

function refuseHost(url: URL): FetchRefused | undefined {
  if (!WEB_PORTS.has(url.port)) return refuse('not-a-web-address', `port ${url.port} is not a web server's`);
  const host = bareHost(url);
  if (isIP(host) !== 0) {
    return isPublicAddress(host) ? undefined : refuse('not-a-public-address', `not a public address: ${host}`);
  }
  const labels = host.split('.');
  if (labels.length < 2 || labels.includes('') || SPECIAL_ENDS.includes(labels.at(-1) ?? '')) {
    return refuse('not-a-public-address', `not a public name: ${host}`);
  }
  return undefined;
}

export interface AddressRules {
  /** Exact origins for which the rules on host and port do not hold. */
  allowedOrigins: ReadonlySet<string>;
  urlChars: number;
}

/**
 * The address to ask, without its fragment, or why it may not be asked. Decides on what `new URL` makes of the text,
 * so that every spelling of an address is judged as the address it means.
 *
 * @param base the address that redirected here, for relative targets
 */
export function readWebAddress(text: string, rules: AddressRules, base?: URL): URL | FetchRefused {
  if (text.length > rules.urlChars) return refuse('not-a-web-address', `longer than ${rules.urlChars} characters`);
  // URL would turn backslashes into slashes and drop tabs and line ends: two readers could see two hosts.
  if (/[\\\x00-\x1f\x7f]/.test(text)) return refuse('not-a-web-address', 'contains a backslash or control character');
  const url = URL.parse(text, base);
  if (url === null) return refuse('not-a-web-address', 'not an address');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return refuse('not-a-web-address', `${url.protocol.slice(0, 20)} is not http or https`);
  }
  if (url.username !== '' || url.password !== '')
    return refuse('not-a-web-address', 'contains a user name or password');
  url.hash = '';
  if (rules.allowedOrigins.has(url.origin)) return url;
  return refuseHost(url) ?? url;
}
