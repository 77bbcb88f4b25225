import { hashMailbox } from '../digest/hash-mailbox.ts';
import { isHeld } from '../digest/is-held.ts';
import { readerRefusal } from '../digest/reader-refusal.ts';
import type { Subscriber } from '../digest/subscriber.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';
import { type FindRefusalNeeds, sayComplaint } from './find-refusal.ts';
import { findSubscriber } from './find-subscriber.ts';

export interface SubscribersStateNeeds {
  subscriberStore: Pick<SubscriberStore, 'list' | 'setState'>;
  now: () => Date;
}

interface ReasonOption {
  reason?: string | undefined;
}

const MOST_REASON_CHARS = 300;
const BY_OPERATOR = 'set by the operator';

/** Sends a reader nothing until the operator resumes them; zone, hour and language stay. */
export async function subscribersPauseCommand(
  addressOrId: string,
  options: ReasonOption,
  needs: SubscribersStateNeeds,
  io: CommandIo,
): Promise<void> {
  const reason = readReason(options);
  const reader = await findSubscriber(addressOrId, needs.subscriberStore);
  const { subscriberId, address, state } = reader;
  const isOwnPause = state === 'paused' && !isHeld(reader);
  if (state !== 'active' && !isOwnPause) return io.stdout(`${state} already: ${address}`);
  await setState(reader, 'paused', reason, needs);
  const note = isOwnPause ? '; they had paused it themselves, now they cannot go on by themselves' : '';
  io.stdout(`paused ${subscriberId}: ${address}${note}`);
}

/**
 * Sends a reader editions again. Who left, or whose mailbox refused, comes back only for a reason that is written down;
 * who called a mail unwanted not before that is forgotten, whatever the operator heard.
 */
export async function subscribersResumeCommand(
  addressOrId: string,
  options: ReasonOption,
  needs: SubscribersStateNeeds & FindRefusalNeeds,
  io: CommandIo,
): Promise<void> {
  const reason = readReason(options);
  const reader = await findSubscriber(addressOrId, needs.subscriberStore);
  const { subscriberId, address, state } = reader;
  if (state === 'active') return io.stdout(`active already: ${address}`);
  await refuseComplainer(reader, needs);
  if (state !== 'paused' && reason === undefined) {
    throw new UserError(
      `${address} is ${state}: write to them again only when they asked for it, and say so with --reason "…"`,
    );
  }
  await setState(reader, 'active', reason, needs);
  io.stdout(`resumed ${subscriberId}: ${address}`);
}

/** Of a reader the complaint stands in their row; of one who had left before it, beside the other refusals. */
async function refuseComplainer(
  reader: Subscriber,
  { confirmationStore, mailboxKeyStore, now }: SubscribersStateNeeds & FindRefusalNeeds,
): Promise<void> {
  const mailboxId = hashMailbox(reader.address, await mailboxKeyStore.get());
  const complaint = [readerRefusal(reader, mailboxId), await confirmationStore.refusalOf(mailboxId)].find(
    (refusal) => refusal?.reason === 'complained' && refusal.expiresAt > now().getTime() / 1000,
  );
  if (complaint) throw new UserError(`${reader.address}: ${sayComplaint(complaint)}; nothing changed`);
}

/** Only from the state that was judged: who unsubscribes or complains in between stays as they wanted it. */
async function setState(
  { subscriberId, address, state: judged }: Subscriber,
  state: 'active' | 'paused',
  reason: string | undefined,
  { subscriberStore, now }: SubscribersStateNeeds,
): Promise<void> {
  const at = now().toISOString();
  const change = { state, at, reason: reason ?? BY_OPERATOR, onlyFrom: [judged], byOperator: true };
  if (await subscriberStore.setState(subscriberId, change)) return;
  throw new UserError(`${address} was changed in this moment; look at "vigil subscribers show ${subscriberId}" first`);
}

function readReason({ reason }: ReasonOption): string | undefined {
  const text = reason?.trim();
  if (text === undefined) return undefined;
  if (text === '' || text.length > MOST_REASON_CHARS) {
    throw new UserError(`--reason: write one to ${MOST_REASON_CHARS} characters`, 2);
  }
  if (/\S+@\S+/.test(text)) throw new UserError('--reason: write it without a mail address; it is shown and kept', 2);
  return text;
}
