import { newSubscriber } from '../lib/digest/new-subscriber.ts';
import { sendDigests } from '../lib/digest/send-digests.ts';
import type { Services } from '../lib/services.ts';
import { createWebApp } from '../lib/web/create-web-app.ts';
import { type Figures, meanOf, pick } from './cost-spent.ts';

/** An edition, a look at a reader who has the day's already, and the page. */
export async function measureReaders(services: Services, feeds: number): Promise<Figures> {
  const { subscriberStore, coverageStore, feedStore, settings, now } = services;
  const add = (subscriberId: string) => {
    const address = `${subscriberId}@vigil.example`;
    const reader = { subscriberId, address, zone: 'UTC', hour: 0, language: 'en' } as const;
    return subscriberStore.add(newSubscriber(reader, now()));
  };
  const send = () => sendDigests({ time: now().toISOString(), settleSeconds: 0 }, services);
  // The very first edition counts eight weeks and makes the key of mailboxes: once in the life of a deployment.
  await add('00000000000000bd');
  await send();
  await subscriberStore.remove('00000000000000bd');
  await add('00000000000000be');
  const edition = await meanOf('send-digests', [0], send);
  const look = await meanOf('send-digests', [0, 1, 2], send);
  await subscriberStore.remove('00000000000000be');
  await add('00000000000000bf');
  await add('00000000000000c0');
  const two = await meanOf('send-digests', [0], send);
  const readUnits = two.readUnits - edition.readUnits;

  const today = now().toISOString().slice(0, 10);
  const from = new Date(now().getTime() - 86_400_000).toISOString();
  let records = 0;
  const ofRecords = await meanOf('send-digests', [0], async () => {
    records = (await coverageStore.listRecorded(from, now().toISOString())).length;
  });
  const ofFeeds = await meanOf('send-digests', [0], () => feedStore.list());

  const app = createWebApp(services);
  const opened = await app.request(`/?token=${settings.pageToken}`);
  const headers = { cookie: (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
  const open = async (address: string) => (await app.request(address, { headers })).text();
  const empty = await open('/?from=2000-01-01&to=2000-01-01');
  const views = await meanOf('web', [0, 1, 2], () => open(`/?from=${today}&to=${today}`));
  const full = await open(`/?from=${today}&to=${today}`);
  const shown = full.split('<article').length - 1;
  const bytesAFeed = Buffer.byteLength(await open('/feeds')) / feeds;
  const readUnitsARecord = ofRecords.readUnits / records;
  const readUnitsAFeed = ofFeeds.readUnits / feeds;
  return {
    edition: {
      ...pick(edition, 'writeUnits', 'objectPuts', 'objectGets', 'objectBytes', 'cpuMilliseconds'),
      readUnits,
    },
    window: { readUnits: edition.readUnits - readUnits - ofRecords.readUnits - ofFeeds.readUnits },
    look: pick(look, 'readUnits'),
    list: { readUnitsAFeed, readUnitsARecord },
    page: {
      cpuMilliseconds: views.cpuMilliseconds,
      bytes: Buffer.byteLength(empty),
      bytesARecord: (Buffer.byteLength(full) - Buffer.byteLength(empty)) / shown,
      bytesAFeed,
    },
  };
}
