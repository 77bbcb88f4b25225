import { errors } from 'undici';
import type { Deadline } from './deadline.ts';
import { ConnectTimeoutError, PrivateAddressError } from './guarded-connector.ts';
import { BodyError } from './read-body.ts';
import type { FailureReason, FetchFailed, FetchRefused } from './web-fetcher.ts';

const NAME_CODES = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME', 'ENODATA', 'ESERVFAIL']);

function failed(reason: FailureReason, detail: string): FetchFailed {
  return { status: 'failed', reason, detail: reason === 'cut-short' ? `cut short by the server: ${detail}` : detail };
}

/**
 * What an error of a request means, as an outcome. Names the host and never the query.
 *
 * @throws the error itself when it is none that a server or the network can cause
 */
export function explainFailure(error: unknown, host: string, deadline: Deadline): FetchRefused | FetchFailed {
  if (error instanceof PrivateAddressError) {
    return { status: 'refused', reason: 'not-a-public-address', detail: error.message };
  }
  if (deadline.isOver()) return failed('too-slow', `no complete answer within ${deadline.seconds} seconds`);
  if (deadline.signal.aborted) return failed('unreachable', 'stopped: this process is closing');
  if (error instanceof BodyError) return failed(error.reason, error.message);
  if (error instanceof ConnectTimeoutError) return failed('unreachable', `${host} does not answer`);
  const code = (error as { code?: unknown } | null)?.code;
  // Of a status below 100 the client only asserts that there is none.
  if (error instanceof errors.HTTPParserError || code === 'ERR_ASSERTION')
    return failed('server-error', `${host} does not answer in HTTP`);
  if (typeof code !== 'string') throw error;
  if (NAME_CODES.has(code)) return failed('unreachable', `the name ${host} does not resolve`);
  if (code === 'ECONNREFUSED') return failed('unreachable', `${host} refuses connections`);
  if (code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE') {
    return failed('unreachable', `${host} closed the connection without an answer`);
  }
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return failed('too-large', `${host} sent too many headers`);
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH')
    return failed('cut-short', `${host} announced a length that is not the body's`);
  if (/CERT|SIGNATURE|SELF_SIGNED|^ERR_(?:SSL|TLS)/.test(code)) {
    return failed('unreachable', `no secure connection to ${host}: ${code}`);
  }
  return failed('unreachable', `${host} cannot be reached: ${code}`);
}
