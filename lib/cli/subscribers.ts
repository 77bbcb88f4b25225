import { randomBytes } from 'node:crypto';
import { newSubscriber } from '../digest/new-subscriber.ts';
import { Subscriber } from '../digest/subscriber.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import { UserError } from '../errors.ts';
import { describeIssues } from '../feeds/parse-entries.ts';
import type { CommandIo } from './command-io.ts';
import { findSubscriber } from './find-subscriber.ts';
import { textTable } from './text-table.ts';

export interface SubscribersAddOptions {
  zone?: string | undefined;
  /** As typed. */
  hour?: string | number | undefined;
  language?: string | undefined;
}

export interface SubscribersNeeds {
  subscriberStore: SubscriberStore;
  now: () => Date;
  /** 16 hex digits; random ones by default. */
  newSubscriberId?: (() => string) | undefined;
}

/** Adds a reader of the digest. */
export async function subscribersAddCommand(
  address: string,
  options: SubscribersAddOptions,
  needs: SubscribersNeeds,
  io: CommandIo,
): Promise<void> {
  const settings = {
    subscriberId: needs.newSubscriberId?.() ?? randomBytes(8).toString('hex'),
    address: address.trim(),
    zone: options.zone ?? 'UTC',
    hour: readHour(options.hour ?? 7),
    language: (options.language ?? 'en') as Subscriber['language'],
  };
  const parsed = Subscriber.safeParse(newSubscriber(settings, needs.now()));
  if (!parsed.success) throw new UserError(`${address}: ${describeIssues(parsed.error)}`, 2);
  const { subscriberId, zone, hour, language } = parsed.data;
  if (await needs.subscriberStore.add(parsed.data)) {
    return io.stdout(
      `added ${subscriberId}: ${parsed.data.address}, daily from ${hour}:00 ${zone}, frame in ${language}`,
    );
  }
  throw new UserError(`${parsed.data.address}: is a subscriber already; nothing changed ("vigil subscribers list")`);
}

/** Prints the readers of the digest by address. */
export async function subscribersListCommand(
  options: { json?: boolean | undefined },
  needs: Pick<SubscribersNeeds, 'subscriberStore'>,
  io: CommandIo,
): Promise<void> {
  const subscribers = await needs.subscriberStore.list();
  if (options.json) return io.stdout(JSON.stringify(subscribers, null, 2));
  if (subscribers.length > 0) {
    const rows = subscribers.map(
      ({ subscriberId, state, stateAt, stateReason = '–', hour, zone, language, address }) => {
        return [subscriberId, state, stateAt.slice(0, 10), stateReason, `${hour}:00 ${zone}`, language, address];
      },
    );
    io.stdout(textTable(['id', 'state', 'since', 'why', 'from', 'lang', 'address'], rows));
  }
  io.stderr(`${subscribers.length} ${subscribers.length === 1 ? 'subscriber' : 'subscribers'}`);
}

/** Takes a reader, named by address or id, off the list. The record of earlier editions stays. */
export async function subscribersRemoveCommand(
  addressOrId: string,
  _options: object,
  needs: Pick<SubscribersNeeds, 'subscriberStore'>,
  io: CommandIo,
): Promise<void> {
  const { subscriberId, address } = await findSubscriber(addressOrId, needs.subscriberStore);
  await needs.subscriberStore.remove(subscriberId);
  io.stdout(`removed ${subscriberId}: ${address}`);
}

/** `7` and `07`. */
function readHour(hour: string | number): number {
  if (/^([01]?\d|2[0-3])$/.test(String(hour))) return Number(hour);
  throw new UserError(`--hour ${hour}: give a whole hour from 0 to 23`, 2);
}
