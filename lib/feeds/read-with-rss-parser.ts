import type { RawFeed } from './raw-feed.ts';
import type { RepairedDocument } from './repair-document.ts';
export async function readWithRssParser(_document: RepairedDocument): Promise<RawFeed | undefined> {
  return undefined;
}
