import { displayText } from './display-text.ts';

const MAX_CHARS = 280;
/** A first sentence as long as this says enough. */
const ENOUGH_CHARS = 140;

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    // The page called its language something that is no tag.
    return new Intl.Segmenter('en', { granularity: 'sentence' });
  }
}

/**
 * One or two sentences from the head of a text.
 *
 * @param excerpt the head of the text, perhaps cut in the middle of its last sentence
 * @param title left out where the text begins by repeating it, like the marks that a byline leaves before the text
 */
export function shortExcerpt(excerpt: string, title: string, language: string): string {
  const line = displayText(excerpt, 1000);
  const body = (line.startsWith(title) ? line.slice(title.length) : line).replace(/^[\s.,;:|·–—-]+/u, '');
  const [first = '', second = ''] = [...segmenterFor(language).segment(body)].map((part) => part.segment);
  return displayText(first.length < ENOUGH_CHARS ? first + second : first, MAX_CHARS);
}
