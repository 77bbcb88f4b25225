import type { MailOutcome } from './mail-outcome.ts';
import { type SendDigestsInput, type SendDigestsNeeds, sendDigests } from './send-digests.ts';
import { type ServeConfirmationsNeeds, serveConfirmations } from './serve-confirmations.ts';

/**
 * All mail of one tick: first what has to be confirmed, of which there is little, then the editions.
 *
 * @throws what broke in either, after both
 */
export async function sendMails(
  input: SendDigestsInput,
  needs: SendDigestsNeeds & ServeConfirmationsNeeds,
): Promise<MailOutcome[]> {
  const broken = await serveConfirmations(needs).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  const outcomes = await sendDigests(input, needs);
  if (broken) throw broken.error;
  return outcomes;
}
