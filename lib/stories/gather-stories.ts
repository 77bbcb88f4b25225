import type { Coverage } from '../coverage/coverage.ts';
import type { PossiblySameEvent } from '../coverage/story-place.ts';
import { isNews, nameSources } from './name-sources.ts';
import type { Story } from './story.ts';

/** The stories of any window of the coverage table, in the order in which their leads were seen. */
export function gatherStories(coverage: readonly Coverage[]): Story[] {
  const stories = new Map<string, Coverage[]>();
  for (const article of coverage.toSorted(seenFirst)) {
    const members = stories.get(article.storyId);
    if (members === undefined) stories.set(article.storyId, [article]);
    else members.push(article);
  }
  return [...stories].map(([storyId, members]) => storyOf(storyId, members));
}

function storyOf(storyId: string, seen: readonly Coverage[]): Story {
  const members = nameSources(seen);
  return {
    storyId,
    lead: leadOf(members),
    members,
    texts: members.filter(({ copyOf }) => copyOf === undefined),
    copies: members.filter(({ copyOf }) => copyOf !== undefined),
    possiblySameEvent: linksOf(storyId, members),
  };
}

/** Who was seen first, unless that is no news outlet and carries the text of one: then the text's source. */
function leadOf(members: readonly Coverage[]): Coverage {
  const first = members[0] as Coverage;
  const source = isNews(first) ? undefined : members.find(({ articleId }) => articleId === first.copyOf);
  return source !== undefined && isNews(source) ? source : first;
}

/** The reasons of every member, each once. */
function linksOf(storyId: string, members: readonly Coverage[]): PossiblySameEvent[] {
  const links = new Map<string, Set<string>>();
  for (const link of members.flatMap(({ possiblySameEvent = [] }) => possiblySameEvent)) {
    if (link.storyId === storyId) continue;
    const reasons = links.get(link.storyId) ?? new Set();
    for (const reason of link.reasons) reasons.add(reason);
    links.set(link.storyId, reasons);
  }
  return [...links].map(([linkedId, reasons]) => ({ storyId: linkedId, reasons: [...reasons] }));
}

/** By time of recording, which is when it was seen; the id decides between equals, so that the order is the same everywhere. */
function seenFirst(a: Coverage, b: Coverage): number {
  return a.recordedAt.localeCompare(b.recordedAt) || a.articleId.localeCompare(b.articleId);
}
