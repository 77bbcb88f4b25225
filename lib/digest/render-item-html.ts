import type { DigestItem, DigestMember } from './digest.ts';
import { articlePage, type DigestLinks } from './digest-links.ts';
import { frameNumber } from './frame-number.ts';
import { type FrameLanguage, frameText } from './frame-text.ts';
import { type Html, html, isolated, rawHtml } from './html-template.ts';
import { joined, link, startOf } from './mail-parts.ts';
import { bodyFont, bodySize, headlineFont, light, relationColours } from './mail-theme.ts';
import { sectionText } from './section-text.ts';
import type { Direction } from './text-direction.ts';

export interface ItemFrame {
  language: FrameLanguage;
  direction: Direction;
  links: DigestLinks;
}

const MAX_MEMBERS = 5;

/** A tag that may stand in `lang`; empty ("unknown") for anything else. */
function langOf(language: string): string {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) && language !== 'und' ? language : '';
}

/** Foreign words inside a line of the frame, kept together where they are few: broken at its end, they read backwards. */
const unbroken = (words: string): Html => isolated(words.length <= 32 ? words.replaceAll(' ', '\u00A0') : words);

type Linked = Pick<DigestItem, 'articleId' | 'title'> & { url?: string };

function titleLink(item: Linked, { links }: ItemFrame): Html {
  const address = item.url ?? articlePage(links.publicUrl, item.articleId);
  return html`<a href="${address}" class="ink" style="color:${light.ink};text-decoration:none;">${isolated(item.title)}</a>`;
}

function memberLink(member: DigestMember, { language, links }: ItemFrame): Html {
  const address = member.url ?? articlePage(links.publicUrl, member.articleId);
  const relation = frameText[language].relations[member.relation];
  return html`<a href="${address}" class="link" style="color:${light.link};">${unbroken(member.outletName)}</a> (${relation})`;
}

function memberList(label: string, members: readonly DigestMember[], frame: ItemFrame): Html | undefined {
  if (members.length === 0) return undefined;
  const shown = members.slice(0, MAX_MEMBERS).map((member) => memberLink(member, frame));
  const hidden = members.length - shown.length;
  const { listSeparator } = frameText[frame.language];
  return html`${label} ${joined(shown, listSeparator)}${hidden > 0 && ` + ${frameNumber(hidden, frame.language)}`}`;
}

/** Who has the story besides its lead: independent outlets counted, own texts and copies named apart. */
function renderPickUp(item: DigestItem, frame: ItemFrame): Html | undefined {
  const { language } = frame;
  const { independentOutlets: count } = item;
  const words = sectionText[language];
  const independent = words.independentOutlets({ count: frameNumber(count, language), isOne: count === 1 });
  const parts = [
    count > 1 ? html`<b class="ink" style="color:${light.ink};">${independent}</b>` : undefined,
    memberList(words.alsoIn, item.texts, frame),
    memberList(frameText[language].carriedBy, item.copies, frame),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : html`${joined(parts, ' · ')}`;
}

/** The anniversary and the figures that the article prints, with whom it credits. */
function renderFacts(item: DigestItem, { language }: ItemFrame): Html | undefined {
  const words = sectionText[language];
  const { quotes, listSeparator } = frameText[language];
  const [open, close] = quotes;
  const figures = item.figures.map(
    ({ words: figure, creditedTo }) =>
      html`${open}${unbroken(figure)}${close}${creditedTo && html` (${words.accordingTo} ${unbroken(creditedTo)})`}`,
  );
  const parts = [
    item.ordinal === undefined ? undefined : html`${words.anniversary(item.ordinal)}`,
    figures.length > 0 ? html`${words.figuresBefore} ${joined(figures, listSeparator)}` : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : html`${joined(parts, ' · ')}`;
}

/** Why the article is here: themes, the heaviest words, the way to the whole reckoning, and two ways to contradict. */
function renderReasons(item: DigestItem, { language, links }: ItemFrame): Html {
  const text = frameText[language];
  const words = sectionText[language];
  const themes = item.themes.map((theme) => text.themes[theme]).join(text.listSeparator);
  const [open, close] = text.quotes;
  const matched = item.reasons.map((reason) => html`${open}${unbroken(reason)}${close}`);
  const feedback = links.feedbackOf?.(item.articleId);
  const nowrap = (part: Html): Html => html`<span style="white-space:nowrap;">${part}</span>`;
  const parts = [
    themes === '' ? undefined : html`${themes}`,
    matched.length > 0 ? html`${text.reasonsBefore} ${joined(matched, text.listSeparator)}` : undefined,
    nowrap(link(articlePage(links.publicUrl, item.articleId), text.reasonsLink)),
    feedback &&
      nowrap(html`${link(feedback.relevant, words.isRelevant)} · ${link(feedback.notRelevant, words.isNotRelevant)}`),
  ].filter((part) => part !== undefined);
  return html`${joined(parts, ' · ')}`;
}

/** A row whose coloured edge tells the relation, in the article's own direction. */
function edged(
  item: Pick<DigestItem, 'relation' | 'language' | 'direction'>,
  paddingBottom: number,
  content: Html,
): Html {
  const { direction } = item;
  const colour = relationColours[item.relation];
  const start = startOf(direction);
  return html`<tr><td class="pad" style="padding:0 32px ${paddingBottom}px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
<td lang="${langOf(item.language)}" dir="${direction}" align="${start}" style="border-${start}:4px solid ${colour};padding-${start}:14px;text-align:${start};">${content}</td></tr></table></td></tr>`;
}

/** The type of an article's own words, whose direction may be another than that of the frame around. */
const ownFont = (direction: Direction, frame: ItemFrame): string =>
  direction === frame.direction ? bodySize(direction, 15) : bodyFont(direction, 15);

/** Lines of the frame inside an article's cell: in the frame's language and direction, on the article's side. */
function frameLines(lines: readonly (Html | undefined)[], frame: ItemFrame, marginTop: number): Html {
  const said = joined(
    lines.filter((line) => line !== undefined),
    rawHtml('<br>'),
  );
  return html`<p lang="${frame.language}" dir="${frame.direction}" class="muted" style="margin:${marginTop === 0 ? 0 : `${marginTop}px 0 0`};${bodySize(frame.direction, 13)}color:${light.muted};">${said}</p>`;
}

/** One story in full. */
export function renderItemHtml(item: DigestItem, frame: ItemFrame): Html {
  const { direction } = item;
  const text = frameText[frame.language];
  const head = html`<b class="ink" style="color:${light.ink};">${isolated(item.outletName)}</b> · ${text.relations[item.relation]} · ${item.languageName} · ${item.time}${item.isContinued && ` · ${sectionText[frame.language].continued}`}`;
  return edged(
    item,
    26,
    html`${frameLines([head], frame, 0)}
<h3 style="margin:4px 0 0;${headlineFont(direction, 19, frame.direction)}">${titleLink(item, frame)}</h3>
${item.excerpt && html`<p style="margin:6px 0 0;${ownFont(direction, frame)}">${isolated(item.excerpt)}</p>`}
${frameLines([renderFacts(item, frame), renderPickUp(item, frame), renderReasons(item, frame)], frame, 8)}`,
  );
}

/** One story as a line: title, then outlet, relation, time and who else has it. */
export function renderLineHtml(item: DigestItem, frame: ItemFrame): Html {
  const pickUp = renderPickUp(item, frame);
  const words = html`${isolated(item.outletName)} · ${frameText[frame.language].relations[item.relation]} · ${item.time}${item.isContinued && ` · ${sectionText[frame.language].continued}`}${pickUp && html` · ${pickUp}`}`;
  return renderTitleHtml(item, words, frame);
}

/** A title with one line of the frame below it. */
export function renderTitleHtml(
  item: Linked & Pick<DigestItem, 'relation' | 'language' | 'direction'>,
  below: Html,
  frame: ItemFrame,
): Html {
  return edged(
    item,
    12,
    html`<p style="margin:0;${ownFont(item.direction, frame)}">${titleLink(item, frame)}</p>${frameLines([below], frame, 0)}`,
  );
}
