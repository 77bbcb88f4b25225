import { type ReclassifyNeeds, reclassify } from '../coverage/reclassify.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';
import { printReclassification } from './print-reclassification.ts';
import { createProgressNote } from './progress-note.ts';
import { readSince } from './read-since.ts';

export interface ReclassifyOptions {
  since: string;
  dryRun?: boolean | undefined;
  json?: boolean | undefined;
}

/** Applies the rules in use here to what was recorded, or ended off topic, since a time. */
export async function reclassifyCommand(
  options: ReclassifyOptions,
  needs: ReclassifyNeeds & { signal: AbortSignal },
  io: CommandIo,
): Promise<void> {
  const since = readSince(options.since, needs.now());
  const isDryRun = options.dryRun === true;
  const note = createProgressNote(io);
  const report = await reclassify({ since, isDryRun, signal: needs.signal }, needs, ({ judged, moves }, where) =>
    note(() => `${judged.coverage + judged.offTopic} articles judged, ${moves.length} moved (${where})`),
  );
  const isWhole = !needs.signal.aborted;
  if (options.json) io.stdout(JSON.stringify({ dryRun: isDryRun, since, isWhole, ...report }, null, 2));
  else io.stdout(printReclassification(report, { since, isDryRun }));
  if (!isWhole) throw new UserError('stopped; what was changed stays, run it again to go on', 130);
}
