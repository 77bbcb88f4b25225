import { createHash } from 'node:crypto';
import type { Coverage } from '../coverage/coverage.ts';

/** What the archive held of a window, in one number that anyone who has the archive can compute again. */
export interface Manifest {
  /** 64 hex digits. */
  sha256: string;
  /** Lines: every article recorded in the window, passing mentions too. */
  articles: number;
}

/**
 * SHA-256 over one line for each article, sorted by code unit, each ended by a line feed:
 * `<article id> <articleKey> <pageKey, or - where no page was kept>`. The keys hold the SHA-256 of what they name, so
 * that no text and no page of the window can be changed without changing the number. docs/data.md has the recipe.
 */
export function manifestOf(recorded: readonly Pick<Coverage, 'articleId' | 'articleKey' | 'pageKey'>[]): Manifest {
  const lines = recorded
    .map(({ articleId, articleKey, pageKey = '-' }) => `${articleId} ${articleKey} ${pageKey}\n`)
    .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return { sha256: createHash('sha256').update(lines.join('')).digest('hex'), articles: lines.length };
}
