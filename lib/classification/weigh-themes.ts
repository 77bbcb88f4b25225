import type { Theme } from './classification.ts';
import type { ReadField } from './find-evidence.ts';
import { leadEndOf } from './lead-end.ts';
import { StrongestByPlace } from './strongest-by-place.ts';
import type { WeighedEvidence } from './weigh-evidence.ts';

/** How much a text says of each theme: by words that are for it, and by these and hints together. */
export interface ThemeWeights {
  strong: Readonly<Record<Theme, number>>;
  any: Readonly<Record<Theme, number>>;
  /**
   * How much it says words of each entry of the lexicon, those of all languages together: "cue/testimony", "noury/name".
   * None for a long text, which names everything.
   */
  entries: ReadonlyMap<string, number>;
}

/** What a place counts: title and first sentences say what a text is for, others name much in passing. */
const PLACE = { title: 2, lead: 1.5, elsewhere: 1 };
/** The title in the place of a sentence. */
const TITLE = -1;
/** The same for words of an entry, of which more than so much tells nothing. */
const ENTRY_PLACE = { title: 1, lead: 0.75, elsewhere: 0.5 };
const MOST_OF_ENTRY = 2;
/** A text of more words, a feature, names everything: what it says most of does not tell what else it is about. */
export const LONG_WORDS = 250;

/**
 * Of each sentence the strongest word for a theme. Repeated lines and furniture do not count.
 *
 * @param evidence of the title, then of each sentence in turn
 */
export function weighThemes(
  evidence: readonly WeighedEvidence[],
  fields: Readonly<Record<WeighedEvidence['field'], ReadField>>,
): ThemeWeights {
  const { sentences, text } = fields.text;
  const leadEnd = leadEndOf(sentences);
  const isLong = text.words.length > LONG_WORDS;
  const [strong, any] = [new StrongestByPlace(), new StrongestByPlace()];
  const entries = new Map<string, number>();
  for (const { ruleId, field, sentence, themes, strength, isHint } of evidence) {
    if (fields[field].sentences[sentence]?.kind !== 'sentence') continue;
    const where = field === 'title' ? 'title' : sentence <= leadEnd ? 'lead' : 'elsewhere';
    if (!isLong) {
      const entry = entryOf(ruleId);
      entries.set(entry, Math.min(MOST_OF_ENTRY, (entries.get(entry) ?? 0) + ENTRY_PLACE[where]));
    }
    const place = field === 'title' ? TITLE : sentence;
    for (const theme of themes) {
      any.note(theme, place, PLACE[where] * strength);
      if (!isHint) strong.note(theme, place, PLACE[where] * strength);
    }
  }
  return { strong: strong.total(), any: any.total(), entries };
}

/** Entries of the same name say the same in each language: "en/cue/testimony", "fr/cue/testimony". */
export function entryOf(ruleId: string): string {
  const language = ruleId.indexOf('/');
  return ruleId.includes('/', language + 1) ? ruleId.slice(language + 1) : ruleId;
}
