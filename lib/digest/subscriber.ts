import { z } from 'zod';
import type { RecordHistory } from '../records/record-history.ts';
import { openFilter, ReaderFilter } from './reader-filter.ts';

/** What a reader decides for themselves. */
export const ReaderSettings = z.object({
  /** IANA name. */
  zone: z.string().refine((zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  }, 'use an IANA time zone, for example Europe/Paris'),
  /** Local hour from which the day's edition is due. */
  hour: z.int().min(0).max(23),
  /** Language of the frame around the articles. */
  language: z.enum(['en', 'fa'], 'use en or fa'),
  /** `instant`: as soon as something was recorded, at most one mail an hour. */
  frequency: z.enum(['daily', 'weekly', 'instant'], 'use daily, weekly or instant'),
  /** Of a weekly edition, and of the line that gathers quiet days: 1 Monday … 7 Sunday. */
  weekday: z.int().min(1).max(7),
  filter: ReaderFilter,
  /**
   * A day without news: one `line` by mail, nothing (`skip`), or nothing until the weekday, when one line tells of all
   * quiet days of the week (`weekly`).
   */
  quietDay: z.enum(['line', 'skip', 'weekly'], 'use line, skip or weekly'),
});
export type ReaderSettings = z.infer<typeof ReaderSettings>;

export const defaultSettings: Omit<ReaderSettings, 'zone' | 'hour' | 'language'> = {
  frequency: 'daily',
  weekday: 1,
  filter: openFilter,
  quietDay: 'line',
};

/** One reader of the digest. */
export const Subscriber = z.object({
  schemaVersion: z.literal(3),
  /** Random, 16 hex digits; stands for the address in keys and logs. */
  subscriberId: z.string().regex(/^[0-9a-f]{16}$/),
  address: z.email('use a whole mail address, for example reader@example.org').max(254),
  ...ReaderSettings.shape,
  /** Stands in the reader's own links; counted up, it ends those that were given out. */
  linkVersion: z.int().min(1),
  /** `suppressed`: their mailbox refused the mail, or they called it unwanted. Only `active` ones get mail. */
  state: z.enum(['active', 'paused', 'unsubscribed', 'suppressed']),
  /** When the state came to be what it is; for readers of before, when they were added. */
  stateAt: z.iso.datetime(),
  /** Why, in a few words for the operator; never an address. */
  stateReason: z.string().max(300).optional(),
  /** Who paused them, as long as they are not active again; absent in records of before. */
  isPausedByOperator: z.boolean().optional(),
  /** When zone, hour, frequency or weekday were changed last; absent where they never were, and in records of before. */
  rhythmAt: z.iso.datetime().optional(),
  addedAt: z.iso.datetime(),
});
export type Subscriber = z.infer<typeof Subscriber>;

export const subscriberHistory: RecordHistory = {
  name: 'reader',
  upgrades: [
    // Version 2 knows since when and why a reader is in their state.
    (row) => ({ stateAt: row.addedAt, ...row }),
    // Version 3 knows how often and what a reader wants to get; before, all got everything, daily.
    (row) => ({ ...defaultSettings, linkVersion: 1, ...row }),
  ],
};
