import { randomBytes } from 'node:crypto';
import { log } from '../log.ts';
import type { Confirmation } from './confirmation.ts';
import type { ConfirmationStore } from './confirmation-store.ts';
import { hashMailbox } from './hash-mailbox.ts';

export interface AskConfirmationNeeds {
  confirmationStore: Pick<ConfirmationStore, 'add' | 'take'>;
  signingKey: string;
  now: () => Date;
  /** 32 hex digits; random ones by default. */
  newConfirmationId?: (() => string) | undefined;
}

export type AskedConfirmation = Pick<Confirmation, 'address' | 'language'> &
  (
    | (Required<Pick<Confirmation, 'settings'>> & { purpose: 'sign-up' })
    | (Required<Pick<Confirmation, 'subscriberId' | 'linkVersion'>> & { purpose: 'change-address' })
  );

const HOURS_GOOD = 72;
/**
 * A stranger's mailbox can be made to get so many mails on a day (UTC), and not faster. Who has got them has a button that
 * works for three days, and can ask again on the next: nobody can shut an address out.
 */
const OF_ONE_ADDRESS = { most: 2, gapSeconds: 3600, keepDays: 2 } as const;
/** Of all sign-ups together. */
const OF_ONE_DAY = { most: 100, gapSeconds: 0, keepDays: 2 } as const;
/** Of one reader's link, which may have been handed on: strangers who sign up take nothing of it, nor it of theirs. */
const OF_ONE_READER = { most: 5, gapSeconds: 0, keepDays: 2 } as const;

/**
 * Asks for a mail that has to be confirmed, within the limits. Whether the address is a reader's is not looked at: nobody
 * learns it from the answer or from how long it took.
 */
export async function askConfirmation(
  asked: AskedConfirmation,
  needs: AskConfirmationNeeds,
): Promise<'asked' | 'limited'> {
  const now = needs.now();
  const { confirmationStore } = needs;
  const day = now.toISOString().slice(0, 10);
  const address = `address/${hashMailbox(asked.address, needs.signingKey)}/${day}`;
  const takeAddress = () => confirmationStore.take(address, OF_ONE_ADDRESS, now);
  const isAllowed =
    asked.purpose === 'sign-up'
      ? // The address first: whoever asks for one again and again takes nothing of the others' hundred.
        (await takeAddress()) && (await confirmationStore.take(`day/${day}`, OF_ONE_DAY, now))
      : (await confirmationStore.take(`reader/${asked.subscriberId}/${day}`, OF_ONE_READER, now)) &&
        (await takeAddress());
  if (isAllowed) await confirmationStore.add(newConfirmation(asked, now, needs.newConfirmationId));
  const outcome = isAllowed ? 'asked' : 'limited';
  log.outcome({ stage: asked.purpose, outcome });
  return outcome;
}

/** One that waits for its mail. */
export function newConfirmation(
  asked: Pick<Confirmation, 'purpose' | 'address' | 'language' | 'settings' | 'subscriberId' | 'linkVersion'>,
  now: Date,
  newConfirmationId: () => string = () => randomBytes(16).toString('hex'),
): Confirmation {
  return {
    schemaVersion: 1,
    confirmationId: newConfirmationId(),
    ...asked,
    state: 'waiting',
    tries: 0,
    askedAt: now.toISOString(),
    expiresAt: Math.floor(now.getTime() / 1000) + HOURS_GOOD * 3600,
  };
}
