import { createHash } from 'node:crypto';

/**
 * Parts of about equal size with about equal shares of relevant texts. The same texts come into the same parts, whatever
 * their order.
 *
 * @returns the part of each text, from 0
 */
export function dealFolds(texts: readonly { id: string; isRelevant: boolean }[], parts: number): number[] {
  const hashOf = (id: string) => createHash('sha256').update(id).digest('hex');
  const order = [...texts.keys()].sort((a, b) => {
    const [one, other] = [texts[a], texts[b]];
    if (!one || !other) return 0;
    return Number(other.isRelevant) - Number(one.isRelevant) || hashOf(one.id).localeCompare(hashOf(other.id)) || a - b;
  });
  const folds = new Array<number>(texts.length).fill(0);
  for (const [place, index] of order.entries()) folds[index] = place % parts;
  return folds;
}
