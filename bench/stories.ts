import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDynamoClient } from '../lib/aws/dynamo-client.ts';
import { createDynamoStoryIndex } from '../lib/aws/dynamo-story-index.ts';
import { countInto } from '../lib/aws/usage-meter.ts';
import { noUsage } from '../lib/cost/usage.ts';
import { startEmbeddedAws } from '../lib/local/embedded-aws.ts';
import { readSettings } from '../lib/settings.ts';
import { createMemoryStoryIndex } from '../lib/stories/memory-story-index.ts';
import { type Placed, placeStorySet } from '../test/stories/place-story-set.ts';
import { scoreStories } from '../test/stories/score-stories.ts';
import { readStorySet, type SetArticle } from '../test/stories/story-set.ts';
import { storyFilling } from './story-filling.ts';
import { groupByJaccard, groupByTitle } from './story-peers.ts';
import { countIndex } from './story-units.ts';

const SIZES = [1_000, 10_000, 100_000];
/** Articles whose cost is measured at each size, after the others are stored. */
const PROBES = 100;
/** The peer compares each with every stored text. */
const PEER_PROBES = 10;

/** How right the stories are and what they cost, beside two plain ways; then what an article costs as the table grows. */
export async function benchStories(): Promise<void> {
  const set = readStorySet();
  await compareQuality(set);
  await measureGrowth(set);
  await measureOnTables(set.slice(0, PROBES));
}

async function compareQuality(set: readonly SetArticle[]): Promise<void> {
  const ways: [name: string, run: () => Promise<Placed[]> | Placed[]][] = [
    ['the same title', () => groupByTitle(set)],
    ['every pair, Jaccard of shingles ≥ .5', () => groupByJaccard(set)],
    ['vigil', () => placeStorySet(set)],
  ];
  const clusters = new Set(set.map(({ cluster }) => cluster)).size;
  console.log(`\nstories: ${set.length} articles in ${clusters} clusters, one table; of pairs of articles`);
  console.log(`${row(['precision', 'recall', 'told anew', 'wrong', 'CPU ms'])}  way`);
  for (const [name, run] of ways) {
    const before = process.cpuUsage();
    const score = scoreStories(await run());
    const { found = 0, pairs = 1 } = score.recallByKind['told-anew'] ?? {};
    const shares = [score.precision, score.recall, found / pairs].map((share) => share.toFixed(3));
    console.log(`${row([...shares, score.wrongPairs, (cpuSince(before) / set.length).toFixed(2)])}  ${name}`);
  }
  for (const batch of ['first', 'held-out', 'second', 'features', 'unseen', 'near-misses', 'follow-ups'] as const) {
    const { precision, recall } = scoreStories(await placeStorySet(set.filter((one) => one.batch === batch)));
    console.log(`${row([precision.toFixed(3), recall.toFixed(3), '', '', ''])}  vigil, batch "${batch}" alone`);
  }
}

interface Growth {
  reads: number;
  writes: number;
  calls: number;
  cpuMilliseconds: number;
  peerMilliseconds: number;
}

/** The index in memory, its calls and units counted by DynamoDB's rules. */
async function measureGrowth(set: readonly SetArticle[]): Promise<void> {
  console.log(`\nstories: one more article by the number stored, mean of ${PROBES}; ratios to the first row`);
  const heads = ['units', 'CPU', 'peer CPU', 'stored', 'reads', 'writes', 'calls', 'CPU ms'];
  console.log(`${row(heads)}  CPU ms of the peer: Jaccard with every stored text`);
  let first: Growth | undefined;
  for (const size of SIZES) {
    const grown = await measureAt(size, set);
    first ??= grown;
    const ratios = [
      (grown.reads + grown.writes) / (first.reads + first.writes),
      grown.cpuMilliseconds / first.cpuMilliseconds,
      grown.peerMilliseconds / first.peerMilliseconds,
    ].map((ratio) => `${ratio.toFixed(2)}×`);
    const means = [grown.reads, grown.writes, grown.calls, grown.cpuMilliseconds];
    const cells = [...ratios, size, ...means.map((mean) => mean.toFixed(1))];
    console.log(`${row(cells)}  ${grown.peerMilliseconds.toFixed(1)}`);
  }
}

async function measureAt(size: number, set: readonly SetArticle[]): Promise<Growth> {
  const probes = set.filter(({ kind }) => kind === 'told-anew').slice(0, PROBES);
  const last = probes.at(-1)?.publishedAt ?? '';
  const filling = storyFilling(set, new Date(last));
  const index = createMemoryStoryIndex(() => new Date(last));
  for (let stored = 0; stored < size; stored += 1) {
    await filling.add(index, stored);
    if (stored % 5_000 === 0) process.stderr.write(`\rstories: ${stored} of ${size} stored`);
  }
  process.stderr.write('\r\x1b[K');
  const counted = countIndex(index);
  const before = process.cpuUsage();
  await placeStorySet(probes, { indexAt: () => counted.index });
  const cpuMilliseconds = cpuSince(before) / probes.length;
  const { reads, writes, calls } = counted.units();
  const mean = (amount: number) => amount / probes.length;
  const peerMilliseconds = measurePeer(set, probes.slice(0, PEER_PROBES), size);
  return {
    reads: mean(reads),
    writes: mean(writes),
    calls: mean(calls),
    cpuMilliseconds,
    peerMilliseconds,
  };
}

function measurePeer(set: readonly SetArticle[], probes: readonly SetArticle[], size: number): number {
  const stored = Array.from({ length: size }, (_, at) => set[at % set.length] as SetArticle);
  // The texts that are stored were read once, when they came.
  groupByJaccard([], stored);
  const before = process.cpuUsage();
  groupByJaccard(probes, stored);
  return cpuSince(before) / probes.length;
}

/** The same on the embedded DynamoDB, as its meter counts it. */
async function measureOnTables(articles: readonly SetArticle[]): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vigil-bench-'));
  const aws = await startEmbeddedAws({ dataDir });
  Object.assign(process.env, aws.env);
  const client = createDynamoClient();
  try {
    const { stories } = readSettings().tables;
    const usage = noUsage();
    const startedAt = performance.now();
    const indexAt = (now: () => Date) => createDynamoStoryIndex(client, stories, now);
    await countInto('read-article', usage, () => placeStorySet(articles, { indexAt }));
    const milliseconds = performance.now() - startedAt;
    const [reads, writes, time] = [usage.readUnits, usage.writeUnits, milliseconds].map((amount) =>
      (amount / articles.length).toFixed(1),
    );
    console.log(
      `\nstories: on the embedded DynamoDB ${reads} read units, ${writes} write units, ${time} ms an article, mean of ${articles.length}`,
    );
  } finally {
    client.destroy();
    await aws.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const row = (cells: readonly (string | number)[]) => cells.map((cell) => String(cell).padStart(9)).join('  ');
