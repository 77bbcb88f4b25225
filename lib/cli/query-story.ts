import type { Coverage } from '../coverage/coverage.ts';
import type { CoverageStore } from '../coverage/coverage-store.ts';
import { withoutUnseen } from '../digest/display-text.ts';
import { UserError } from '../errors.ts';
import { gatherStories } from '../stories/gather-stories.ts';
import { independentPickUp, PICK_UP_KINDS } from '../stories/independent-pick-up.ts';
import type { CommandIo } from './command-io.ts';
import { textTable } from './text-table.ts';

export interface QueryStoryNeeds {
  coverageStore: Pick<CoverageStore, 'listStory'>;
}

/** Prints the members of a story, seen first first, and who picked it up. Ends with 1 when there is none. */
export async function queryStory(
  storyId: string,
  { json }: { json?: boolean | undefined },
  { coverageStore }: QueryStoryNeeds,
  io: CommandIo,
): Promise<void> {
  const [story] = gatherStories(await coverageStore.listStory(storyId));
  if (story === undefined)
    throw new UserError(
      `no story ${storyId}; "vigil explain URL" tells the story of an article, "vigil query --json" its storyId`,
    );
  if (json) return io.stdout(JSON.stringify(story.members, null, 2));
  const heads = ['seen', 'outlet', 'relation', 'lang', 'text', 'title and address'];
  io.stdout(withoutUnseen(textTable(heads, story.members.map(rowOf))));
  for (const { storyId: other, reasons } of story.possiblySameEvent)
    io.stdout(withoutUnseen(`possibly the same event: ${other} (${reasons.join('; ')})`));
  const pickUp = independentPickUp(story);
  const counts = PICK_UP_KINDS.filter((kind) => pickUp[kind].articles > 0).map(
    (kind) => `${kind} ${pickUp[kind].articles} in ${pickUp[kind].outletIds.length}`,
  );
  io.stderr(`${story.members.length} articles; articles in outlets: ${counts.join(', ')}`);
}

function rowOf({ recordedAt, outletId, relation, language, copyOf, title, url }: Coverage): string[] {
  const seen = recordedAt.slice(0, 16).replace('T', ' ');
  return [seen, outletId, relation, language, copyOf === undefined ? 'own' : 'copy', `${title}  ${url}`];
}
