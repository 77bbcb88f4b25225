/** One polite GET of a stranger's address. */
export interface FetchRequest {
  url: string;
  /** Decides the size cap and the media types that are let in. */
  kind: 'feed' | 'page';
  etag?: string | undefined;
  lastModified?: string | undefined;
}

/** Why nothing was sent, or nothing was read further: the address or its owner does not allow it. */
export type RefusalReason = 'not-a-public-address' | 'not-a-web-address' | 'blocked-by-robots' | 'too-many-redirects';

/** Why a request that was sent brought nothing. */
export type FailureReason =
  | 'gone' // 410
  | 'not-found' // 404
  | 'throttled' // 429, 503 with Retry-After
  | 'forbidden' // 401, 403, 451
  | 'client-error' // other 4xx
  | 'server-error' // 5xx
  | 'too-slow' // the deadline of the whole chain, or below the minimum rate
  | 'too-large' // wire or decoded bytes above the cap
  | 'wrong-type' // a media type that is neither feed nor page
  | 'cut-short' // fewer bytes than announced, truncated compression
  | 'unreachable'; // name resolution, connection, TLS

export interface FetchedDocument {
  status: 'fetched';
  /** The address after redirects. */
  url: string;
  bytes: Uint8Array;
  contentType: string | undefined;
  etag: string | undefined;
  lastModified: string | undefined;
  /** Where a chain of only permanent redirects (301, 308) led; absent when none or a temporary one was among them. */
  movedPermanentlyTo: string | undefined;
  /** Present where robots.txt was not asked by the operator's decision: one sentence with its reason. */
  robotsException?: string;
}

export interface NotModified {
  status: 'not-modified';
  movedPermanentlyTo: string | undefined;
}

export interface FetchRefused {
  status: 'refused';
  reason: RefusalReason;
  /** One sentence for a person. */
  detail: string;
}

export interface FetchFailed {
  status: 'failed';
  reason: FailureReason;
  /** One sentence for a person. */
  detail: string;
  httpStatus?: number | undefined;
  /** From Retry-After, clamped to 60 … 86,400. */
  retryAfterSeconds?: number | undefined;
}

export type FetchOutcome = FetchedDocument | NotModified | FetchRefused | FetchFailed;

/** The only way to an outside address. Never throws for what the other side does. */
export interface WebFetcher {
  fetch(request: FetchRequest): Promise<FetchOutcome>;
}
