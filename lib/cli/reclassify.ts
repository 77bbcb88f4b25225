import { type ReclassifyNeeds, reclassify } from '../coverage/reclassify.ts';
import type { CountDaysNeeds } from '../digest/count-days.ts';
import { recountDays } from '../digest/recount-days.ts';
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

export interface ReclassifyCommandNeeds extends ReclassifyNeeds, Pick<CountDaysNeeds, 'dayCountStore'> {
  signal: AbortSignal;
}

/**
 * Applies the rules in use here to what was recorded, or ended off topic, since a time; then the counts of those days that a
 * digest shows as their trend, whatever this pass or one that was broken off has moved.
 */
export async function reclassifyCommand(
  options: ReclassifyOptions,
  needs: ReclassifyCommandNeeds,
  io: CommandIo,
): Promise<void> {
  const since = readSince(options.since, needs.now());
  const isDryRun = options.dryRun === true;
  const note = createProgressNote(io);
  const report = await reclassify({ since, isDryRun, signal: needs.signal }, needs, ({ judged, moves }, where) =>
    note(() => `${judged.coverage + judged.offTopic} articles judged, ${moves.length} moved (${where})`),
  );
  const isWhole = !needs.signal.aborted;
  const recountedDays =
    isWhole && !isDryRun ? await recountDays(since.slice(0, 10), needs.now().toISOString().slice(0, 10), needs) : [];
  if (options.json) io.stdout(JSON.stringify({ dryRun: isDryRun, since, isWhole, ...report, recountedDays }, null, 2));
  else io.stdout(printReclassification(report, { since, isDryRun }));
  if (!options.json && recountedDays.length > 0) io.stdout(`days counted anew: ${sayDays(recountedDays)}`);
  if (!isWhole) throw new UserError('stopped; what was changed stays, run it again to go on', 130);
}

/** A month of days is told by its ends. */
const sayDays = (days: readonly string[]): string =>
  days.length > 3 ? `${days.length}, from ${days[0]} to ${days.at(-1)}` : days.join(', ');
