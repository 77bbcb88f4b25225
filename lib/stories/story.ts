import type { Coverage } from '../coverage/coverage.ts';
import type { PossiblySameEvent } from '../coverage/story-place.ts';

/** What several articles tell of one event, as far as the window that was read holds them. */
export interface Story {
  storyId: string;
  /**
   * Who stands for it: seen first of those in the window. Where that is a campaign's, a state's or another's copy of a news
   * outlet's text, that text.
   */
  lead: Coverage;
  /** Every article once, seen first first: texts and copies, with the source that was published first as `copyOf`. */
  members: readonly Coverage[];
  /** Of their own writing, seen first first. Empty when the window holds nothing but copies of earlier texts. */
  texts: readonly Coverage[];
  /** Carriage: the text of another article in whole or in part; `copyOf` names it, in the window or before it. */
  copies: readonly Coverage[];
  /** Other stories on what may be the same event, as any member found them; each once. */
  possiblySameEvent: readonly PossiblySameEvent[];
}
