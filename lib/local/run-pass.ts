import type { CommandIo } from '../cli/command-io.ts';
import { UserError } from '../errors.ts';
import type { LocalStack } from './open-stack.ts';
import { printSummary } from './print-summary.ts';
import { createProgressDisplay } from './progress.ts';
import { requestPass } from './request-pass.ts';
import { createStageRunner } from './stage-runner.ts';
import { stopSignal } from './stop-signal.ts';

/** `vigil run --once`: one whole pass over every feed that may be asked, without mails. */
export async function runPass(
  options: { json?: boolean | undefined },
  stack: LocalStack,
  io: CommandIo,
): Promise<void> {
  if ((await stack.services.feedStore.list()).length === 0) {
    throw new UserError(
      'the feed list is empty: add a feed with "vigil feeds add ADDRESS" or a list with "vigil feeds import config/feeds.json"',
    );
  }
  const progress = createProgressDisplay(process.stderr, { isSilent: options.json === true });
  const signal = stopSignal(() =>
    io.stderr('\nStopping: what is under way is finished first; Ctrl-C again ends at once.'),
  );
  const pass = { force: true, signal, onProgress: progress.update };
  try {
    const summary =
      (await requestPass(stack.instance, pass)) ?? (await (await createStageRunner({ env: stack.env })).runOnce(pass));
    progress.end();
    io.stdout(options.json ? JSON.stringify({ ...summary, log: stack.logPath }, null, 2) : printSummary(summary));
    if (signal.aborted) throw new UserError('stopped; what was accepted is kept, run again to go on', 130);
    const { checked, byOutcome } = summary.feeds;
    if (checked > 0 && byOutcome.failing === checked) {
      throw new UserError(
        'no feed could be reached: is this machine connected to the internet? Each is tried again later',
      );
    }
  } finally {
    progress.end();
  }
}
