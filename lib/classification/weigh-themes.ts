import { Theme } from './classification.ts';
import type { ReadField } from './find-evidence.ts';
import type { WeighedEvidence } from './weigh-evidence.ts';

/** How much a text says of each theme: by words that are for it, and by these and hints together. */
export interface ThemeWeights {
  strong: Readonly<Record<Theme, number>>;
  any: Readonly<Record<Theme, number>>;
}

/** What a place counts: title and first sentences say what a text is for, others name much in passing. */
const PLACE = { title: 2, lead: 1.5, elsewhere: 1 };
const LEAD_SENTENCES = 2;

/** Of each sentence the strongest word for a theme. Repeated lines and furniture do not count. */
export function weighThemes(
  evidence: readonly WeighedEvidence[],
  fields: Readonly<Record<WeighedEvidence['field'], ReadField>>,
): ThemeWeights {
  const { sentences } = fields.text;
  const prose = [...sentences.keys()].filter((place) => sentences[place]?.kind === 'sentence');
  const leadEnd = prose[Math.min(LEAD_SENTENCES, prose.length) - 1] ?? 0;
  const [strong, any] = [new Map<string, number>(), new Map<string, number>()];
  for (const { field, sentence, themes, strength, isHint } of evidence) {
    if (themes.length === 0 || fields[field].sentences[sentence]?.kind !== 'sentence') continue;
    const size = field === 'title' ? PLACE.title : sentence <= leadEnd ? PLACE.lead : PLACE.elsewhere;
    for (const theme of themes) {
      const place = `${theme} ${field} ${sentence}`;
      any.set(place, Math.max(any.get(place) ?? 0, size * strength));
      if (!isHint) strong.set(place, Math.max(strong.get(place) ?? 0, size * strength));
    }
  }
  return { strong: sumByTheme(strong), any: sumByTheme(any) };
}

function sumByTheme(places: ReadonlyMap<string, number>): Record<Theme, number> {
  const sums = Object.fromEntries(Theme.options.map((theme) => [theme, 0])) as Record<Theme, number>;
  for (const [place, size] of places) sums[place.slice(0, place.indexOf(' ')) as Theme] += size;
  return sums;
}
