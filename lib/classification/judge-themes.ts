import { Theme } from './classification.ts';
import type { ReadField } from './find-evidence.ts';
import type { ThemeNeeds } from './lexicon.ts';
import type { Focus } from './measure-focus.ts';
import type { WeighedEvidence } from './weigh-evidence.ts';

/** What a place counts: title, first and last sentences say what a text is for, others name much in passing. */
const PLACE = { title: 2, lead: 1.5, onSubject: 1, elsewhere: 0.5 };
const LEAD_SENTENCES = 2;
/** A text of more words, a feature, names everything once or twice. */
const MIDDLE_WORDS = 250;
const LONG_FACTOR = 1.4;
/** What a theme needs in a brief, and in a longer text, where courts, families and officials come up in any case. */
const LEAST_IN_BRIEF = 0.92;
const LEAST: Readonly<Record<Theme, number>> = {
  anniversary: 0.92,
  accountability: 1.55,
  testimony: 1.05,
  evidence: 0.92,
  officials: 1.2,
  denial: 1.1,
  repression: 1.05,
  politics: 0.92,
};
const BRIEF_WORDS = 90;

/** Themes in their usual order, each borne by words that are among the evidence. Repeated lines and furniture do not count. */
export function judgeThemes(
  evidence: readonly WeighedEvidence[],
  fields: Readonly<Record<WeighedEvidence['field'], ReadField>>,
  { onSubject }: Pick<Focus, 'onSubject'>,
  needs: ThemeNeeds,
): Theme[] {
  const { sentences, text } = fields.text;
  const prose = [...sentences.keys()].filter((place) => sentences[place]?.kind === 'sentence');
  const leadEnd = prose[LEAD_SENTENCES - 1] ?? 0;
  const sizeOf = (sentence: number) => {
    if (sentence <= leadEnd) return PLACE.lead;
    return onSubject.has(sentence) || sentence === prose.at(-1) ? PLACE.onSubject : PLACE.elsewhere;
  };
  /** Per theme and place the strongest word. */
  const places = new Map<Theme, Map<string, number>>();
  for (const { field, sentence, themes, strength } of evidence) {
    if (themes.length === 0 || fields[field].sentences[sentence]?.kind !== 'sentence') continue;
    const size = field === 'title' ? PLACE.title : sizeOf(sentence);
    const place = `${field} ${sentence}`;
    for (const theme of themes) {
      const own = places.get(theme) ?? new Map<string, number>();
      own.set(place, Math.max(own.get(place) ?? 0, size * strength));
      places.set(theme, own);
    }
  }
  return Theme.options.filter((theme) => {
    const sum = [...(places.get(theme)?.values() ?? [])].reduce((total, each) => total + each, 0);
    return sum >= leastOf(theme, text.words.length) * needs[theme];
  });
}

function leastOf(theme: Theme, words: number): number {
  if (words <= BRIEF_WORDS) return LEAST_IN_BRIEF;
  return words <= MIDDLE_WORDS ? LEAST[theme] : LEAST[theme] * LONG_FACTOR;
}
