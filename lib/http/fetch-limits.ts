const MEBIBYTE = 1024 * 1024;

/** What one request may take. Tests make them small; nothing else should change them. */
export interface FetchLimits {
  /** For a whole chain: names, connections, redirects, robots.txt and bodies; waiting for a host's turn is not counted. */
  deadlineSeconds: number;
  /** For one connection: name, TCP and TLS. */
  connectSeconds: number;
  redirects: number;
  /** Bytes as sent, before decompression. */
  wireBytes: Readonly<Record<DocumentKind, number>>;
  /** Bytes after decompression. */
  decodedBytes: number;
  /** A body must bring this many bytes per second in every window of `rateWindowSeconds`, the last one excepted. */
  bytesPerSecond: number;
  rateWindowSeconds: number;
  urlChars: number;
}

/** What is asked for: decides size caps, media types and what happens above the cap. */
export type DocumentKind = 'feed' | 'page' | 'robots';

/**
 * 512 KiB of robots.txt is above the 500 KiB that must be read.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9309#section-2.5
 */
export const FETCH_LIMITS: FetchLimits = {
  deadlineSeconds: 20,
  connectSeconds: 8,
  redirects: 5,
  wireBytes: { page: 6 * MEBIBYTE, feed: 10 * MEBIBYTE, robots: MEBIBYTE / 2 },
  decodedBytes: 15 * MEBIBYTE,
  bytesPerSecond: 500,
  rateWindowSeconds: 5,
  urlChars: 4096,
};
