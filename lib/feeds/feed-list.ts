import { z } from 'zod';
import { InvalidInputError } from '../errors.ts';
import { feedIdOf } from './canonical-url.ts';
import { FeedSettings } from './feed.ts';
import { describeIssues, parseEntries, refuseProblems } from './parse-entries.ts';
import { readJsonFile } from './read-json-file.ts';

/** `config/feeds.json`, and what `vigil feeds export` writes. */
export const FeedList = z.strictObject({
  version: z.literal(1),
  feeds: z.array(FeedSettings),
});
export type FeedList = z.infer<typeof FeedList>;

const Envelope = z.strictObject({
  version: z.literal(1, 'must be 1'),
  feeds: z.array(z.unknown(), 'must be a list of feeds'),
});

/**
 * The feeds of a list file, in its order.
 *
 * @throws InvalidInputError naming the file and every entry that is broken or repeats the address of an earlier one
 */
export async function readFeedList(path: string | URL): Promise<FeedSettings[]> {
  const { name, content } = await readJsonFile(path);
  const envelope = Envelope.safeParse(content);
  if (!envelope.success) throw new InvalidInputError(`${name}: ${describeIssues(envelope.error)}`);
  const { valid, problems } = parseEntries(envelope.data.feeds, FeedSettings, 'url');
  refuseProblems(name, problems);
  refuseProblems(name, findRepeatedUrls(valid));
  return valid;
}

function findRepeatedUrls(feeds: readonly FeedSettings[]): string[] {
  const places = new Map<string, number>();
  return feeds.flatMap(({ url }, index) => {
    const earlier = places.get(feedIdOf(url));
    if (earlier !== undefined) {
      return [`entry ${index + 1} (${url}): is the same address as entry ${earlier + 1}; remove one of the two`];
    }
    places.set(feedIdOf(url), index);
    return [];
  });
}
