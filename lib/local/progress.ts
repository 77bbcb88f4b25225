import type { PassProgress } from './pass-progress.ts';

/** Seconds between two lines where the terminal cannot rewrite one. */
const PLAIN_INTERVAL_SECONDS = 5;

export interface ProgressDisplay {
  update(progress: PassProgress): void;
  /** Leaves the terminal with a clean line. */
  end(): void;
}

/** Where the display writes; process.stderr in the commands. */
export interface ProgressStream {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/**
 * One line that is rewritten on a terminal, a plain line every few seconds elsewhere.
 *
 * @param options.isSilent for `--json`: nothing is written
 */
export function createProgressDisplay(
  stream: ProgressStream = process.stderr,
  options: { isSilent?: boolean } = {},
): ProgressDisplay {
  let nextPlainAt = 0;
  let isLineOpen = false;
  return {
    update(progress) {
      if (options.isSilent) return;
      const line = describeProgress(progress);
      if (stream.isTTY) {
        stream.write(`\r\x1b[K${line.slice(0, (stream.columns ?? 80) - 1)}`);
        isLineOpen = true;
      } else if (progress.seconds >= nextPlainAt) {
        stream.write(`${line}\n`);
        nextPlainAt = progress.seconds + PLAIN_INTERVAL_SECONDS;
      }
    },
    end() {
      if (isLineOpen) stream.write('\r\x1b[K');
      isLineOpen = false;
    },
  };
}

/** `12 s · feeds 4/9 · articles 31/60 · 12 recorded, 3 off-topic` */
function describeProgress({ seconds, feeds, items, outcomes, faults }: PassProgress): string {
  const ends = Object.entries(outcomes)
    .sort(([, a], [, b]) => b - a)
    .map(([outcome, count]) => `${count} ${outcome}`);
  if (faults > 0) ends.push(`${faults} failed for now`);
  return [
    `${Math.floor(seconds)} s`,
    `feeds ${feeds.done}/${feeds.all}`,
    `articles ${items.done}/${items.all}`,
    ...(ends.length > 0 ? [ends.join(', ')] : []),
  ].join(' · ');
}
