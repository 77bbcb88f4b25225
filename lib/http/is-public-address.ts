import ipaddr from 'ipaddr.js';

/** 2000::/3, the only part of IPv6 that is given out as global unicast; everything else is refused unseen. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Special inside global unicast, whether or not ipaddr.js names them.
 *
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const SPECIAL_IPV6 = [
  '2001::/23', // protocol assignments: Teredo, benchmarking, ORCHID …
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4: an IPv4 address inside
  '2620:4f:8000::/48', // AS112
  '3fff::/20', // documentation
  '3ffe::/16', // the former 6bone
].map((range) => ipaddr.IPv6.parseCIDR(range));

/** Reachable like a public address, but answered by the cloud's own host. */
const CLOUD_HOSTS = ['168.63.129.16'].map((address) => ipaddr.IPv4.parse(address));

/** ISATAP puts an IPv4 address behind 0000:5efe or 0200:5efe. @see https://www.rfc-editor.org/rfc/rfc5214#section-6.1 */
const isIsatap = (parts: readonly number[]): boolean => parts[5] === 0x5efe && (parts[4] === 0 || parts[4] === 0x200);

/**
 * Whether a literal address is public unicast. IPv6 addresses that carry an IPv4 address (mapped, compatible, NAT64,
 * 6to4, Teredo, ISATAP) never are, whatever they carry: a gateway could open them.
 *
 * @param address dotted decimal or IPv6 without brackets; anything else, such as a zone, is not public
 */
export function isPublicAddress(address: string): boolean {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) {
    const ipv4 = ipaddr.IPv4.parse(address);
    return ipv4.range() === 'unicast' && !CLOUD_HOSTS.some((host) => ipv4.match(host, 32));
  }
  if (!ipaddr.IPv6.isValid(address) || address.includes('%')) return false;
  const ipv6 = ipaddr.IPv6.parse(address);
  if (!ipv6.match(GLOBAL_UNICAST) || isIsatap(ipv6.parts)) return false;
  return ipv6.range() === 'unicast' && !SPECIAL_IPV6.some((range) => ipv6.match(range));
}
