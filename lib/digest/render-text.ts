import type { Digest, DigestItem, DigestLate, DigestMember, DigestTrend } from './digest.ts';
import { articlePage, type DigestLinks, fullEdition } from './digest-links.ts';
import { frameNumber } from './frame-number.ts';
import { frameText } from './frame-text.ts';
import { glanceOf, isFirstNamed } from './glance-of.ts';
import { countedIn } from './mail-parts.ts';
import { dayAndPlaceOf, nameOfDate, waitOf } from './render-dates-html.ts';
import { creditsOf, wordingName } from './render-facts-html.ts';
import { runSentences, sealSentence } from './render-foot-html.ts';
import { trendSentences } from './render-trend-html.ts';
import { sectionText } from './section-text.ts';
import { isolate } from './text-direction.ts';

const MAX_LINES = 100;
const RULE = '-'.repeat(64);

function members(label: string, some: readonly DigestMember[], { language }: Digest): string[] {
  const { relations, listSeparator } = frameText[language];
  const names = some.map(({ outletName, relation }) => `${isolate(outletName)} (${relations[relation]})`);
  return names.length > 0 ? [`${label} ${names.join(listSeparator)}`] : [];
}

function renderFacts(item: DigestItem, { language }: Digest): string[] {
  const { quotes, listSeparator } = frameText[language];
  const words = sectionText[language];
  const figures = item.figures.map(
    ({ words: figure, creditedTo }) =>
      quotes.join(isolate(figure)) + (creditedTo ? ` (${words.accordingTo} ${isolate(creditedTo)})` : ''),
  );
  const parts = [
    ...(item.ordinal === undefined ? [] : [words.anniversary(item.ordinal)]),
    ...(figures.length > 0 ? [`${words.figuresBefore} ${figures.join(listSeparator)}`] : []),
  ];
  return parts.length > 0 ? [parts.join(' · ')] : [];
}

function renderReasons(item: DigestItem, { language }: Digest): string[] {
  const text = frameText[language];
  const themes = item.themes.map((theme) => text.themes[theme]).join(text.listSeparator);
  const words = item.reasons.map((reason) => text.quotes.join(isolate(reason))).join(text.listSeparator);
  const parts = [themes, words && `${text.reasonsBefore} ${words}`].filter(Boolean);
  return parts.length > 0 ? [parts.join(' · ')] : [];
}

function renderItem(item: DigestItem, digest: Digest, links: DigestLinks, isExpanded: boolean): string {
  const text = frameText[digest.language];
  const words = sectionText[digest.language];
  const page = articlePage(links.publicUrl, item.articleId);
  const feedback = isExpanded ? links.feedbackOf?.(item.articleId) : undefined;
  const meta = [isolate(item.outletName), text.relations[item.relation], item.languageName, item.time];
  return [
    item.title,
    [...meta, ...(item.isContinued ? [words.continued] : [])].join(' · '),
    ...(isExpanded && item.excerpt ? [item.excerpt] : []),
    ...(isExpanded ? renderFacts(item, digest) : []),
    ...(item.independentOutlets > 1 ? [words.independentOutlets(countedIn(item.independentOutlets, digest))] : []),
    ...members(words.alsoIn, item.texts, digest),
    ...members(text.carriedBy, item.copies, digest),
    ...(isExpanded ? renderReasons(item, digest) : []),
    item.url ?? page,
    ...(isExpanded ? [`${text.reasonsLink} ${page}`] : []),
    ...(feedback ? [`${words.isItRelevant} ${feedback.either}`] : []),
  ].join('\n');
}

function renderLate(article: DigestLate, digest: Digest, links: DigestLinks): string {
  const meta = [isolate(article.outletName), frameText[digest.language].relations[article.relation], article.why];
  return [article.title, meta.join(' · '), article.url ?? articlePage(links.publicUrl, article.articleId)].join('\n');
}

/** A line a week: its days, how many articles, and how many each day. */
function weeksOf({ days }: DigestTrend, digest: Digest): string[] {
  const number = (count: number): string => frameNumber(count, digest.language);
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7));
  return weeks.map((week) => {
    const total = week.reduce((sum, { articles }) => sum + articles, 0);
    const each = week.map(({ articles }) => number(articles)).join(' ');
    return `${week[0]?.date} – ${week.at(-1)?.date}: ${number(total)} (${each})`;
  });
}

/** Every section below the stories that has anything to say, each after a rule. */
function renderSections(digest: Digest, links: DigestLinks): string[] {
  const text = frameText[digest.language];
  const words = sectionText[digest.language];
  const number = (count: number): string => frameNumber(count, digest.language);
  const section = (title: string, lines: readonly string[], note?: string): string[] =>
    lines.length === 0 ? [] : [RULE, title, lines.join('\n'), ...(note ? [note] : [])];
  const counts = (rows: readonly { name: string; count: number }[]): string =>
    rows.map(({ name, count }) => `${name} ${number(count)}`).join(text.listSeparator);
  const outlets = digest.outlets.map(({ name, count }) => ({ name: isolate(name), count }));
  const [several, single] = [outlets.filter(({ count }) => count > 1), outlets.filter(({ count }) => count === 1)];
  const first = digest.outlets.filter(({ isFirst }) => isFirst).map(({ name }) => isolate(name));
  const figures = digest.figures.map((figure) => {
    const unit = words.figures.units[figure.unit];
    const articles = words.figures.articles(countedIn(figure.articles, digest));
    return `${isolate(figure.number)}${unit && ` ${unit}`} · ${articles} · ${creditsOf(figure, digest, isolate).join('')}`;
  });
  const wordings = digest.wordings.map((seen) => {
    const voices = [
      seen.outlet > 0 && `${words.wording.outlet} ${number(seen.outlet)}`,
      seen.quotation > 0 && `${words.wording.quotation} ${number(seen.quotation)}`,
      seen.hedged > 0 && `${words.wording.hedged} ${number(seen.hedged)}`,
    ];
    return `${wordingName(seen, digest)} ${number(seen.articles)} · ${voices.filter(Boolean).join(text.listSeparator)}`;
  });
  return [
    ...section(
      words.unanswered.heading,
      digest.unanswered.map((date) => words.unanswered.line(nameOfDate(date, digest), date.date)),
    ),
    ...section(
      words.coming.heading,
      digest.coming.map(
        (date) => `${waitOf(date, digest)} · ${nameOfDate(date, digest)} · ${dayAndPlaceOf(date, digest)}`,
      ),
    ),
    ...section(words.figures.heading, figures, words.figures.note),
    ...section(words.wording.heading, wordings, words.wording.note),
    ...(digest.trend
      ? [
          RULE,
          words.trend.heading,
          trendSentences(digest.trend, digest),
          weeksOf(digest.trend, digest).join('\n'),
          words.trend.note,
        ]
      : []),
    ...(digest.articleCount > 0
      ? [
          RULE,
          ...(several.length > 0 ? [`${text.whoReported}: ${counts(several)}`] : []),
          ...(single.length > 0
            ? [
                `${several.length > 0 ? words.oneEach : `${text.whoReported}:`} ${single.map(({ name }) => name).join(text.listSeparator)}`,
              ]
            : []),
          ...(first.length > 0 && !isFirstNamed(digest)
            ? [`${words.firstTime} ${first.join(text.listSeparator)}`]
            : []),
          `${text.languagesHeading}: ${counts(digest.languages)}`,
        ]
      : []),
    ...(digest.late.length > 0
      ? [RULE, words.late.heading, ...digest.late.map((one) => renderLate(one, digest, links)), words.late.lateNote]
      : []),
    ...(digest.possiblyOld.length > 0
      ? [
          RULE,
          words.late.possiblyOld,
          ...digest.possiblyOld.map((one) => renderLate(one, digest, links)),
          words.late.possiblyOldNote,
        ]
      : []),
  ];
}

/**
 * The digest as a mail's text part: the same stories in the same order, addresses on lines of their own.
 * Titles and excerpts are paragraphs of themselves, which take their direction from their own letters; only words inside
 * a line of the frame are isolated.
 */
export function renderText(digest: Digest, links: DigestLinks): string {
  const text = frameText[digest.language];
  const words = sectionText[digest.language];
  const number = (count: number): string => frameNumber(count, digest.language);
  const lines = digest.lines.slice(0, MAX_LINES);
  const hidden = digest.lines.length - lines.length;
  const section = (title: string, items: readonly DigestItem[], isExpanded: boolean): string[] =>
    items.length === 0 ? [] : [RULE, title, ...items.map((item) => renderItem(item, digest, links, isExpanded))];
  const relations = digest.relations.map(({ name, count }) => `${name} ${number(count)}`).join(' · ');
  const copies = digest.copyCount > 0 ? ` ${text.copies(number(digest.copyCount), digest.copyCount === 1)}` : '';
  const mentions = digest.passingMentionCount;
  const glance = glanceOf(digest).map(({ label, says }) => `${label} ${says}`);

  const paragraphs = [
    `${text.product} · ${text.edition}\n${digest.date}`,
    digest.articleCount > 0 ? `${digest.summary}.${copies}\n${relations}` : digest.summary,
    ...(glance.length > 0 ? [glance.join('\n')] : []),
    [`${digest.period}.`, digest.quietNote, digest.filterNote].filter(Boolean).join('\n'),
    ...section(text.leading, digest.expanded, true),
    ...section(text.more, lines, false),
    ...(hidden > 0 ? [`${text.andMore(number(hidden))}: ${fullEdition(links)}`] : []),
    ...(mentions > 0 ? [text.passingMentions(number(mentions), mentions === 1)] : []),
    ...renderSections(digest, links),
    RULE,
    runSentences(digest),
    `${words.manifest.label}: ${sealSentence(digest)}\n${digest.manifest.sha256}`,
    `${text.whyYouGetThis} ${text.zoneNote(digest.zone)} ${text.privacy}`,
    [
      `${text.page}: ${links.publicUrl}/`,
      ...(links.editionUrl ? [`${text.inBrowser}: ${links.editionUrl}`] : []),
      ...(links.preferencesUrl ? [`${text.preferences}: ${links.preferencesUrl}`] : []),
      `${text.unsubscribe}: ${links.unsubscribeUrl}`,
    ].join('\n'),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}
