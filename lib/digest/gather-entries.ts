import type { Coverage } from '../coverage/coverage.ts';
import { gatherStories } from '../stories/gather-stories.ts';
import { isPublishedBefore } from '../stories/name-sources.ts';
import type { Story } from '../stories/story.ts';

/** Shorter titles ("News", "Editorial") are shared by chance. */
const MIN_WORDS = 4;

/** The title as it compares: letters and digits only, case, marks and Arabic or Persian letter forms folded. */
function foldTitle(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/[\p{M}\u0640\u200B-\u200D]/gu, '')
    .replace(/ي|ى/g, 'ی')
    .replace(/ك/g, 'ک')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function titleKey({ title, outletName }: Coverage): string | undefined {
  const folded = foldTitle(title);
  const outlet = foldTitle(outletName);
  const bare = outlet && folded.endsWith(` ${outlet}`) ? folded.slice(0, -outlet.length).trim() : folded;
  return bare.split(' ').length >= MIN_WORDS ? bare : undefined;
}

/** A story that nothing was compared with, or that nothing was found to resemble. */
const standsAlone = ({ members, lead }: Story): boolean =>
  members.length === 1 && lead.storyId === lead.articleId && lead.copyOf === undefined;

const publishedFirst = (a: Coverage, b: Coverage): number =>
  Date.parse(a.publishedAt ?? a.recordedAt) - Date.parse(b.publishedAt ?? b.recordedAt) ||
  (a.articleId < b.articleId ? -1 : 1);

/** Stories of one under the same title as one story: the earliest, and those who carried it. */
function mergeCarriage(stories: readonly Story[]): Story {
  const [lead, ...rest] = stories.map((story) => story.lead).toSorted(publishedFirst) as [Coverage, ...Coverage[]];
  const copies = rest.map((copy) => ({ ...copy, copyOf: lead.articleId }));
  const possiblySameEvent = stories.flatMap((story) => story.possiblySameEvent);
  return { storyId: lead.storyId, lead, members: [lead, ...copies], texts: [lead], copies, possiblySameEvent };
}

/** A story is shown by the text of its own that was published first: whose feed was read first says nothing of who wrote. */
function shownByFirst(story: Story): Story {
  const lead = story.texts.reduce(
    (first, text) => (isPublishedBefore(text, first) ? text : first),
    story.texts[0] ?? story.lead,
  );
  return { ...story, lead };
}

/**
 * The stories of a window, each once. Articles that stand alone and share a title are one story too, the later ones
 * copies: what was recorded before stories were told apart knows no other sign, and nobody prints another's headline of
 * four words or more by chance within a day.
 */
export function gatherEntries(coverage: readonly Coverage[]): Story[] {
  const groups = new Map<string, Story[]>();
  for (const story of gatherStories(coverage)) {
    const key = (standsAlone(story) && titleKey(story.lead)) || `story ${story.storyId}`;
    const group = groups.get(key);
    if (group) group.push(story);
    else groups.set(key, [story]);
  }
  return [...groups.values()].map((group) =>
    group.length === 1 ? shownByFirst(group[0] as Story) : mergeCarriage(group),
  );
}
