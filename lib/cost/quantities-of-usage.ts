import type { Quantities } from './bill.ts';
import type { Usage } from './usage.ts';

/** AWS's gigabyte. */
export const GIGABYTE = 1024 ** 3;

/** What was counted, in the units that have a price. What lies in tables, archive and logs is billed by time, and no part of it. */
export function quantitiesOfUsage(usage: Readonly<Usage>): Quantities {
  return {
    'lambda-requests': usage.invocations,
    'lambda-gigabyte-seconds': usage.megabyteMilliseconds / 1024 / 1000,
    'dynamodb-read-units': usage.readUnits,
    'dynamodb-write-units': usage.writeUnits,
    'sqs-fifo-requests': usage.fifoRequests,
    'sqs-standard-requests': usage.standardRequests,
    's3-puts': usage.objectPuts,
    's3-gets': usage.objectGets,
    'ses-mails': usage.mails,
    'api-requests': usage.pageRequests,
    schedules: usage.scheduledStarts,
    'logs-ingested': usage.logBytes / GIGABYTE,
    // Every invocation may be traced: at our rates the usual sampling leaves out almost none.
    traces: usage.invocations,
    'data-out': usage.bytesSent / GIGABYTE,
    'model-microdollars': usage.modelMicrodollars,
  };
}
