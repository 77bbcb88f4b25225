import { beforeAll, expect, test } from 'vitest';
import { defences } from './defences.ts';
import { countFaults, noFaults } from './judge-life.ts';
import { printDigestProof } from './print-digest-proof.ts';
import { type DigestProof, proveDigest } from './prove-digest.ts';

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
  expect(parts.reduce((sum, { partialAnswers }) => sum + partialAnswers, 0)).toBeGreaterThan(0);
});

test('nothing comes again while SES tells of every mail in time', () => {
  expect(proof.singles.verdict).toEqual(noFaults());
});

test.each(Object.keys(defences))('without the defence the exploration fails: %s', (name) => {
  const broken = countFaults(proof.without[name]?.verdict ?? noFaults());
  expect(broken).toBeGreaterThan(0);
});
