import { newConfirmation } from '../digest/ask-confirmation.ts';
import type { Confirmation } from '../digest/confirmation.ts';
import type { ConfirmationStore } from '../digest/confirmation-store.ts';
import type { ReaderSettings, Subscriber } from '../digest/subscriber.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';
import { refuseRefused } from './find-refusal.ts';
import { typedSettings } from './subscriber-options.ts';
import {
  firstSettings,
  type SubscribersAddOptions,
  type SubscribersNeeds,
  subscribersAddCommand,
  typedAddress,
} from './subscribers.ts';

export interface SubscribersInviteNeeds extends SubscribersNeeds {
  subscriberStore: SubscriberStore;
  confirmationStore: Pick<ConfirmationStore, 'add' | 'list' | 'refusalOf'>;
}

/**
 * Asks an address by mail whether it wants the digest; the next tick of send-digests sends it. The limits of the page
 * do not hold for the operator, but an address that has a mail already gets no second one.
 */
export async function subscribersInviteCommand(
  address: string,
  { confirmed, ...options }: SubscribersAddOptions & { confirmed?: boolean | undefined },
  needs: SubscribersInviteNeeds,
  io: CommandIo,
): Promise<void> {
  if (confirmed) return subscribersAddCommand(address, options, needs, io);
  const { ownerAsks, ...typed } = options;
  if (ownerAsks) throw new UserError('--owner-asks goes with --confirmed: who is only asked has not asked', 2);
  const wanted = typedAddress(address);
  const settings = typedSettings(typed, firstSettings);
  const [readers, open] = await Promise.all([needs.subscriberStore.list(), needs.confirmationStore.list()]);
  const refusal = whyNotInvited(wanted, readers, open);
  if (refusal !== undefined) throw new UserError(`${wanted}: ${refusal}; nothing was sent`);
  await refuseRefused(wanted, readers, undefined, needs);
  await invite(wanted, settings, needs);
  io.stdout(`invited ${wanted}: a mail asks them to confirm, within three days`);
}

/** @returns undefined for an address that may be asked */
export function whyNotInvited(
  address: string,
  readers: readonly Subscriber[],
  open: readonly Confirmation[],
): string | undefined {
  const isSame = (one: { address: string }) => one.address.toLowerCase() === address.toLowerCase();
  const reader = readers.find(isSame);
  if (reader?.state === 'suppressed') return 'refused our mail before, or called it unwanted';
  if (reader !== undefined && reader.state !== 'unsubscribed') return `is a subscriber already (${reader.state})`;
  const isAsked = open.some((one) => one.purpose === 'sign-up' && one.state !== 'done' && isSame(one));
  return isAsked ? 'was asked in the last three days' : undefined;
}

export async function invite(
  address: string,
  settings: ReaderSettings,
  { confirmationStore, now }: Pick<SubscribersInviteNeeds, 'confirmationStore' | 'now'>,
): Promise<void> {
  const { language } = settings;
  await confirmationStore.add(newConfirmation({ purpose: 'sign-up', address, language, settings }, now()));
}
