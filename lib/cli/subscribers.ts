import { randomBytes } from 'node:crypto';
import { Subscriber } from '../digest/subscriber.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import { UserError } from '../errors.ts';
import { describeIssues } from '../feeds/parse-entries.ts';
import type { CommandIo } from './command-io.ts';
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
  const parsed = Subscriber.safeParse({
    schemaVersion: 1,
    subscriberId: needs.newSubscriberId?.() ?? randomBytes(8).toString('hex'),
    address: address.trim(),
    zone: options.zone ?? 'UTC',
    hour: readHour(options.hour ?? 7),
    language: options.language ?? 'en',
    state: 'active',
    addedAt: needs.now().toISOString(),
  });
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
    const rows = subscribers.map(({ subscriberId, state, hour, zone, language, address }) => {
      return [subscriberId, state, `${hour}:00 ${zone}`, language, address];
    });
    io.stdout(textTable(['id', 'state', 'from', 'lang', 'address'], rows));
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
  const name = addressOrId.trim().toLowerCase();
  const subscriber = (await needs.subscriberStore.list()).find(
    ({ subscriberId, address }) => subscriberId === name || address.toLowerCase() === name,
  );
  if (!subscriber || !(await needs.subscriberStore.remove(subscriber.subscriberId))) {
    throw new UserError(`${addressOrId}: no such subscriber; "vigil subscribers list" shows them`);
  }
  io.stdout(`removed ${subscriber.subscriberId}: ${subscriber.address}`);
}

/** `7` and `07`. */
function readHour(hour: string | number): number {
  if (/^([01]?\d|2[0-3])$/.test(String(hour))) return Number(hour);
  throw new UserError(`--hour ${hour}: give a whole hour from 0 to 23`, 2);
}
