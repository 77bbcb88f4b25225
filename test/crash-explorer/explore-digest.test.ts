import { beforeAll, expect, test } from 'vitest';
import { setLogSink } from '../../lib/log.ts';
import { defences } from './defences.ts';
import type { Fault } from './fault.ts';
import { countFaults, noFaults } from './judge-life.ts';
import { playLife } from './play-life.ts';
import { printDigestProof } from './print-digest-proof.ts';
import { type DigestProof, proveDigest } from './prove-digest.ts';
import { writeScript } from './script.ts';
import { memoryStores } from './stores.ts';

/** A sample of what `npm run prove -- digest` plays whole. */
const SAMPLE = { singles: 59, samples: 12, embedded: 29, without: 17 };
let proof: DigestProof;

beforeAll(async () => {
  proof = await proveDigest(SAMPLE);
  console.log(printDigestProof(proof));
}, 240_000);

test('whatever breaks at whichever call, no mail goes twice, none is lost in silence, and every article comes once', () => {
  const parts = [proof.singles, proof.samples, proof.embedded];
  expect(parts.map(({ broken }) => broken)).toEqual([[], [], []]);
  expect(parts.map(({ verdict }) => countFaults(verdict))).toEqual([0, 0, 0]);
  expect(proof.singles.crashPoints).toBeGreaterThan(200);
  expect(parts.map(({ lives }) => lives > 5)).toEqual([true, true, true]);
});

test('of a batch of SES’s events the one that broke is given back alone, and comes again', async () => {
  setLogSink(() => {});
  const script = writeScript({ readers: [0], days: 4 });
  const life = (faults: Fault[]) =>
    playLife({ script, stores: memoryStores(script), faults, events: 'at once', ticks: 'one each' });
  const { calls } = await life([]);
  const first = calls.findIndex((name, index) => name === 'editionStore.endSend' && calls[index + 1] === name) + 1;
  const { counts, verdict } = await life([{ call: first, kind: 'time-out', moment: 'before' }]);
  setLogSink();
  expect([first > 0, counts.partialAnswers, verdict]).toEqual([true, 1, noFaults()]);
});

test('nothing comes again while SES tells of every mail in time', () => {
  expect(proof.singles.verdict).toEqual(noFaults());
});

test.each(Object.keys(defences))('without the defence the exploration fails: %s', (name) => {
  const broken = countFaults(proof.without[name]?.verdict ?? noFaults());
  expect(broken).toBeGreaterThan(0);
});
