import type { S3Client } from '@aws-sdk/client-s3';
import type { Usage } from '../cost/usage.ts';
import { countUsage } from './usage-meter.ts';

/** Deleting is free; everything that is neither is billed as a GET. */
const FREE = /^Delete|^Abort/;
const BILLED_AS_PUT = /^(Put|Copy|Post|List|Create|UploadPart|Complete)/;

/** Counts requests by their price, and the bytes that are put. */
export function meterS3(client: S3Client): void {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        // Before the answer: an object that is not there is billed as well.
        countUsage(usageOf(commandName, (args.input as { Body?: unknown }).Body));
        return next(args);
      },
    { step: 'initialize', name: 'meterS3' },
  );
}

function usageOf(commandName: string, body: unknown): Partial<Usage> {
  if (FREE.test(commandName)) return {};
  return BILLED_AS_PUT.test(commandName) ? { objectPuts: 1, objectBytes: bytesOf(body) } : { objectGets: 1 };
}

/** Nothing here puts a stream, whose length nobody knows. */
function bytesOf(body: unknown): number {
  if (typeof body === 'string') return Buffer.byteLength(body);
  return body instanceof Uint8Array ? body.byteLength : 0;
}
