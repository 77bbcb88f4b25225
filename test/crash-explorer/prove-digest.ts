import { defences } from './defences.ts';
import { openEmbeddedStores } from './embedded-stores.ts';
import {
  type Exploration,
  exploreEmbedded,
  exploreSamples,
  exploreSingles,
  exploreWithout,
  pairsOfReaders,
} from './explore-digest.ts';
import { countFaults } from './judge-life.ts';
import { writeScript } from './script.ts';

/** How much is explored; a test takes less of everything. */
export interface ProofSize {
  /** Of single faults each n-th is played. */
  singles: number;
  samples: number;
  /** Of single faults on dynalite. */
  embedded: number;
  /** Of the faults against which a removed defence stood, so many are played. */
  without: number;
}

export interface DigestProof {
  singles: Exploration;
  samples: Exploration;
  embedded: Exploration;
  /** By what is done without the defence. */
  without: Readonly<Record<string, Exploration>>;
  /** One sentence each; empty when the proof holds. */
  problems: string[];
}

export const WHOLE: ProofSize = { singles: 1, samples: 250, embedded: 1, without: 60 };
export const SEED = 19880728;

/** Drives the handlers of send-digests and mail-events through every port call and fault, then once more for each defence with that one removed. */
export async function proveDigest(size: ProofSize, onStep: (step: string) => void = () => {}): Promise<DigestProof> {
  const told = (what: string) => (lives: number) => onStep(`${what}, ${lives} lives`);
  const singles = await exploreSingles(pairsOfReaders(), { everyNth: size.singles, onLife: told('one fault each') });
  const everybody = writeScript({ readers: [0, 1, 2, 3], days: 4 });
  const samples = await exploreSamples(everybody, { seed: SEED, lives: size.samples, onLife: told('samples') });
  const embedded = await onEmbedded(size.embedded, told('on dynalite'));
  const without: Record<string, Exploration> = {};
  for (const [name, removal] of Object.entries(defences)) {
    without[name] = await exploreWithout(removal, { most: size.without, onLife: told(`without: ${name}`) });
  }
  const problems = [
    ...[singles, samples, embedded].flatMap(({ broken }) => broken),
    ...Object.entries(without)
      .filter(([, { verdict }]) => countFaults(verdict) === 0)
      .map(([name]) => `not caught: ${name}`),
  ];
  return { singles, samples, embedded, without, problems };
}

async function onEmbedded(everyNth: number, onLife: (lives: number) => void): Promise<Exploration> {
  const script = writeScript({ readers: [0], days: 3 });
  const stores = await openEmbeddedStores(script);
  try {
    return await exploreEmbedded(script, stores, { everyNth, onLife });
  } finally {
    await stores.close();
  }
}
