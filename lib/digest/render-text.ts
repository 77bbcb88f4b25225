import type { Digest, DigestItem } from './digest.ts';
import { frameNumber, frameText } from './frame-text.ts';
import type { DigestLinks } from './render-html.ts';
import { articlePage } from './render-item-html.ts';
import { isolate } from './text-direction.ts';

const MAX_LINES = 100;
const RULE = '-'.repeat(64);

function renderItem(item: DigestItem, digest: Digest, links: DigestLinks, isExpanded: boolean): string {
  const text = frameText[digest.language];
  const page = articlePage(links.publicUrl, item.articleId);
  const copies = item.copies.map((copy) => `${isolate(copy.outletName)} (${text.relations[copy.relation]})`);
  const themes = item.themes.map((theme) => text.themes[theme]).join(text.listSeparator);
  const words = item.reasons.map((reason) => text.quotes.join(isolate(reason))).join(text.listSeparator);
  const reasons = [themes, words && `${text.reasonsBefore} ${words}`].filter(Boolean).join(' · ');
  return [
    item.title,
    [isolate(item.outletName), text.relations[item.relation], item.languageName, item.time].join(' · '),
    ...(isExpanded && item.excerpt ? [item.excerpt] : []),
    ...(isExpanded && reasons ? [reasons] : []),
    ...(copies.length > 0 ? [`${text.carriedBy} ${copies.join(text.listSeparator)}`] : []),
    item.url ?? page,
    ...(isExpanded ? [`${text.reasonsLink} ${page}`] : []),
  ].join('\n');
}

/**
 * The digest as a mail's text part: the same articles in the same order, addresses on lines of their own.
 * Titles and excerpts are paragraphs of themselves, which take their direction from their own letters; only words inside
 * a line of the frame are isolated.
 */
export function renderText(digest: Digest, links: DigestLinks): string {
  const text = frameText[digest.language];
  const number = (count: number): string => frameNumber(count, digest.language);
  const { watched, checked, failing, silent } = digest.health;
  const lines = digest.lines.slice(0, MAX_LINES);
  const hidden = digest.lines.length - lines.length;
  const section = (title: string, items: readonly DigestItem[], isExpanded: boolean): string[] =>
    items.length === 0 ? [] : [RULE, title, ...items.map((item) => renderItem(item, digest, links, isExpanded))];
  const counts = (rows: readonly { name: string; count: number }[]): string =>
    rows.map(({ name, count }) => `${name} ${number(count)}`).join(text.listSeparator);
  const outlets = digest.outlets.map(({ name, count }) => ({ name: isolate(name), count }));

  const copies = digest.copyCount > 0 ? ` ${text.copies(number(digest.copyCount), digest.copyCount === 1)}` : '';

  const paragraphs = [
    `${text.product} · ${text.edition}\n${digest.date}`,
    digest.articleCount > 0 ? `${digest.summary}.${copies}\n${counts(digest.relations)}` : digest.summary,
    [`${digest.period}.`, digest.quietNote, digest.filterNote].filter(Boolean).join('\n'),
    ...section(text.leading, digest.expanded, true),
    ...section(text.more, lines, false),
    ...(hidden > 0 ? [`${text.andMore(number(hidden))}: ${links.publicUrl}/`] : []),
    ...(digest.lateCount > 0 ? [text.late(number(digest.lateCount), digest.lateCount === 1)] : []),
    ...(digest.passingMentionCount > 0
      ? [text.passingMentions(number(digest.passingMentionCount), digest.passingMentionCount === 1)]
      : []),
    ...(digest.articleCount > 0
      ? [RULE, `${text.whoReported}: ${counts(outlets)}`, `${text.languagesHeading}: ${counts(digest.languages)}`]
      : []),
    RULE,
    text.run({ watched: number(watched), checked: number(checked), failing: number(failing), silent: number(silent) }),
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
