import type { Match } from './classification.ts';
import type { CompiledLexicon } from './compile-lexicon.ts';
import type { WeighedText } from './weigh-text.ts';

/**
 * A text of so many sentences names what it is about. A short one may leave it to the series or the page it stands on:
 * of 753 labelled texts on the subject 12 name neither Iran nor the event, and none of them has half as many sentences.
 */
const LEAST_SENTENCES = 20;

/**
 * What keeps a long text that names neither Iran nor the event from being relevant by words on prisons and courts, of
 * which it has many. Undefined where nothing has to be held back.
 *
 * @param score so far
 */
export function holdBack(
  { focus, isAboutIran }: Pick<WeighedText, 'focus' | 'isAboutIran'>,
  score: number,
  { relevant }: Pick<CompiledLexicon['thresholds'], 'relevant'>,
): Match | undefined {
  if (isAboutIran || focus.sentences < LEAST_SENTENCES || score < relevant) return undefined;
  return {
    ruleId: 'built-in/long-without-iran',
    field: 'text',
    start: 0,
    end: 0,
    words: `none of ${focus.sentences} sentences names Iran or the event`,
    points: Math.floor((relevant - score - 0.1) * 10) / 10,
    themes: [],
  };
}
