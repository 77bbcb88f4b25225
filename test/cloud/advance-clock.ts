/**
 * Loaded before the runtime client where a tick of a later time is played: the process's clock is ahead by the seconds
 * that stand in this module's address (`?seconds=300`). Timers run as always.
 */
import { isMainThread } from 'node:worker_threads';

const aheadMilliseconds = 1000 * Number(new URL(import.meta.url).searchParams.get('seconds') ?? 0);
const RealDate = Date;

class LaterDate extends RealDate {
  constructor(...args: unknown[]) {
    if (args.length === 0) super(LaterDate.now());
    else super(...(args as [string]));
  }
  static override now(): number {
    return RealDate.now() + aheadMilliseconds;
  }
}

if (isMainThread) globalThis.Date = LaterDate as DateConstructor;
