import type { TextBlock } from './text-block.ts';

/** The blocks that belong to the article. */
export function filterBlocks(blocks: readonly TextBlock[], _title: string): TextBlock[] {
  return [...blocks];
}
