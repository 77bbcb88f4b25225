import type { Digest, DigestTrend } from './digest.ts';
import { frameChange, frameNumber } from './frame-number.ts';
import { type Html, html, rawHtml, sentence } from './html-template.ts';
import { countedIn, endOf, heading, note, row, startOf } from './mail-parts.ts';
import { barColours, bodySize, light } from './mail-theme.ts';
import { renderLegend } from './render-bars-html.ts';
import { sectionText } from './section-text.ts';

const BAR_HEIGHT = 64;
/** A bar is full from this many on. */
const FULL_BAR = 5;
/** Numbers of three digits do not fit over the bars of a narrow screen. */
const TWO_DIGITS = 99;

/** "412 articles in 231 stories. The four weeks before: 305 and 190, so +35% by article." */
export function trendSentences({ total, before }: DigestTrend, digest: Pick<Digest, 'language'>): string {
  const { trend } = sectionText[digest.language];
  const said = trend.total({ articles: countedIn(total.articles, digest), stories: countedIn(total.stories, digest) });
  if (before.articles === 0) return `${said} ${trend.nothingBefore}`;
  const change = frameChange(total.articles / before.articles - 1, digest.language);
  return `${said} ${trend.before({
    articles: frameNumber(before.articles, digest.language),
    stories: frameNumber(before.stories, digest.language),
    change,
  })}`;
}

function bar(height: number, colour: string): Html | false {
  const pixels = Math.round(height);
  return (
    pixels > 0 &&
    html`<div style="height:${pixels}px;line-height:${pixels}px;font-size:0;background:${colour};">&nbsp;</div>`
  );
}

/** Twenty-eight bars of two tones, days from the oldest to the newest, each with its number above it. */
export function renderTrendHtml(digest: Digest): Html | false {
  const { trend } = digest;
  if (!trend) return false;
  const words = sectionText[digest.language].trend;
  const most = Math.max(FULL_BAR, ...trend.days.map(({ articles }) => articles));
  const heightOf = (count: number): number => (count / most) * BAR_HEIGHT;
  const numbers = most > TWO_DIGITS && rawHtml(' class="wide"');
  const cells = trend.days.map(
    ({ articles, stories }) =>
      html`<td valign="bottom" align="center" class="muted" style="padding:0 1px;font-size:9px;line-height:12px;color:${light.muted};"><span${numbers}>${articles > 0 ? frameNumber(articles, digest.language) : html`&nbsp;`}</span>${bar(heightOf(articles - stories), barColours.second)}${bar(heightOf(stories), barColours.first)}</td>`,
  );
  const [first, last] = [trend.days[0], trend.days.at(-1)];
  const font = bodySize(digest.direction, 12);
  const sentences = trendSentences(trend, digest);
  return html`${heading(words.heading, digest)}${row(
    html`<p style="margin:0 0 12px 0;${bodySize(digest.direction, 15)}">${sentence(sentences)}</p>
<table role="img" aria-label="${sentences}" dir="${digest.direction}" width="100%" cellpadding="0" cellspacing="0" border="0" class="rule" style="table-layout:fixed;border-bottom:1px solid ${light.rule};"><tr>${cells}</tr></table>
<table role="presentation" dir="${digest.direction}" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="muted" align="${startOf(digest.direction)}" style="padding-top:4px;text-align:${startOf(digest.direction)};${font}color:${light.muted};">${first?.date}</td><td class="muted" align="${endOf(digest.direction)}" style="padding-top:4px;text-align:${endOf(digest.direction)};${font}color:${light.muted};">${last?.date}</td></tr></table>
${renderLegend(
  [
    { name: words.stories, colour: barColours.first },
    { name: words.furtherArticles, colour: barColours.second },
  ],
  digest,
)}`,
    6,
  )}${note(words.note, digest, 13)}`;
}
