import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildAppOptions, buildApp } from 'fauxqs';
import { createQueueRecord, type QueuePersistence } from './queue-record.ts';
import { dropTornObjects } from './torn-objects.ts';

export interface FauxqsServer {
  /** `http://127.0.0.1:<port>` */
  url: string;
  close(): Promise<void>;
}

type Stores = NonNullable<BuildAppOptions['stores']>;
type S3Files = { loadS3(store: object): void; close(): void };

/**
 * SQS and S3 on loopback, queues in SQLite below `sqsDir`, objects as files below `s3Dir`.
 *
 * The package's own start function listens on every network interface and fails on a visibility of 0 seconds, so its
 * parts are put together here; they are not exported, the exact pin of the version keeps them where they are.
 */
export async function startFauxqs(sqsDir: string, s3Dir: string): Promise<FauxqsServer> {
  const part = await partsOfPackage();
  const stores = { sqsStore: new part.SqsStore(), snsStore: new part.SnsStore(), s3Store: new part.S3Store() };
  stores.sqsStore.host = '';

  const queues = createQueueRecord(new part.PersistenceManager(sqsDir));
  queues.releaseInterrupted();
  dropTornObjects(s3Dir);
  const objects = new part.FileS3Persistence(s3Dir);

  // Loading comes before the stores learn where to write, else every queue would be written anew and lose its messages.
  queues.persistence.loadSqsAndSns(stores.sqsStore, stores.snsStore);
  objects.loadS3(stores.s3Store);
  Object.assign(stores.sqsStore, { persistence: queues.persistence });
  Object.assign(stores.s3Store, { persistence: objects });
  for (const queue of stores.sqsStore.allQueues()) Object.assign(queue, { persistence: queues.persistence });

  const app = buildApp({ logger: false, stores });
  app.addHook('preClose', (done: () => void) => {
    queues.persistence.close();
    objects.close();
    done();
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return { url: `http://127.0.0.1:${(app.server.address() as { port: number }).port}`, close: () => app.close() };
}

async function partsOfPackage() {
  const manifest = findPackageJSON('fauxqs', import.meta.url);
  if (manifest === undefined) throw new Error('the package fauxqs is not installed: run npm ci');
  const load = (path: string) => import(pathToFileURL(join(dirname(manifest), 'dist', path)).href);
  const modules = await Promise.all([
    load('sqs/sqsStore.js'),
    load('sns/snsStore.js'),
    load('s3/s3Store.js'),
    load('s3/fileS3Persistence.js'),
    load('persistence.js'),
  ]);
  return Object.assign({}, ...modules) as {
    SqsStore: new () => Stores['sqsStore'];
    SnsStore: new () => Stores['snsStore'];
    S3Store: new () => Stores['s3Store'];
    FileS3Persistence: new (dir: string) => S3Files;
    PersistenceManager: new (dir: string) => QueuePersistence;
  };
}
