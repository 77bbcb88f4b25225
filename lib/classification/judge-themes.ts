import { Theme } from './classification.ts';
import type { ReadField } from './find-evidence.ts';
import type { WeighedEvidence } from './weigh-evidence.ts';

/** Above this many words one cue is too little: long texts name everything once. */
const LONG_TEXT_WORDS = 250;

/**
 * Themes in their usual order: those with a word of theirs in title or text, or with two different places in a long
 * text. Repeated lines do not count.
 */
export function judgeThemes(
  evidence: readonly WeighedEvidence[],
  fields: Readonly<Record<WeighedEvidence['field'], ReadField>>,
): Theme[] {
  const least = fields.text.text.words.length > LONG_TEXT_WORDS ? 2 : 1;
  const places = new Map<Theme, Set<string>>();
  for (const { field, sentence, themes } of evidence) {
    if (fields[field].sentences[sentence]?.kind === 'repeated') continue;
    for (const theme of themes) places.set(theme, (places.get(theme) ?? new Set()).add(`${field} ${sentence}`));
  }
  return Theme.options.filter((theme) => {
    const found = places.get(theme);
    return found !== undefined && (found.size >= least || [...found].some((place) => place.startsWith('title')));
  });
}
