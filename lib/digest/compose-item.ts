import type { Match } from '../classification/classification.ts';
import type { FigureFact } from '../classification/facts.ts';
import { isWholeTextSign } from '../classification/is-whole-text-sign.ts';
import type { Coverage } from '../coverage/coverage.ts';
import { independentPickUp } from '../stories/independent-pick-up.ts';
import type { Story } from '../stories/story.ts';
import type { DigestItem, DigestMember } from './digest.ts';
import { displayText } from './display-text.ts';
import { formatShortTime } from './format-time.ts';
import { type FrameLanguage, frameText } from './frame-text.ts';
import { languageName } from './language-name.ts';
import { isContinued } from './order-stories.ts';
import { safeLink } from './safe-link.ts';
import { shortExcerpt } from './short-excerpt.ts';
import { textDirection } from './text-direction.ts';

const MAX_TITLE_CHARS = 180;
const MAX_OUTLET_CHARS = 60;
const MAX_REASON_CHARS = 48;
const SHORT_REASON_CHARS = 32;
const MAX_REASONS = 3;
const MAX_URL_CHARS = 1000;
const MAX_FIGURES = 3;
const MAX_CREDIT_CHARS = 48;
/** Two sentences together, or one alone. */
const MAX_SENTENCES_CHARS = 320;

/**
 * The heaviest matched words, those that name the subject before signs of the whole text; a long span only for want of
 * short ones, and nothing that says what another says.
 */
function heaviestWords(matches: readonly Match[]): string[] {
  const spans = matches
    .filter((match) => match.points > 0)
    .toSorted((a, b) => Number(isWholeTextSign(a)) - Number(isWholeTextSign(b)) || b.points - a.points)
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

/** What an article is shown by: outlet, title and a link, cleaned. A title that holds nothing to see is the outlet's name. */
export function displayedArticle(article: Coverage) {
  const outletName = displayText(article.outletName, MAX_OUTLET_CHARS);
  const title = displayText(article.title, MAX_TITLE_CHARS) || outletName;
  const link = safeLink(article.url);
  return {
    articleId: article.articleId,
    ...(link && link.length <= MAX_URL_CHARS && { url: link }),
    title,
    direction: textDirection(title),
    language: article.language,
    outletName,
    relation: article.relation,
  };
}

function composeMember(article: Coverage): DigestMember {
  const { articleId, url, outletName, relation } = displayedArticle(article);
  return { articleId, ...(url !== undefined && { url }), outletName, relation };
}

/** The figures of how many were killed, each once, in the words of the article. */
function composeFigures({ facts }: Coverage): DigestItem['figures'] {
  const figures = new Map<string, FigureFact>();
  for (const figure of facts?.figures ?? []) {
    if ((figure.value ?? 100) < 100 || figure.unit === 'graves') continue;
    const key = `${figure.value ?? figure.words.toLowerCase()}-${figure.to}`;
    const known = figures.get(key);
    if (!known || (known.creditedTo === undefined && figure.creditedTo !== undefined)) figures.set(key, figure);
  }
  return [...figures.values()].slice(0, MAX_FIGURES).flatMap(({ words, creditedTo }) => {
    const shown = displayText(words, MAX_CREDIT_CHARS);
    const credit = creditedTo && displayText(creditedTo, MAX_CREDIT_CHARS);
    return shown === '' ? [] : { words: shown, ...(credit && { creditedTo: credit }) };
  });
}

/** One or two of the sentences that say most, as they stand; the head of the text where none was kept. */
function excerptOf({ keySentences = [], excerpt, language }: Coverage, title: string): string {
  const sentences = keySentences
    .map((sentence) => displayText(sentence, MAX_SENTENCES_CHARS))
    .filter((sentence) => sentence !== '' && sentence !== title);
  const [first, second] = sentences;
  if (first === undefined) return shortExcerpt(excerpt, title, language);
  if (second === undefined || first.length + second.length > MAX_SENTENCES_CHARS) return first;
  // In the article others may stand between the two.
  const joint = displayText(excerpt, 1000).includes(`${first} ${second.slice(0, 20)}`) ? ' ' : ' … ';
  return `${first}${joint}${second}`;
}

export function composeItem(
  story: Story,
  frame: { now: string; zone: string; language: FrameLanguage; recordedIds: ReadonlySet<string> },
): DigestItem {
  const { lead } = story;
  const shown = displayedArticle(lead);
  const others = (members: readonly Coverage[]) =>
    members.filter(({ articleId }) => articleId !== lead.articleId).map(composeMember);
  const { ordinal } = lead.facts ?? {};
  return {
    ...shown,
    storyId: story.storyId,
    languageName: languageName(lead.language, frame.language),
    time: lead.publishedAt
      ? formatShortTime(lead.publishedAt, frame.now, frame.zone, frame.language)
      : frameText[frame.language].dateUnknown,
    excerpt: excerptOf(lead, shown.title),
    themes: lead.themes,
    ...(ordinal !== undefined && { ordinal }),
    figures: composeFigures(lead),
    reasons: heaviestWords(lead.matches),
    independentOutlets: independentPickUp(story).independent.outletIds.length,
    texts: others(story.texts),
    copies: others(story.copies),
    isContinued: isContinued(story, frame.recordedIds),
  };
}
