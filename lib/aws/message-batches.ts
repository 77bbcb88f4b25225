import { payloadLimits } from '../pipeline.ts';

/** SendMessageBatch takes at most this many messages. */
const BATCH_MESSAGES = 10;

/** Entries as SendMessageBatch takes them: at most ten, together within the size of one message. */
export function* messageBatches<E extends { MessageBody: string }>(entries: readonly E[]): Generator<E[]> {
  let batch: E[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(entry.MessageBody);
    if (batch.length === BATCH_MESSAGES || (batch.length > 0 && bytes + size > payloadLimits.queueMessageBytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(entry);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
