import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Coverage } from '../../lib/coverage/coverage.ts';
import type { Feed } from '../../lib/feeds/feed.ts';
import type { PassSummary } from '../../lib/local/pass-summary.ts';
import { runVigil } from './vigil-process.ts';

/** A world of outlets on loopback that is not part of the project. */
const WORLD = join(import.meta.dirname, '../../../shared/newsroom/serve.mjs');
const SEEDS = join(import.meta.dirname, '../../../shared/seeds');

describe.skipIf(!existsSync(WORLD))('a pass over the newsroom beside the checkout', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'vigil-world-'));
  let world: ChildProcess;
  let url: string;
  let first: PassSummary;
  let second: PassSummary;
  let hits: { first: Record<string, number>; second: Record<string, number> };
  let feeds: Map<string, Feed>;
  let coverage: Coverage[];

  const ask = async (path: string) => (await fetch(`${url}${path}`)).json();

  beforeAll(async () => {
    world = spawn(process.execPath, [WORLD, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(world.stdout ?? process.stdin, 'data');
    ({ url } = JSON.parse(String(line)));
    await runVigil(dataDir, 'feeds', 'import', `${url}/feeds.json`);
    first = JSON.parse(await runVigil(dataDir, 'run', '--once', '--json'));
    const afterFirst = await ask('/hits.json');
    second = JSON.parse(await runVigil(dataDir, 'run', '--once', '--json'));
    hits = { first: afterFirst, second: await ask('/hits.json') };
    const list: Feed[] = JSON.parse(await runVigil(dataDir, 'feeds', 'list', '--json'));
    feeds = new Map(list.map((feed) => [new URL(feed.url).pathname, feed]));
    coverage = JSON.parse(await runVigil(dataDir, 'query', '--relevance', 'all', '--json'));
  }, 300_000);
  afterAll(() => {
    world.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('tries every feed and gives every item exactly one end', () => {
    const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0);
    expect(first.feeds.checked).toBe(72);
    expect(feeds.size).toBe(72);
    expect(first.items.waiting).toBe(0);
    expect(total(first.items.byOutcome)).toBe(first.items.seen);
    expect(first.items.byOutcome['too-old']).toBe(400);
    expect([first.faults, first.deadLetters]).toEqual([0, 0]);
  });

  it.each([
    ['gone', { state: 'gone', lastOutcome: 'gone' }],
    ['throttled', { state: 'active', lastOutcome: 'throttled' }],
    ['failing', { state: 'active', lastOutcome: 'failing' }],
    ['slow', { state: 'active', lastOutcome: 'failing' }],
    ['not-a-feed', { state: 'active', lastOutcome: 'not-a-feed' }],
    ['malformed', { state: 'active', consecutiveFailures: 0 }],
    ['guid-churn', { state: 'active', consecutiveFailures: 0 }],
    ['old-archive', { state: 'active', consecutiveFailures: 0 }],
    ['moved', { state: 'active', consecutiveFailures: 0, movedTo: { sightings: 2 } }],
  ])('ends the outlet that is %s as a good monitor does', (fault, expected) => {
    expect(feeds.get(`/fault/${fault}`)).toMatchObject(expected);
  });

  it('asks a throttled server for nothing before its time, and names the feed that a page links', () => {
    const { notBefore = '', lastCheckedAt = '' } = feeds.get('/fault/throttled') ?? {};
    expect(Date.parse(notBefore) - Date.parse(lastCheckedAt)).toBeGreaterThanOrEqual(3_600_000);
    expect(hits.second['/fault/throttled']).toBe(1);
    expect(feeds.get('/fault/not-a-feed')?.lastDetail).toContain(`${url}/feed/`);
  });

  it('fetches no page again, and finds nothing new', () => {
    const pages = (counts: Record<string, number>) =>
      Object.entries(counts).filter(([path]) => /^\/(real|seed|report|archive)\//.test(path));
    expect(pages(hits.first).every(([, count]) => count === 1)).toBe(true);
    expect(pages(hits.second)).toEqual(pages(hits.first));
    expect(Object.keys(second.items.byOutcome)).toEqual(['known']);
    expect(second.feeds.byOutcome.unchanged).toBeGreaterThan(60);
  });

  it('records both seeds as relevant, without their debris', () => {
    const seeds = coverage.filter(({ url: address }) => new URL(address).pathname.startsWith('/seed/'));
    expect(existsSync(SEEDS)).toBe(true);
    expect(seeds.map(({ relevance }) => relevance)).toEqual(['relevant', 'relevant']);
    for (const { articleKey } of seeds) {
      const { text } = JSON.parse(
        readFileSync(join(dataDir, 's3/buckets/vigil-archive/objects', `${articleKey}.data`), 'utf8'),
      );
      expect(text.length).toBeGreaterThan(3_000);
      expect(text).not.toMatch(/728 x 90|_MG_4408|%d bloggers|Reporting by PMOI|Share on Twitter/);
    }
  });
});
