import type { Classification, Match, Relevance, Theme } from '../../lib/classification/classification.ts';
import type { ReclassifyCommandNeeds } from '../../lib/cli/reclassify.ts';
import { article, articleWorld, at, classification, messageOf } from '../fakes/article-world.ts';
import { createMemoryDayCountStore } from '../fakes/memory-day-count-store.ts';

/** What a rule set says of an article, by its title. */
export type Rules = Readonly<Record<string, readonly [Relevance, score: number, ...Theme[]]>>;

/**
 * Articles that went through the pipeline by one rule set ("first"), each under its own title, and the means to judge them
 * by another. What the rules do not name is off topic.
 *
 * @param text of all of them; a short one where none is given, which no other article carries
 */
export async function reclassifyWorld(first: Rules, text?: string) {
  const world = articleWorld();
  const rules = { version: 'first', of: first };
  const judge = ({ title }: { title: string }): Classification => {
    const [relevance, score, ...themes] = rules.of[title] ?? ['off-topic', 0];
    const matches = score === 0 ? [] : [{ ...wordMatch, ruleId: `en/${rules.version}`, points: score }];
    return classification({ relevance, score, themes, matches, ruleSetVersion: rules.version });
  };
  const readNeeds = { ...world.needs, classify: judge };
  for (const title of Object.keys(first)) {
    const message = messageOf(title.replaceAll(' ', '-'), { title });
    world.page.reading = { status: 'read', article: article({ title, ...(text !== undefined && { text }) }) };
    await world.queue(message);
    await world.read(message, 1, readNeeds);
  }
  const dayCountStore = createMemoryDayCountStore();
  const needs: Omit<ReclassifyCommandNeeds, 'signal'> = {
    ...readNeeds,
    itemStore: world.itemStore,
    coverageStore: world.coverageStore,
    pageArchive: world.archive,
    itemScan: {
      // Two to a page, as they are stored.
      async *pages(since) {
        const all = world.itemStore.items().filter(({ firstSeenAt }) => firstSeenAt >= since);
        for (let from = 0; from < all.length; from += 2) yield { items: all.slice(from, from + 2), looked: from + 2 };
      },
    },
    dayCountStore,
    now: () => new Date(laterAt),
  };
  return {
    ...world,
    needs,
    dayCountStore,
    change(version: string, of: Rules) {
      rules.version = version;
      rules.of = { ...rules.of, ...of };
    },
    record: (title: string) => world.coverageStore.records().find((one) => one.title === title),
    itemOf: (title: string) => world.itemStore.items().find((one) => one.title === title),
    /** Everything that is stored, to see whether anything changed. */
    state: () => JSON.stringify([world.coverageStore.records(), world.itemStore.items()]),
  };
}

export const firstAt = at;
export const laterAt = '2026-11-25T09:00:00.000Z';
const wordMatch: Match = { ruleId: '', field: 'title', start: 19, end: 27, words: 'Khavaran', points: 0, themes: [] };
