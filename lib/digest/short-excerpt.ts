import { displayText } from './display-text.ts';

const MAX_CHARS = 280;
/** A first sentence as long as this says enough. */
const ENOUGH_CHARS = 140;

function sentencesOf(text: string, language: string): string[] {
  const tag = language === 'und' ? 'en' : language;
  const locale = Intl.getCanonicalLocales.call(Intl, isTag(tag) ? tag : 'en');
  return [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)].map((part) => part.segment);
}

function isTag(tag: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag);
}

/**
 * One or two sentences from the head of a text.
 *
 * @param excerpt the head of the text, perhaps cut in the middle of its last sentence
 * @param title left out where the text begins by repeating it
 */
export function shortExcerpt(excerpt: string, title: string, language: string): string {
  const line = displayText(excerpt, 1000);
  const body = line.startsWith(title) ? line.slice(title.length).replace(/^[\s.:–—-]+/u, '') : line;
  const [first = '', second = ''] = sentencesOf(body, language);
  const isSecondWhole = /[.!?؟۔。…»”"]\s*$/u.test(second);
  const text = first.length < ENOUGH_CHARS && (isSecondWhole || second !== '') ? first + second : first;
  return displayText(text, MAX_CHARS);
}
