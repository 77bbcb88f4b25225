import type { Match } from '../classification/classification.ts';
import type { Coverage } from '../coverage/coverage.ts';
import type { DigestCopy, DigestItem } from './digest.ts';
import { displayText } from './display-text.ts';
import { formatShortTime } from './format-time.ts';
import { type FrameLanguage, frameText, languageName } from './frame-text.ts';
import type { Carriage } from './group-carriage.ts';
import { safeLink } from './safe-link.ts';
import { shortExcerpt } from './short-excerpt.ts';
import { textDirection } from './text-direction.ts';

const MAX_TITLE_CHARS = 180;
const MAX_OUTLET_CHARS = 60;
const MAX_REASON_CHARS = 48;
const SHORT_REASON_CHARS = 32;
const MAX_REASONS = 3;
const MAX_URL_CHARS = 1000;

/** The heaviest matched words; a long span only for want of short ones, and nothing that says what another says. */
function heaviestWords(matches: readonly Match[]): string[] {
  const spans = matches
    .filter((match) => match.points > 0)
    .toSorted((a, b) => b.points - a.points)
    .map((match) => displayText(match.words, MAX_REASON_CHARS))
    .filter((words) => words !== '');
  const isShort = (words: string): boolean => words.length <= SHORT_REASON_CHARS;
  const reasons: string[] = [];
  for (const words of [...spans.filter(isShort), ...spans.filter((span) => !isShort(span))]) {
    const folded = words.toLowerCase();
    const isSaid = reasons.some(
      (reason) => folded.includes(reason.toLowerCase()) || reason.toLowerCase().includes(folded),
    );
    if (!isSaid) reasons.push(words);
    if (reasons.length === MAX_REASONS) break;
  }
  return reasons;
}

function linkOf({ url }: Coverage): { url?: string } {
  const link = safeLink(url);
  return link && link.length <= MAX_URL_CHARS ? { url: link } : {};
}

function composeCopy(copy: Coverage): DigestCopy {
  return {
    articleId: copy.articleId,
    outletName: displayText(copy.outletName, MAX_OUTLET_CHARS),
    relation: copy.relation,
    ...linkOf(copy),
  };
}

/** One entry as the digest shows it. A title that holds nothing to see is replaced by the outlet's name. */
export function composeItem(
  { first, copies }: Carriage,
  frame: { now: string; zone: string; language: FrameLanguage },
): DigestItem {
  const outletName = displayText(first.outletName, MAX_OUTLET_CHARS);
  const title = displayText(first.title, MAX_TITLE_CHARS) || outletName;
  return {
    articleId: first.articleId,
    ...linkOf(first),
    title,
    direction: textDirection(title),
    language: first.language,
    languageName: languageName(first.language, frame.language),
    outletName,
    relation: first.relation,
    time: first.publishedAt
      ? formatShortTime(first.publishedAt, frame.now, frame.zone, frame.language)
      : frameText[frame.language].dateUnknown,
    excerpt: shortExcerpt(first.excerpt, title, first.language),
    themes: first.themes,
    reasons: heaviestWords(first.matches),
    copies: copies.map(composeCopy),
  };
}
