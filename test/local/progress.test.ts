import { expect, test } from 'vitest';
import type { PassProgress } from '../../lib/local/pass-progress.ts';
import { createProgressDisplay } from '../../lib/local/progress.ts';

const progress: PassProgress = {
  seconds: 12.4,
  feeds: { done: 4, all: 9 },
  items: { done: 15, all: 60 },
  outcomes: { 'off-topic': 3, recorded: 12 },
  faults: 1,
};

function stream(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 120, written, write: (text: string) => written.push(text) };
}

test('a terminal gets one line that is rewritten and removed at the end', () => {
  const terminal = stream(true);
  const display = createProgressDisplay(terminal);
  display.update(progress);
  display.end();
  expect(terminal.written).toEqual([
    '\r\x1b[K12 s · feeds 4/9 · articles 15/60 · 12 recorded, 3 off-topic, 1 failed for now',
    '\r\x1b[K',
  ]);
});

test('elsewhere a plain line is written every five seconds', () => {
  const file = stream(false);
  const display = createProgressDisplay(file);
  for (const seconds of [0.5, 1, 5.4, 5.5, 6]) display.update({ ...progress, seconds, outcomes: {}, faults: 0 });
  display.end();
  expect(file.written).toEqual(['0 s · feeds 4/9 · articles 15/60\n', '5 s · feeds 4/9 · articles 15/60\n']);
});

test('with --json nothing is written', () => {
  const terminal = stream(true);
  const display = createProgressDisplay(terminal, { isSilent: true });
  display.update(progress);
  display.end();
  expect(terminal.written).toEqual([]);
});
