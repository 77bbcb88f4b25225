import type { FactText } from '../classification/find-facts.ts';
import type { PlacedArticle, PossiblySameEvent, StoryPlace } from '../coverage/story-place.ts';
import { expiryAfter } from '../records/expiry-after.ts';
import { type EventTrait, eventTraits } from './event-traits.ts';
import { findHundreds } from './find-hundreds.ts';
import { findMatches, isSeenBefore, joinable, type Match } from './find-matches.ts';
import { findOtherTellings, namesOfTraits } from './find-other-tellings.ts';
import type { Kinship } from './judge-kinship.ts';
import { packText } from './packed-text.ts';
import type { StoryIndex } from './story-index.ts';
import type { StoryMember } from './story-member.ts';
import { namesOfText, periodOf } from './story-names.ts';
import { type ReadStoryText, readStoryText } from './story-text.ts';

export interface PlaceInStoryNeeds {
  storyIndex: StoryIndex;
  /** Whole numbers of ten and more that a text counts with, in digits or words. */
  findNumbers: (text: FactText) => number[];
  now: () => Date;
}

/** How long others may join. */
const KEPT_DAYS = 14;
const MOST_NUMBERS = 30;
/** A longer one is none. */
const MOST_TITLE = 1_000;
/** Texts that are read and compared, the likeliest. */
const MOST_COMPARED = 8;
/** Members of other languages that are looked at. */
const MOST_TELLINGS = 20;

/**
 * Finds the article's story among those of the last two weeks, and settles its place there for good.
 *
 * It is entered before it looks, so that of two that are read at once one at least sees the other; a member without a
 * place is given one by whoever meets it, and the first place stands. What is left: of three at once, the middle one may
 * have gone to an older story that the third did not find, and the third then begins a story of its own.
 */
export async function placeInStory(placed: PlacedArticle, needs: PlaceInStoryNeeds): Promise<StoryPlace> {
  const { storyIndex } = needs;
  const story = storyTextOf(placed, needs);
  const traits = eventTraits(story, placed.facts, story.numbers ?? [], placed.article.links);
  const own = memberOf(placed, story, traits, needs.now());
  const names = namesOf(story, traits, 0);
  await storyIndex.enter(own, [...names.texts, ...names.traits]);

  const before = namesOf(story, traits, -1);
  const found = await storyIndex.findUnder([
    ...new Set([...names.texts, ...before.texts, ...names.traits, ...before.traits]),
  ]);
  const likely = rank(found, [...names.texts, ...before.texts], own.articleId).slice(0, MOST_COMPARED);
  const tellings = rank(found, [...names.traits, ...before.traits], own.articleId).slice(0, MOST_TELLINGS);
  const members = await storyIndex.getMembers([own.articleId, ...likely, ...tellings]);
  const settled = members.get(own.articleId)?.place;
  if (settled !== undefined) return settled;

  const present = (ids: readonly string[]) => ids.flatMap((id) => members.get(id) ?? []);
  const matches = findMatches(story, present(likely));
  const place = await joinNearest(own, await joinable(story, matches, needs), storyIndex);
  const others = otherStories(place, matches, findOtherTellings(own, present(tellings)));
  return storyIndex.settle(own.articleId, { ...place, ...(others.length > 0 && { possiblySameEvent: others }) });
}

function storyTextOf(
  { articleId, outletId, language, article, publishedAt, seenAt, facts }: PlacedArticle,
  { findNumbers }: PlaceInStoryNeeds,
): ReadStoryText {
  const { title, text } = article;
  const story = readStoryText({
    ...{ articleId, outletId, language, title, text, publishedAt, seenAt },
    ordinal: facts.ordinal,
  });
  const hundreds = findHundreds([...story.titleWords, ...story.words], language);
  const numbers = new Set([...hundreds, ...findNumbers({ title, text, language })]);
  return { ...story, numbers: [...numbers].slice(0, MOST_NUMBERS) };
}

function memberOf(
  { articleId, outletId, language, article, publishedAt, seenAt, facts }: PlacedArticle,
  { numbers = [] }: ReadStoryText,
  traits: EventTrait[],
  now: Date,
): StoryMember {
  return {
    schemaVersion: 1,
    articleId,
    title: article.title.slice(0, MOST_TITLE),
    packedText: packText(article.text),
    outletId,
    language,
    ...(publishedAt !== undefined && { publishedAt }),
    seenAt,
    ...(facts.ordinal !== undefined && { ordinal: facts.ordinal }),
    numbers: [...numbers],
    traits,
    expiresAt: expiryAfter(now.toISOString(), KEPT_DAYS),
  };
}

/** @param shift 0 for the drawer of the article's own days, -1 for the one before */
function namesOf(story: ReadStoryText, traits: readonly EventTrait[], shift: number) {
  const period = periodOf(story.seenAt) + shift;
  const { passages, words } = namesOfText(story, period);
  return { texts: [...passages, ...words], traits: namesOfTraits(traits, period) };
}

/** Ids that were found, those with most names first; a name that many have says little. */
function rank(found: ReadonlyMap<string, readonly string[]>, names: readonly string[], ownId: string): string[] {
  const points = new Map<string, number>();
  for (const name of new Set(names)) {
    const ids = found.get(name) ?? [];
    for (const id of ids) if (id !== ownId) points.set(id, (points.get(id) ?? 0) + 1 / ids.length);
  }
  return [...points].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([id]) => id);
}

/** The place beside the nearest match, or at the head of a story of its own. */
async function joinNearest(own: StoryMember, matches: readonly Match[], storyIndex: StoryIndex): Promise<StoryPlace> {
  const alone = { storyId: own.articleId };
  for (const match of matches) {
    const { member } = match;
    if (member.place !== undefined) return besideOf(member.articleId, member.place, match.kinship);
    // Both are being read at this moment: the one that was seen first leads.
    if (isSeenBefore(member, own)) {
      const place = await storyIndex.settle(member.articleId, { storyId: member.articleId });
      return besideOf(member.articleId, place, match.kinship);
    }
    await storyIndex.settle(member.articleId, besideOf(own.articleId, alone, match.kinship));
  }
  return alone;
}

const sayKinship = (articleId: string, { kind }: Kinship) =>
  kind === 'same-event' ? `tells the event of ${articleId} anew` : `carries the text of ${articleId}`;

function besideOf(articleId: string, place: StoryPlace, kinship: Kinship): StoryPlace {
  const { kind, reasons } = kinship;
  return {
    storyId: place.storyId,
    ...(kind === 'copy' && { copyOf: place.copyOf ?? articleId }),
    storyReasons: [sayKinship(articleId, kinship), ...reasons],
  };
}

/** Other stories whose first text it carries as well, as a text made of two does; then those in other languages. */
function otherStories(
  place: StoryPlace,
  matches: readonly Match[],
  tellings: readonly PossiblySameEvent[],
): PossiblySameEvent[] {
  const carried = matches.flatMap(({ member, kinship }) =>
    member.place === undefined || member.place.copyOf !== undefined
      ? []
      : [{ storyId: member.place.storyId, reasons: [sayKinship(member.articleId, kinship), ...kinship.reasons] }],
  );
  const byStory = new Map<string, PossiblySameEvent>();
  for (const other of [...carried, ...tellings]) {
    if (other.storyId !== place.storyId && !byStory.has(other.storyId)) byStory.set(other.storyId, other);
  }
  return [...byStory.values()].slice(0, 5);
}
