import { describe, expect, it } from 'vitest';
import type { PassSummary } from '../../lib/local/pass-summary.ts';
import { printSummary } from '../../lib/local/print-summary.ts';

const quiet: PassSummary = {
  startedAt: '2026-08-29T06:00:00.000Z',
  endedAt: '2026-08-29T06:00:02.500Z',
  seconds: 2.5,
  feeds: { checked: 0, byOutcome: {}, waiting: 0 },
  items: { seen: 0, byOutcome: {}, waiting: 0 },
  mails: { byOutcome: {} },
  faults: 0,
  deadLetters: 0,
};

describe('printSummary', () => {
  it('says why no feed was asked', () => {
    expect(printSummary(quiet)).toBe(
      'No feed was asked: "vigil feeds list" shows which are paused or wait after a failure\n0 items seen',
    );
  });

  it('tells every end with what it means, in a fixed order', () => {
    const summary: PassSummary = {
      ...quiet,
      feeds: { checked: 3, byOutcome: { read: 2, failing: 1 }, waiting: 0 },
      items: { seen: 6, byOutcome: { 'off-topic': 3, recorded: 1 }, waiting: 2 },
      mails: { byOutcome: { sent: 1 } },
      faults: 1,
      deadLetters: 2,
    };
    expect(printSummary(summary).split('\n')).toEqual([
      '3 feeds asked in 2.5 s: 2 read, 1 failing',
      '6 items seen',
      '      1  recorded         relevant, recorded as coverage',
      '      3  off-topic        on something else',
      '      2  waiting          put off; the next pass goes on with them',
      'mails: 1 sent',
      '1 faults; the log names them, and what failed is tried again',
      '2 messages failed every time and wait in the dead-letter queues',
    ]);
  });
});
