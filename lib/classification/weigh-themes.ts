import type { Theme } from './classification.ts';
import type { ReadField } from './find-evidence.ts';
import { StrongestByPlace } from './strongest-by-place.ts';
import type { WeighedEvidence } from './weigh-evidence.ts';

/** How much a text says of each theme: by words that are for it, and by these and hints together. */
export interface ThemeWeights {
  strong: Readonly<Record<Theme, number>>;
  any: Readonly<Record<Theme, number>>;
}

/** What a place counts: title and first sentences say what a text is for, others name much in passing. */
const PLACE = { title: 2, lead: 1.5, elsewhere: 1 };
const LEAD_SENTENCES = 2;
/** The title in the place of a sentence. */
const TITLE = -1;

/**
 * Of each sentence the strongest word for a theme. Repeated lines and furniture do not count.
 *
 * @param evidence of the title, then of each sentence in turn
 */
export function weighThemes(
  evidence: readonly WeighedEvidence[],
  fields: Readonly<Record<WeighedEvidence['field'], ReadField>>,
): ThemeWeights {
  const { sentences } = fields.text;
  const prose = [...sentences.keys()].filter((place) => sentences[place]?.kind === 'sentence');
  const leadEnd = prose[Math.min(LEAD_SENTENCES, prose.length) - 1] ?? 0;
  const [strong, any] = [new StrongestByPlace(), new StrongestByPlace()];
  for (const { field, sentence, themes, strength, isHint } of evidence) {
    if (themes.length === 0 || fields[field].sentences[sentence]?.kind !== 'sentence') continue;
    const size = field === 'title' ? PLACE.title : sentence <= leadEnd ? PLACE.lead : PLACE.elsewhere;
    for (const theme of themes) {
      const place = field === 'title' ? TITLE : sentence;
      any.note(theme, place, size * strength);
      if (!isHint) strong.note(theme, place, size * strength);
    }
  }
  return { strong: strong.total(), any: any.total() };
}
