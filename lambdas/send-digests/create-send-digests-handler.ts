import { type ObservingNeeds, observed } from '../../lib/aws/telemetry.ts';
import type { SendDigestsNeeds } from '../../lib/digest/send-digests.ts';
import { sendMails } from '../../lib/digest/send-mails.ts';
import type { ServeConfirmationsNeeds } from '../../lib/digest/serve-confirmations.ts';

type SendDigestsServices = SendDigestsNeeds & ServeConfirmationsNeeds & ObservingNeeds;

/** What the schedule sends; `settleSeconds` only when an operator sends after a pass that has ended. */
interface Tick {
  /** ISO 8601, UTC. */
  time: string;
  settleSeconds?: number;
}

export const createSendDigestsHandler = (services: SendDigestsServices) =>
  observed('send-digests', ({ time, settleSeconds }: Tick) => sendMails({ time, settleSeconds }, services), services);
