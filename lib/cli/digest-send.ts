import { z } from 'zod';
import type { ConfirmationStore } from '../digest/confirmation-store.ts';
import { hashMailbox } from '../digest/hash-mailbox.ts';
import { type SendTestNeeds, sendTest } from '../digest/send-test.ts';
import type { Subscriber } from '../digest/subscriber.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';
import { findSubscriber } from './find-subscriber.ts';

export interface DigestSendOptions {
  to: string;
  test?: boolean | undefined;
  /** Id or address of the reader whose digest it is; without it English and UTC. */
  subscriber?: string | undefined;
}

export interface DigestSendNeeds extends SendTestNeeds {
  subscriberStore: Pick<SubscriberStore, 'list'>;
  confirmationStore: Pick<ConfirmationStore, 'refusalOf'>;
  now: () => Date;
}

const WINDOW_MILLISECONDS = { daily: 86_400_000, instant: 86_400_000, weekly: 7 * 86_400_000 };
const MAY_GET_MAIL = new Set<string>(['active', 'paused'] satisfies Subscriber['state'][]);

/** Sends a test of the digest to the one address that is named. Editions and what readers get stay as they are. */
export async function digestSendCommand(
  options: DigestSendOptions,
  needs: DigestSendNeeds,
  io: CommandIo,
): Promise<void> {
  const address = options.to.trim();
  if (!options.test) {
    throw new UserError(
      'digest send: only tests are sent by hand, with --test; readers get their editions from send-digests, once each, and "vigil digest resend" gives a failed one back to it',
      2,
    );
  }
  if (!z.email().safeParse(address).success) {
    throw new UserError(`--to ${address}: use a whole mail address, for example you@example.org`, 2);
  }
  const readers = await needs.subscriberStore.list();
  const owner = readers.find((reader) => reader.address.toLowerCase() === address.toLowerCase());
  if (owner && !MAY_GET_MAIL.has(owner.state))
    throw new UserError(`${address} is ${owner.state}: nothing is sent there, tests neither; use another address`);
  const mailboxId = hashMailbox(address, await needs.mailboxKeyStore.get());
  if (!owner && (await needs.confirmationStore.refusalOf(mailboxId)))
    throw new UserError(`${address}: a mail bounced there, or was called unwanted; use another address`);

  const subscriber =
    options.subscriber === undefined
      ? undefined
      : await findSubscriber(options.subscriber, { list: async () => readers });
  const to = needs.now().toISOString();
  const from = new Date(Date.parse(to) - WINDOW_MILLISECONDS[subscriber?.frequency ?? 'daily']).toISOString();
  const { subject, end } = await sendTest(address, { subscriber, from, to }, needs);
  if (end.status === 'accepted') return io.stdout(`sent to ${address}: ${subject} (${end.messageId})`);
  if (end.status === 'unknown')
    throw new UserError(`${address}: whether SES took the test is not known (${end.reason}); look into the mailbox`);
  throw new UserError(`${address}: SES refused the test: ${end.reason}; "vigil doctor" says what it asks for`);
}
