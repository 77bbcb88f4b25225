import { displayText } from './display-text.ts';
import { frameLocale, frameNumber } from './frame-number.ts';
import { type FrameLanguage, frameText } from './frame-text.ts';
import { languageName } from './language-name.ts';
import type { ReaderFilter } from './reader-filter.ts';

/** Outlets beyond these are counted. */
const MOST_OUTLETS = 5;

/** The filter in words of the frame, in one line; undefined when it lets everything through. */
export function describeFilter(filter: ReaderFilter, language: FrameLanguage): string | undefined {
  const text = frameText[language];
  const list = (words: readonly string[]) => words.join(text.listSeparator);
  const { themes, languages, relations, outlets, minimumScore } = filter;
  const hidden = outlets.length - MOST_OUTLETS;
  const parts = [
    list(themes.map((theme) => text.themes[theme])),
    list(languages.map((tag) => languageName(tag, language))),
    list(relations.map((relation) => text.relations[relation])),
    list([
      ...outlets.slice(0, MOST_OUTLETS).map((outlet) => displayText(outlet, 40)),
      ...(hidden > 0 ? [`+${frameNumber(hidden, language)}`] : []),
    ]),
    minimumScore === undefined ? '' : text.minimumScore(scoreText(minimumScore, language)),
  ].filter(Boolean);
  return parts.length === 0 ? undefined : text.filterNote(parts.join(' · '));
}

const scoreText = (score: number, language: FrameLanguage): string =>
  new Intl.NumberFormat(frameLocale(language), { maximumFractionDigits: 1 }).format(score);
