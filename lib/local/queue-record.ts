import type { DatabaseSync } from 'node:sqlite';

/** The part of fauxqs that writes queues to SQLite. */
export interface QueuePersistence {
  db: DatabaseSync;
  loadSqsAndSns(sqsStore: object, snsStore: object): void;
  updateMessageInflight(
    messageId: string,
    receiptHandle: string,
    visibilityDeadline: number,
    receiveCount: number,
    firstReceivedAt: number | undefined,
  ): void;
  updateMessageReady(messageId: string): void;
  close(): void;
}

/**
 * The queues on disk, able to tell a message whose reader asked it to wait from one whose reader died.
 *
 * A wait is a change of visibility, so it keeps the receipt handle of the receive; the handle is what tells them apart.
 */
export function createQueueRecord(persistence: QueuePersistence) {
  const { db } = persistence;
  const columns = db.prepare('PRAGMA table_info(sqs_messages)').all();
  if (!columns.some((column) => column.name === 'waits')) {
    db.exec('ALTER TABLE sqs_messages ADD COLUMN waits INTEGER NOT NULL DEFAULT 0');
  }
  const setWaits = db.prepare('UPDATE sqs_messages SET waits = (receipt_handle IS ?) WHERE message_id = ?');
  const setReady = db.prepare(
    'UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL, waits = 0 WHERE message_id = ?',
  );
  const release = db.prepare(
    'UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL WHERE waits = 0',
  );

  const writeInflight = persistence.updateMessageInflight.bind(persistence);
  persistence.updateMessageInflight = (messageId, receiptHandle, ...rest) => {
    setWaits.run(receiptHandle, messageId);
    writeInflight(messageId, receiptHandle, ...rest);
  };
  // The package's own statement writes a null receive count, which its table refuses.
  persistence.updateMessageReady = (messageId) => void setReady.run(messageId);

  return {
    persistence,
    /**
     * Makes every message visible whose reader is gone; those that were asked to wait keep waiting. For a folder that
     * nobody else has open, before the queues are loaded.
     */
    releaseInterrupted: (): void => void release.run(),
  };
}
