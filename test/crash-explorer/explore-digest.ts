import { setLogSink } from '../../lib/log.ts';
import type { Removal } from './defences.ts';
import type { EmbeddedStores } from './embedded-stores.ts';
import { type Fault, type FaultKind, faultsAt, isPlayedBefore } from './fault.ts';
import { countFaults, noFaults, type Verdict } from './judge-life.ts';
import { type LifeOptions, playLife, type TickWay } from './play-life.ts';
import { type Script, writeScript } from './script.ts';
import { seededRandom } from './seeded-random.ts';
import { memoryStores } from './stores.ts';
import type { EventWay } from './world.ts';

/** What many lives came to. */
export interface Exploration {
  lives: number;
  /** Port calls of undisturbed lives that were struck. */
  crashPoints: number;
  verdict: Verdict;
  /** Batches of several of SES's events, and answers of the function that gave a part of one back. */
  batches: number;
  partialAnswers: number;
  /** The first lives that went wrong, in words. */
  broken: string[];
}

const TICK_WAYS: readonly TickWay[] = ['one each', 'twice', 'two at once', 'hours without', 'a day without'];
const EVENT_WAYS: readonly EventWay[] = ['at once', 'three hours late', 'a day late', 'twice', 'last first', 'never'];
const MOST_BROKEN = 20;
const MOST_FAULTS = 3;

export type OnLife = (lives: number) => void;

/** Two readers a script: what one's trouble does to the other shows, and a life stays short. */
export const pairsOfReaders = (): Script[] =>
  [
    [0, 1],
    [2, 3],
  ].map((readers) => writeScript({ readers, days: 4 }));

/** Every fault at every port call, one a life. @param everyNth takes each n-th of them only */
export async function exploreSingles(
  scripts: readonly Script[],
  { everyNth = 1, onLife = () => {} }: { everyNth?: number; onLife?: OnLife } = {},
): Promise<Exploration> {
  const exploration = newExploration();
  let seen = 0;
  for (const script of scripts) {
    const { calls } = await live({ script });
    exploration.crashPoints += calls.length;
    for (const [index, name] of calls.entries()) {
      for (const fault of faultsAt(index + 1, name)) {
        if (isPlayedBefore(fault)) continue;
        seen += 1;
        if (seen % everyNth !== 0) continue;
        await explore(exploration, { script, faults: [fault] }, nameOf(fault, name));
        onLife(exploration.lives);
      }
    }
  }
  return exploration;
}

/** Up to three faults a life, with every way in which ticks and events come, drawn by a seed. */
export async function exploreSamples(
  script: Script,
  { seed, lives, onLife = () => {} }: { seed: number; lives: number; onLife?: OnLife },
): Promise<Exploration> {
  const exploration = newExploration();
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  for (let count = 0; count < lives; count += 1) {
    const ways = { ticks: pick(TICK_WAYS), events: pick(EVENT_WAYS) };
    const { calls } = await live({ script, ...ways });
    const faults: Fault[] = [];
    for (let more = Math.floor(random() * (MOST_FAULTS + 1)); more > 0; more -= 1) {
      const index = Math.floor(random() * calls.length);
      faults.push(pick(faultsAt(index + 1, calls[index] ?? '')));
    }
    const named = faults.map(({ kind, moment, call }) => `${kind} ${moment} call ${call}`).join(', ');
    await explore(exploration, { script, ...ways, faults }, `ticks ${ways.ticks}, events ${ways.events}: ${named}`);
    onLife(exploration.lives);
  }
  return exploration;
}

/** Crashes, time-outs and second runs at every port call, on the stores of the deployed stages. */
export async function exploreEmbedded(
  script: Script,
  embedded: EmbeddedStores,
  { everyNth = 1, onLife = () => {} }: { everyNth?: number; onLife?: OnLife } = {},
): Promise<Exploration> {
  const exploration = newExploration();
  const { calls } = await live({ script, stores: await embedded.renew() });
  exploration.crashPoints = calls.length;
  let seen = 0;
  for (const [index, name] of calls.entries()) {
    for (const fault of faultsAt(index + 1, name).filter(({ kind }) => EMBEDDED_KINDS.has(kind))) {
      if (isPlayedBefore(fault)) continue;
      seen += 1;
      if (seen % everyNth !== 0) continue;
      const stores = await embedded.renew();
      await explore(exploration, { script, stores, faults: [fault] }, `on dynalite, ${nameOf(fault, name)}`);
      onLife(exploration.lives);
    }
  }
  return exploration;
}

/** The faults against which a defence stands, with that one removed. @param most takes so many of them, evenly */
export async function exploreWithout(
  { weaken, settleSeconds, isDeaf, ways = {}, kinds, at }: Removal,
  { most = Number.POSITIVE_INFINITY, onLife = () => {} }: { most?: number; onLife?: OnLife } = {},
): Promise<Exploration> {
  const exploration = newExploration();
  const weakened = { weaken, settleSeconds, isDeaf, ...ways };
  const struck: { script: Script; fault: Fault; name: string }[] = [];
  for (const script of pairsOfReaders()) {
    const { calls } = await live({ script, ...weakened });
    for (const [index, name] of calls.entries()) {
      const faults = at.test(name) ? faultsAt(index + 1, name) : [];
      for (const fault of faults) if (kinds.includes(fault.kind)) struck.push({ script, fault, name });
    }
  }
  const step = Math.max(1, struck.length / most);
  for (let next = 0; next < struck.length; next += step) {
    const { script, fault, name } = struck[Math.floor(next)] as (typeof struck)[number];
    await explore(exploration, { script, ...weakened, faults: [fault] }, nameOf(fault, name));
    onLife(exploration.lives);
  }
  return exploration;
}

const EMBEDDED_KINDS = new Set<FaultKind>(['crash', 'time-out', 'second run']);

const nameOf = ({ kind, moment, call }: Fault, name: string) => `${kind} ${moment} call ${call}, ${name}`;

const newExploration = (): Exploration => ({
  ...{ lives: 0, crashPoints: 0, batches: 0, partialAnswers: 0 },
  verdict: noFaults(),
  broken: [],
});

async function live({ script, ...options }: Partial<LifeOptions> & { script: Script }) {
  const stores = memoryStores(script);
  setLogSink(() => {});
  return playLife({ script, stores, faults: [], events: 'at once', ticks: 'one each', ...options }).finally(() =>
    setLogSink(),
  );
}

async function explore(
  exploration: Exploration,
  options: Partial<LifeOptions> & { script: Script },
  name: string,
): Promise<void> {
  const { verdict, counts } = await live(options);
  exploration.batches += counts.batches;
  exploration.partialAnswers += counts.partialAnswers;
  addVerdict(exploration, verdict, name);
}

function addVerdict(exploration: Exploration, verdict: Verdict, name: string): void {
  exploration.lives += 1;
  for (const key of Object.keys(verdict) as (keyof Verdict)[]) exploration.verdict[key] += verdict[key];
  if (countFaults(verdict) === 0 || exploration.broken.length >= MOST_BROKEN) return;
  const wrong = Object.entries(verdict).filter(([, count]) => count > 0);
  exploration.broken.push(`${name}: ${wrong.map(([what, count]) => `${what} ${count}`).join(', ')}`);
}
