import { judgeKinship, type Kinship } from './judge-kinship.ts';
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
  const judged = members.flatMap((member) => {
    const text = readMember(member);
    const kinship = judgeKinship(story, text);
    return kinship === undefined ? [] : [{ member, text, kinship }];
  });
  const isCopy = ({ kinship }: Match) => Number(kinship.kind === 'copy');
  return judged.toSorted(
    (a, b) =>
      isCopy(b) - isCopy(a) || b.kinship.nearness - a.kinship.nearness || (isSeenBefore(a.member, b.member) ? -1 : 1),
  );
}

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
