import type { CommandIo } from './command-io.ts';

/** Between two remarks on long work. */
const PAUSE_MILLISECONDS = 2_000;

/**
 * Says on stderr how far long work has come: nothing for work of a moment, then a line every two seconds.
 *
 * @param clock epoch milliseconds
 */
export function createProgressNote(io: Pick<CommandIo, 'stderr'>, clock: () => number = Date.now) {
  let lastAt = clock();
  return (text: () => string): void => {
    if (clock() - lastAt < PAUSE_MILLISECONDS) return;
    lastAt = clock();
    io.stderr(text());
  };
}
