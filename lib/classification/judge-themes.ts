import { Theme } from './classification.ts';
import type { ReadField } from './find-evidence.ts';
import type { Focus } from './measure-focus.ts';
import type { WeighedEvidence } from './weigh-evidence.ts';

/** What a place counts: title, first and last sentences say what a text is for, others name much in passing. */
const PLACE = { title: 2, lead: 1.5, onSubject: 1, elsewhere: 0.5 };
const LEAD_SENTENCES = 2;
/** Places that a theme needs, by the most words of a text: long texts name everything once. */
const BRIEF_WORDS = 90;
const LEAST: readonly (readonly [mostWords: number, least: number])[] = [
  [BRIEF_WORDS, 0.95],
  [180, 0.95],
  [Number.POSITIVE_INFINITY, 1.5],
];

/** Themes in their usual order, each borne by words that are among the evidence. Repeated lines and furniture do not count. */
export function judgeThemes(
  evidence: readonly WeighedEvidence[],
  fields: Readonly<Record<WeighedEvidence['field'], ReadField>>,
  { onSubject }: Pick<Focus, 'onSubject'>,
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
  const isBrief = text.words.length <= BRIEF_WORDS;
  for (const { role, weight, field, sentence, themes, strength } of evidence) {
    // A brief has no room for a tale: there "she says" is a source, not testimony.
    if (isBrief && role === 'pair' && weight === 0) continue;
    if (themes.length === 0 || fields[field].sentences[sentence]?.kind !== 'sentence') continue;
    const size = field === 'title' ? PLACE.title : sizeOf(sentence);
    const place = `${field} ${sentence}`;
    for (const theme of themes) {
      const own = places.get(theme) ?? new Map<string, number>();
      own.set(place, Math.max(own.get(place) ?? 0, size * strength));
      places.set(theme, own);
    }
  }
  const least = LEAST.find(([mostWords]) => text.words.length <= mostWords)?.[1] ?? 1;
  return Theme.options.filter((theme) => {
    const sum = [...(places.get(theme)?.values() ?? [])].reduce((total, each) => total + each, 0);
    return sum >= least;
  });
}
