import { z } from 'zod';

/** Raised when a restore of before could not read what a backup of now holds. */
export const BACKUP_FORMAT = 1;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const TableBackup = z.object({
  /** Path within the backup: gzip of one JSON row a line. */
  file: z.string().regex(/^[a-z0-9-]+\/[a-z-]+\.jsonl\.gz$/i),
  rows: z.int().min(0),
  /** Of the file, and its SHA-256. */
  bytes: z.int().min(0),
  sha256: Sha256,
  /** Version of the record → rows. */
  schemaVersions: z.record(z.string(), z.int()),
});
export type TableBackup = z.infer<typeof TableBackup>;

/** `manifest.json` of a backup; written last, so that a backup without one was broken off. */
export const BackupManifest = z.object({
  format: z.int(),
  /** Of the program that wrote it. */
  appVersion: z.string(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  /** Where it was taken from, in words. */
  from: z.string(),
  tables: z.record(z.string(), TableBackup),
  /** What is not in it, and why: name → reason. */
  leftOut: z.record(z.string(), z.string()),
  /** Absent when the archive was not asked for. */
  archive: z.object({ objects: z.int().min(0), bytes: z.int().min(0) }).optional(),
});
export type BackupManifest = z.infer<typeof BackupManifest>;

/** What no backup holds. Whoever could read one could otherwise open the page, or unsubscribe readers. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  access: 'sessions and tokens open the page: people sign in again, programs get new tokens',
  secrets:
    'the signing key and what opens the page stay where they are: with another signing key the unsubscribe links of mails already sent lead nowhere',
  queues: 'what waits in the queues is sent again by "vigil replay"',
};
