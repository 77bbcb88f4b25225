import { Theme } from './classification.ts';
import type { ReadField } from './find-evidence.ts';
import type { Focus } from './measure-focus.ts';
import type { WeighedEvidence } from './weigh-evidence.ts';

/** Long texts name everything once: above this many words a theme needs two places, on the subject or in the title. */
const LONG_TEXT_WORDS = 250;

/** Themes in their usual order, each borne by words that are among the evidence. Repeated lines do not count. */
export function judgeThemes(
  evidence: readonly WeighedEvidence[],
  fields: Readonly<Record<WeighedEvidence['field'], ReadField>>,
  { onSubject }: Pick<Focus, 'onSubject'>,
): Theme[] {
  const isLong = fields.text.text.words.length > LONG_TEXT_WORDS;
  const places = new Map<Theme, Set<string>>();
  for (const { field, sentence, themes } of evidence) {
    const kind = fields[field].sentences[sentence]?.kind;
    if (kind === 'repeated' || (isLong && field === 'text' && kind === 'sentence' && !onSubject.has(sentence)))
      continue;
    for (const theme of themes) places.set(theme, (places.get(theme) ?? new Set()).add(`${field} ${sentence}`));
  }
  const least = isLong ? 2 : 1;
  return Theme.options.filter((theme) => {
    const found = places.get(theme);
    return found !== undefined && (found.size >= least || [...found].some((place) => place.startsWith('title')));
  });
}
