import type { Coverage } from '../../lib/coverage/coverage.ts';
import type { CoverageStore } from '../../lib/coverage/coverage-store.ts';
import type { EditionArchive } from '../../lib/digest/edition-archive.ts';
import type { EditionStore } from '../../lib/digest/edition-store.ts';
import type { Subscriber } from '../../lib/digest/subscriber.ts';
import type { SubscriberStore } from '../../lib/digest/subscriber-store.ts';
import { fakeEditionStore } from '../digest/fake-ports.ts';
import { createMemoryArchive } from '../fakes/memory-archive.ts';
import { createMemoryCoverageStore } from '../fakes/memory-coverage-store.ts';
import { createMemorySubscriberStore } from '../fakes/memory-subscriber-store.ts';

/** Where one life keeps its records. */
export interface Stores {
  subscriberStore: Pick<SubscriberStore, 'get' | 'list' | 'setState'>;
  editionStore: EditionStore;
  editionArchive: EditionArchive;
  coverageStore: Pick<CoverageStore, 'listRecorded'>;
}

/** In memory, new for each life. */
export function memoryStores(readers: readonly Subscriber[], records: readonly Coverage[]): Stores {
  return {
    subscriberStore: createMemorySubscriberStore(readers),
    editionStore: fakeEditionStore().store,
    editionArchive: createMemoryArchive(),
    coverageStore: createMemoryCoverageStore(records),
  };
}
