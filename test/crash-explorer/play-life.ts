import { onOutcome } from '../../lib/log.ts';
import { judgeLife, type Verdict } from './judge-life.ts';
import { processes } from './process.ts';
import { createWorld, type WorldOptions } from './world.ts';

/**
 * How ticks come: one each, each delivered twice one after the other, each twice at once; none on the second day until
 * two minutes before the last reader's midnight, or none on that whole day.
 */
export type TickWay = 'one each' | 'twice' | 'two at once' | 'hours without' | 'a day without';

export interface LifeOptions extends WorldOptions {
  ticks: TickWay;
}

export interface Life {
  verdict: Verdict;
  /** Of the queue of SES's events. */
  counts: { batches: number; partialAnswers: number };
  /** `<port>.<method>` of every call before the calm days. */
  calls: string[];
}

const SECOND_DAY = '2026-08-29';
const OUTAGE_ENDS = '2026-08-29T06:58';

function isMissing(tick: number, way: TickWay): boolean {
  const time = new Date(tick).toISOString();
  if (!time.startsWith(SECOND_DAY)) return false;
  return way === 'a day without' || (way === 'hours without' && time < OUTAGE_ENDS);
}

/** Plays the script once with its faults, and judges what came of it. */
export async function playLife(options: LifeOptions): Promise<Life> {
  const world = createWorld(options);
  const stop = onOutcome((outcome) => {
    // What a process that is gone would have said, nobody hears.
    if (processes.getStore()?.isGone === false) world.outcomes.push(outcome);
  });
  const ran: number[] = [];
  let calmCalls: number | undefined;
  try {
    for (const tick of options.script.ticks) {
      await world.advanceTo(tick);
      if (tick >= options.script.calmFrom) calmCalls ??= world.calls.length;
      if (isMissing(tick, options.ticks)) continue;
      ran.push(world.clock.now);
      if (options.ticks === 'two at once') await Promise.all([world.runTick(), world.runTick()]);
      else await world.runTick();
      if (options.ticks === 'twice') await world.runTick();
    }
    await world.advanceTo(world.clock.now + 30 * 3_600_000);
  } finally {
    stop();
  }
  return { verdict: await judgeLife(world, ran), counts: world.queue.counts, calls: world.calls.slice(0, calmCalls) };
}
