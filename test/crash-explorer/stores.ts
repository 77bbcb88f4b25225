import type { CoverageStore } from '../../lib/coverage/coverage-store.ts';
import { daysBetween } from '../../lib/coverage/days.ts';
import type { ConfirmationStore } from '../../lib/digest/confirmation-store.ts';
import { countDay } from '../../lib/digest/day-count.ts';
import type { DayCountStore } from '../../lib/digest/day-count-store.ts';
import type { EditionArchive } from '../../lib/digest/edition-archive.ts';
import type { EditionStore } from '../../lib/digest/edition-store.ts';
import type { MailboxKeyStore } from '../../lib/digest/mailbox-key-store.ts';
import type { SubscriberStore } from '../../lib/digest/subscriber-store.ts';
import { fakeEditionStore } from '../digest/fake-ports.ts';
import { createMemoryArchive } from '../fakes/memory-archive.ts';
import { createMemoryConfirmationStore } from '../fakes/memory-confirmation-store.ts';
import { createMemoryCoverageStore } from '../fakes/memory-coverage-store.ts';
import { createMemoryDayCountStore } from '../fakes/memory-day-count-store.ts';
import { createMemoryMailboxKeyStore } from '../fakes/memory-mailbox-key-store.ts';
import { createMemorySubscriberStore } from '../fakes/memory-subscriber-store.ts';
import type { Script } from './script.ts';

/** Where one life keeps its records. */
export interface Stores {
  subscriberStore: SubscriberStore;
  confirmationStore: ConfirmationStore;
  editionStore: EditionStore;
  editionArchive: EditionArchive;
  coverageStore: Pick<CoverageStore, 'listRecorded' | 'wasRecordedBefore'>;
  dayCountStore: DayCountStore;
  mailboxKeyStore: MailboxKeyStore;
}

/** Counts of the days before the script, on which nothing was recorded. */
export const emptyDays = daysBetween('2026-06-01', '2026-08-26').map((day) => countDay(day, []));

/** In memory, new for each life. */
export function memoryStores({ readers, asked, arrivals }: Script): Stores {
  const records = arrivals.map(({ record }) => record);
  return {
    subscriberStore: createMemorySubscriberStore(readers),
    // Of the time at which it is asked: in a life nothing expires.
    confirmationStore: createMemoryConfirmationStore(() => new Date(asked.askedAt), [asked]).store,
    editionStore: fakeEditionStore().store,
    editionArchive: createMemoryArchive(),
    coverageStore: createMemoryCoverageStore(records),
    dayCountStore: createMemoryDayCountStore(emptyDays),
    mailboxKeyStore: createMemoryMailboxKeyStore(),
  };
}
