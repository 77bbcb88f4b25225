import type { Sentence } from './split-sentences.ts';

/** Sentences that open the text; they say what it is about. */
const LEAD_SENTENCES = 2;

/** Place of the last sentence that counts as lead, headings and menus before it passed over; 0 where there is none. */
export function leadEndOf(sentences: readonly Sentence[]): number {
  let end = 0;
  let left = LEAD_SENTENCES;
  for (let place = 0; place < sentences.length && left > 0; place += 1) {
    if (sentences[place]?.kind !== 'sentence') continue;
    end = place;
    left -= 1;
  }
  return end;
}
