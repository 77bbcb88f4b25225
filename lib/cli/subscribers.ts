import { randomBytes } from 'node:crypto';
import type { ConfirmationStore } from '../digest/confirmation-store.ts';
import { newSubscriber } from '../digest/new-subscriber.ts';
import { type RemoveReaderNeeds, removeReader } from '../digest/remove-reader.ts';
import { defaultSettings, type ReaderSettings, Subscriber } from '../digest/subscriber.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import { UserError } from '../errors.ts';
import { describeIssues } from '../feeds/parse-entries.ts';
import type { CommandIo } from './command-io.ts';
import { type FindRefusalNeeds, refuseRefused } from './find-refusal.ts';
import { findSubscriber } from './find-subscriber.ts';
import { describeRhythm, type SubscriberOptions, typedSettings } from './subscriber-options.ts';
import { textTable } from './text-table.ts';

export interface SubscribersNeeds extends FindRefusalNeeds {
  subscriberStore: SubscriberStore;
  now: () => Date;
  /** 16 hex digits; random ones by default. */
  newSubscriberId?: (() => string) | undefined;
}

/** Of a reader of whom nothing else is said. */
export const firstSettings: ReaderSettings = { ...defaultSettings, zone: 'UTC', hour: 7, language: 'en' };

export interface SubscribersAddOptions extends SubscriberOptions {
  /** Whose mailbox bounced, or who left under another address, wants it now. */
  ownerAsks?: boolean | undefined;
}

/** Adds a reader of the digest, who is known to want it; an address that once said no only when its owner asks. */
export async function subscribersAddCommand(
  address: string,
  { ownerAsks, ...options }: SubscribersAddOptions,
  needs: SubscribersNeeds,
  io: CommandIo,
): Promise<void> {
  const reader = newSubscriber(
    {
      subscriberId: needs.newSubscriberId?.() ?? randomBytes(8).toString('hex'),
      address: typedAddress(address),
      ...typedSettings(options, firstSettings),
    },
    needs.now(),
  );
  const readers = await needs.subscriberStore.list();
  const known = readers.find((one) => one.address.toLowerCase() === reader.address.toLowerCase());
  if (known === undefined) await refuseRefused(reader.address, readers, ownerAsks, needs);
  if (known === undefined && (await needs.subscriberStore.add(reader))) {
    const { subscriberId, language } = reader;
    return io.stdout(`added ${subscriberId}: ${reader.address}, ${describeRhythm(reader)}, frame in ${language}`);
  }
  const { state = 'active', stateReason } = known ?? {};
  const stands = [state, stateReason].filter(Boolean).join(': ');
  const way = state === 'active' ? 'show' : 'resume';
  throw new UserError(
    `${reader.address}: is a subscriber already (${stands}); nothing changed ("vigil subscribers ${way}")`,
  );
}

/** @throws UserError (2) for what is no address */
export function typedAddress(text: string): string {
  const parsed = Subscriber.shape.address.safeParse(text.trim());
  if (parsed.success) return parsed.data;
  throw new UserError(`${text}: address: ${describeIssues(parsed.error).replace(/^: /, '')}`, 2);
}

export interface SubscribersListOptions {
  /** Addresses that have not confirmed yet, instead of readers. */
  pending?: boolean | undefined;
  json?: boolean | undefined;
}

/** Prints the readers of the digest by address, or who was asked to confirm. */
export async function subscribersListCommand(
  options: SubscribersListOptions,
  needs: Pick<SubscribersNeeds, 'subscriberStore'> & { confirmationStore: Pick<ConfirmationStore, 'list'> },
  io: CommandIo,
): Promise<void> {
  if (options.pending) return listPending(options, needs.confirmationStore, io);
  const subscribers = await needs.subscriberStore.list();
  if (options.json) return io.stdout(JSON.stringify(subscribers, null, 2));
  if (subscribers.length > 0) {
    const rows = subscribers.map((reader) => {
      const { subscriberId, state, stateAt, stateReason = '–', language, address } = reader;
      return [subscriberId, state, stateAt.slice(0, 10), stateReason, describeRhythm(reader), language, address];
    });
    io.stdout(textTable(['id', 'state', 'since', 'why', 'edition', 'lang', 'address'], rows));
  }
  io.stderr(`${subscribers.length} ${subscribers.length === 1 ? 'subscriber' : 'subscribers'}`);
}

async function listPending(
  { json }: SubscribersListOptions,
  confirmationStore: Pick<ConfirmationStore, 'list'>,
  io: CommandIo,
): Promise<void> {
  const open = (await confirmationStore.list())
    .filter(({ state, purpose }) => state !== 'done' && purpose !== 'address-changed')
    .toSorted((a, b) => a.askedAt.localeCompare(b.askedAt));
  if (json) return io.stdout(JSON.stringify(open, null, 2));
  if (open.length > 0) {
    const rows = open.map(({ purpose, state, askedAt, expiresAt, address }) => {
      const until = new Date(expiresAt * 1000).toISOString();
      return [purpose, state, askedAt.slice(0, 16), until.slice(0, 16), address];
    });
    io.stdout(textTable(['what', 'state', 'asked (UTC)', 'good until', 'address'], rows));
  }
  io.stderr(`${open.length} ${open.length === 1 ? 'address has' : 'addresses have'} not confirmed yet`);
}

/** Takes a reader, named by address or id, off the list. The record of earlier editions stays. */
export async function subscribersRemoveCommand(
  addressOrId: string,
  _options: object,
  needs: Omit<RemoveReaderNeeds, 'subscriberStore'> & {
    subscriberStore: RemoveReaderNeeds['subscriberStore'] & Pick<SubscriberStore, 'list'>;
  },
  io: CommandIo,
): Promise<void> {
  const reader = await findSubscriber(addressOrId, needs.subscriberStore);
  const { subscriberId, address } = reader;
  const removed = await removeReader(reader, needs);
  if (removed === 'waits') {
    throw new UserError(
      `${address} gets nothing more, but stands on the list: a mail to them may be on its way, and SES has not told of it; remove them again in ten minutes`,
    );
  }
  const { outcome } = removed;
  if (outcome?.outcome === 'unknown')
    io.stderr(`${outcome.editionId} may have been sent to them, nobody knows: ${outcome.reason}`);
  io.stdout(`removed ${subscriberId}: ${address}`);
}
