import { type ResendEditionNeeds, resendEdition } from '../digest/resend-edition.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';
import { findSubscriber } from './find-subscriber.ts';

export interface DigestResendOptions {
  /** An edition's id, or its key behind the reader's id: a local date, for example. */
  edition: string;
  /** Id or address of its reader. */
  to: string;
  mayComeTwice?: boolean | undefined;
}

export interface DigestResendNeeds extends ResendEditionNeeds {
  subscriberStore: Pick<SubscriberStore, 'list'>;
}

const EDITION_KEY = /^\d{4}-\d{2}-\d{2}(t\d{14})?$/;

/** Has an edition that was not sent sent after all, by the next tick of send-digests and with the bytes that it has. */
export async function digestResendCommand(
  options: DigestResendOptions,
  needs: DigestResendNeeds,
  io: CommandIo,
): Promise<void> {
  const [key = '', owner, ...rest] = options.edition.trim().split('/').reverse();
  if (!EDITION_KEY.test(key) || rest.length > 0)
    throw new UserError(
      `--edition ${options.edition}: give an id of "vigil digest status", or a date as 2026-08-29`,
      2,
    );
  const reader = await findSubscriber(options.to, needs.subscriberStore);
  if (owner !== undefined && owner !== reader.subscriberId)
    throw new UserError(`--edition ${options.edition}: is not an edition of ${options.to}; nothing changed`, 2);
  const editionId = `${reader.subscriberId}/${key}`;
  const { isRisky } = await resendEdition(editionId, reader, options, needs);
  if (isRisky) io.stderr(`warning: ${editionId} may come twice to ${reader.address}`);
  io.stdout(
    `given back ${editionId}: the next tick of send-digests sends it to ${reader.address}, within five minutes where a stack or "npm start" runs`,
  );
}
