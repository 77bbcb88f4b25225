import { newConfirmation } from './ask-confirmation.ts';
import { changeRhythm } from './change-rhythm.ts';
import type { Confirmation } from './confirmation.ts';
import type { ConfirmationStore } from './confirmation-store.ts';
import { isHeld } from './is-held.ts';
import { newSubscriber } from './new-subscriber.ts';
import type { Subscriber } from './subscriber.ts';
import type { SubscriberStore } from './subscriber-store.ts';

export interface ApplyConfirmationNeeds {
  confirmationStore: Pick<ConfirmationStore, 'add'>;
  subscriberStore: Pick<SubscriberStore, 'add' | 'change' | 'setState'>;
  now: () => Date;
}

interface Around {
  /** The reader who has the address now. */
  holder: Subscriber | undefined;
  readers: readonly Subscriber[];
}

/** Does what was confirmed. Done twice, it leaves the same. */
export function applyConfirmation(
  confirmation: Confirmation,
  around: Around,
  needs: ApplyConfirmationNeeds,
): Promise<'subscribed' | 'moved' | 'in-vain'> {
  return confirmation.purpose === 'sign-up'
    ? signUp(confirmation, around, needs)
    : changeAddress(confirmation, around, needs);
}

async function signUp(
  { confirmationId, address, settings }: Confirmation,
  { holder }: Around,
  { subscriberStore, now }: ApplyConfirmationNeeds,
): Promise<'subscribed' | 'in-vain'> {
  if (settings === undefined || holder?.state === 'suppressed') return 'in-vain';
  if (holder !== undefined && isHeld(holder)) return 'in-vain';
  if (holder === undefined) {
    // The id comes from the confirmation's, so that a second run adds nobody.
    const subscriberId = confirmationId.slice(0, 16);
    await subscriberStore.add(newSubscriber({ subscriberId, address, ...settings }, now()));
    return 'subscribed';
  }
  if (holder.state === 'active') return 'subscribed';
  await subscriberStore.change(holder.subscriberId, changeRhythm(holder, settings, now()));
  const isActive = await subscriberStore.setState(holder.subscriberId, {
    state: 'active',
    at: now().toISOString(),
    reason: 'signed up again and confirmed',
    onlyFrom: ['unsubscribed', 'paused'],
  });
  return isActive ? 'subscribed' : 'in-vain';
}

async function changeAddress(
  { confirmationId, address, subscriberId = '', linkVersion }: Confirmation,
  { holder, readers }: Around,
  { subscriberStore, confirmationStore, now }: ApplyConfirmationNeeds,
): Promise<'moved' | 'in-vain'> {
  if (holder?.subscriberId === subscriberId) return 'moved';
  const reader = readers.find((one) => one.subscriberId === subscriberId);
  if (holder !== undefined || reader === undefined) return 'in-vain';
  // Who ended their links since then ended what was asked by one of them.
  if (linkVersion !== undefined && linkVersion !== reader.linkVersion) return 'in-vain';
  // Who gets no mail any more gets no word of this either, and their address stays one that refused.
  if (reader.state !== 'active' && reader.state !== 'paused') return 'in-vain';
  // First the word to the former address, under an id of its own: whatever breaks after it, it is written once.
  const notice = newConfirmation(
    { purpose: 'address-changed', address: reader.address, language: reader.language, subscriberId },
    now(),
    () => [...confirmationId].reverse().join(''),
  );
  await confirmationStore.add(notice);
  // Links that lie in the former mailbox open nothing any more.
  const changes = { address, linkVersion: reader.linkVersion + 1 };
  const isMoved = await subscriberStore.change(subscriberId, changes, {
    address: reader.address,
    linkVersion: reader.linkVersion,
  });
  return isMoved ? 'moved' : 'in-vain';
}
