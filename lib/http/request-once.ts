import { isUtf8 } from 'node:buffer';
import { Client } from 'undici';
import type { Deadline } from './deadline.ts';
import type { DocumentKind, FetchLimits } from './fetch-limits.ts';
import { type ConnectorNeeds, createGuardedConnector } from './guarded-connector.ts';
import { isAcceptedMediaType, isUnsaidMediaType } from './is-accepted-media-type.ts';
import { looksLikeHtml } from './looks-like-html.ts';
import { readBody } from './read-body.ts';
import { readStatus } from './read-status.ts';
import type { FetchedDocument, FetchFailed, NotModified } from './web-fetcher.ts';

const ACCEPT: Readonly<Record<DocumentKind, string>> = {
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5',
  page: 'text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.5',
  robots: 'text/plain, */*;q=0.5',
};

/** Room for response headers; content security policies of news sites pass Node's 16 KiB. */
const MAX_HEADER_BYTES = 32 * 1024;

interface Redirect {
  status: 'redirect';
  /** Location as sent; empty when there is none. */
  location: string;
  isPermanent: boolean;
}

export type OnceOutcome =
  | Redirect
  | Omit<FetchedDocument, 'movedPermanentlyTo'>
  | Omit<NotModified, 'movedPermanentlyTo'>
  | FetchFailed;

export interface OnceRequest {
  kind: DocumentKind;
  isAllowedOrigin: boolean;
  /** Sent as they are: If-None-Match, If-Modified-Since. */
  conditions: Readonly<Record<string, string>>;
  deadline: Deadline;
}

export interface OnceNeeds extends Omit<ConnectorNeeds, 'connectSeconds'> {
  userAgent: string;
  limits: FetchLimits;
  /** Epoch milliseconds. */
  now: () => number;
}

const firstOf = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;
const joined = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(',') : header;

/** Headers come as Latin-1; servers that do not escape other scripts send UTF-8. */
function readLocation(header: string | undefined): string {
  const bytes = Buffer.from(header ?? '', 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : bytes.toString('latin1');
}

/**
 * One GET to one address over a connection of its own, redirects left to the caller. A connection lives for one
 * request, so that no address is used longer than the check of it, and none grows stale in a frozen process.
 *
 * @throws what undici, the resolver, the guarded connector and readBody throw
 */
export async function requestOnce(url: URL, request: OnceRequest, needs: OnceNeeds): Promise<OnceOutcome> {
  const { limits } = needs;
  const signal = request.deadline.signal;
  const connectorNeeds = { resolve: needs.resolve, dial: needs.dial, connectSeconds: limits.connectSeconds };
  const client = new Client(url.origin, {
    connect: createGuardedConnector(url, request.isAllowedOrigin, signal, connectorNeeds),
    allowH2: false,
    // The chain has one deadline, and bodies a minimum rate.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: MAX_HEADER_BYTES,
  });
  try {
    const headers = {
      'user-agent': needs.userAgent,
      accept: ACCEPT[request.kind],
      'accept-encoding': 'gzip, deflate, br',
      ...request.conditions,
    };
    const path = url.pathname + url.search;
    const response = await client.request({ method: 'GET', path, headers, signal, reset: true });
    // Leaving before the body is read makes the client drop it, which the body reports as an error to nobody.
    response.body.on('error', () => {});
    const status = response.statusCode;
    const answer = response.headers;
    if ([301, 302, 303, 307, 308].includes(status)) {
      const location = readLocation(firstOf(answer.location));
      return { status: 'redirect', location, isPermanent: status === 301 || status === 308 };
    }
    if (status === 304 && Object.keys(request.conditions).length > 0) return { status: 'not-modified' };
    const failure = readStatus(status, firstOf(answer['retry-after']), needs.now());
    if (failure) return failure;
    const contentType = firstOf(answer['content-type']);
    if (!isAcceptedMediaType(contentType, request.kind)) {
      const detail = `not a ${request.kind}: ${contentType?.split(';', 1)[0]?.slice(0, 80)}`;
      return { status: 'failed', reason: 'wrong-type', detail, httpStatus: status };
    }
    const bytes = await readBody(
      response.body,
      { contentEncoding: joined(answer['content-encoding']), contentLength: firstOf(answer['content-length']) },
      {
        ...limits,
        wireBytes: limits.wireBytes[request.kind],
        keepsBeginning: request.kind === 'robots',
        ...(request.kind === 'page' && isUnsaidMediaType(contentType) && { isWanted: looksLikeHtml }),
      },
    );
    const etag = firstOf(answer.etag);
    const lastModified = firstOf(answer['last-modified']);
    return { status: 'fetched', url: url.href, bytes, contentType, etag, lastModified };
  } finally {
    await client.destroy();
  }
}
