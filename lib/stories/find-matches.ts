import { areDaysApart } from './are-days-apart.ts';
import { hoursBetween } from './hours-between.ts';
import { judgeKinship, type Kinship, SAME_EVENT_HOURS } from './judge-kinship.ts';
import { unpackText } from './packed-text.ts';
import type { StoryIndex } from './story-index.ts';
import type { StoryMember } from './story-member.ts';
import { type ReadStoryText, readStoryText } from './story-text.ts';

export interface JoinableNeeds {
  storyIndex: Pick<StoryIndex, 'getMembers'>;
}

/** Of what a text shares with a copy: less of it in the copy's source, and it is another text that the copy carries there. */
const LEAST_OF_SOURCE = 0.3;

/** One that belongs together with a text. */
export interface Match {
  member: StoryMember;
  text: ReadStoryText;
  kinship: Kinship;
}

/** Those that belong together with the text, the nearest first: copies before tellings of their own. */
export function findMatches(story: ReadStoryText, members: readonly StoryMember[]): Match[] {
  const judged = members.map((member) => {
    const text = readMember(member);
    return { member, text, kinship: judgeKinship(story, text) };
  });
  const others = new Set(
    judged
      .filter(({ text, kinship }) => kinship === undefined && isOther(story, text))
      .map(({ member }) => storyIdOf(member)),
  );
  const matched = judged.flatMap(({ member, text, kinship }) =>
    kinship === undefined || (kinship.kind === 'same-event' && others.has(storyIdOf(member)))
      ? []
      : [{ member, text, kinship }],
  );
  const isCopy = ({ kinship }: Match) => Number(kinship.kind === 'copy');
  return matched.toSorted(
    (a, b) =>
      isCopy(b) - isCopy(a) || b.kinship.nearness - a.kinship.nearness || (isSeenBefore(a.member, b.member) ? -1 : 1),
  );
}

const storyIdOf = ({ articleId, place }: StoryMember) => place?.storyId ?? articleId;

/**
 * Whether a text must be on another event, and so on another than all that tell that one: an outlet that has told an event
 * writes anew when something else has happened, and what happened on a later day is something else.
 */
const isOther = (story: ReadStoryText, text: ReadStoryText) =>
  story.language === text.language &&
  hoursBetween(story, text) <= SAME_EVENT_HOURS &&
  (story.outletId === text.outletId || areDaysApart(story, text));

const readMember = (member: StoryMember) => readStoryText({ ...member, text: unpackText(member.packedText) });

/**
 * Those that the article may join: not what carries its text far down, nor what carries it in another part than the one by
 * which it belongs to its story. A text made of two holds both, and must not make one story of them.
 */
export async function joinable(
  story: ReadStoryText,
  all: readonly Match[],
  needs: JoinableNeeds,
): Promise<readonly Match[]> {
  const matches = all.filter(({ kinship }) => kinship.kind !== 'part');
  const nearest = matches.find(({ member }) => member.place !== undefined);
  const sourceId = nearest?.member.place?.copyOf;
  if (nearest === undefined || sourceId === undefined || nearest.kinship.kind !== 'copy') return matches;
  const source = await readSource(sourceId, needs);
  if (source === undefined) return matches;
  const shared = [...story.shingleSet].filter((shingle) => nearest.text.shingleSet.has(shingle));
  const ofSource = shared.filter((shingle) => source.shingleSet.has(shingle));
  if (ofSource.length >= LEAST_OF_SOURCE * shared.length) return matches;
  return matches.filter(({ member }) => member.articleId !== sourceId && member.place?.copyOf !== sourceId);
}

async function readSource(articleId: string, { storyIndex }: JoinableNeeds): Promise<ReadStoryText | undefined> {
  const source = (await storyIndex.getMembers([articleId])).get(articleId);
  return source && readMember(source);
}

export const isSeenBefore = (a: StoryMember, b: StoryMember) =>
  a.seenAt < b.seenAt || (a.seenAt === b.seenAt && a.articleId < b.articleId);
