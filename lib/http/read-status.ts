import { readRetryAfter } from './read-retry-after.ts';
import type { FailureReason, FetchFailed } from './web-fetcher.ts';

const NAMED: Readonly<Record<number, FailureReason>> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'not-found',
  410: 'gone',
  429: 'throttled',
  451: 'forbidden',
};

/**
 * What a status other than success, redirect and 304 means.
 *
 * @param now epoch milliseconds
 * @returns undefined for a success with a whole body
 */
export function readStatus(httpStatus: number, retryAfter: string | undefined, now: number): FetchFailed | undefined {
  // 206 is a part that nobody asked for.
  if (httpStatus >= 200 && httpStatus < 300 && ![204, 205, 206].includes(httpStatus)) return undefined;
  const retryAfterSeconds = readRetryAfter(retryAfter, now);
  const isThrottled = httpStatus === 429 || (httpStatus === 503 && retryAfterSeconds !== undefined);
  if (isThrottled) {
    const patience = retryAfterSeconds === undefined ? '' : ` for ${retryAfterSeconds} seconds`;
    const detail = `the server asks for patience${patience} (${httpStatus})`;
    return { status: 'failed', reason: 'throttled', detail, httpStatus, retryAfterSeconds };
  }
  const isClientError = httpStatus >= 400 && httpStatus < 500;
  const reason = NAMED[httpStatus] ?? (isClientError ? 'client-error' : 'server-error');
  return { status: 'failed', reason, detail: `the server answered ${httpStatus}`, httpStatus };
}
