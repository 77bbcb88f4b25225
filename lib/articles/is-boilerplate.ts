import type { Suspicion } from './boilerplate-name.ts';
import type { SubtreeMeasure } from './subtree-measure.ts';

/** Whether a suspected subtree goes, now that it is known what it holds. */
export function isBoilerplate(suspicion: Suspicion, subtree: SubtreeMeasure): boolean {
  if (subtree.bodies > 0) return false;
  if (subtree.chars === 0) return true;
  if (suspicion === 'quoted') return false;
  const linkDensity = subtree.linkChars / subtree.chars;
  if (suspicion === 'discussion') return subtree.longParagraphs < 12 || linkDensity > 0.5;
  if (suspicion === 'furniture') return subtree.longParagraphs < 3 || linkDensity > 0.3;
  if (suspicion === 'links') return linkDensity > 0.4 || (subtree.chars < 500 && subtree.longParagraphs === 0);
  if (suspicion === 'aside') return linkDensity > 0.4 || subtree.chars < 500;
  if (suspicion === 'byline') return subtree.chars < 700;
  return subtree.chars < 300;
}
