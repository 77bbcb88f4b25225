import { Relevance, Theme } from '../classification/classification.ts';
import type { Coverage } from '../coverage/coverage.ts';
import { displayText } from '../digest/display-text.ts';
import { frameText } from '../digest/frame-text.ts';
import { type Html, html } from '../digest/html-template.ts';
import { safeLink } from '../digest/safe-link.ts';
import { textDirection } from '../digest/text-direction.ts';
import { Relation } from '../feeds/outlet.ts';
import { layout } from './layout.ts';
import type { Visitor } from './visitor.ts';

export interface CoverageFilterValues {
  fromDay: string;
  toDay: string;
  /** `all` shows passing mentions too. */
  relevance: 'relevant' | 'passing-mention' | 'all';
  theme?: Theme | undefined;
  language?: string | undefined;
}

/** More make a page that is slow to read and too large to be answered. */
const MOST_ROWS = 500;

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** @returns the English name of a BCP 47 tag, the tag itself when it has none or is none */
export function languageName(tag: string): string {
  if (tag === 'und') return 'unknown language';
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Who speaks, in the words of the digest. */
export const relationName = (relation: Relation): string => frameText.en.relations[relation];

/** The coverage of a range of days: who published, in which languages, and every article. */
export function coveragePage(coverage: readonly Coverage[], filter: CoverageFilterValues, visitor?: Visitor): string {
  const days =
    filter.fromDay === filter.toDay ? dayName(filter.toDay) : `${dayName(filter.fromDay)} – ${dayName(filter.toDay)}`;
  const outlets = new Set(coverage.map(({ outletId }) => outletId)).size;
  const languages = new Set(coverage.map(({ language }) => language)).size;
  const storySizes = countStories(coverage);
  return layout(
    { title: 'Coverage', path: '/', visitor },
    html`<div class="head"><h1>Coverage</h1><p class="lead">${days}: <strong>${coverage.length}</strong> ${coverage.length === 1 ? 'article' : 'articles'},
      ${outlets} ${outlets === 1 ? 'outlet' : 'outlets'}, ${languages} ${languages === 1 ? 'language' : 'languages'}</p></div>`,
    filterForm(filter, coverage),
    coverage.length > 0 && relationBars(coverage),
    coverage.length === 0
      ? html`<p class="empty">Nothing was recorded for these days. Widen the range, or look at <a href="/feeds">the feeds</a> to see whether they are read.</p>`
      : html`<ol class="articles">${coverage.slice(0, MOST_ROWS).map((one) => articleRow(one, storySizes.get(one.storyId ?? one.articleId) ?? 1))}</ol>`,
    coverage.length > MOST_ROWS &&
      html`<p class="empty">And <strong>${coverage.length - MOST_ROWS}</strong> older ones: choose fewer days to see them.</p>`,
  );
}

function filterForm(filter: CoverageFilterValues, coverage: readonly Coverage[]): Html {
  const languages = [
    ...new Set([...coverage.map(({ language }) => language), ...(filter.language ? [filter.language] : [])]),
  ].sort();
  const option = (value: string, label: string, chosen: string | undefined) =>
    html`<option value="${value}"${(chosen ?? '') === value && html` selected`}>${label}</option>`;
  return html`<form class="filters" method="get" action="/">
    <label>From <input type="date" name="from" value="${filter.fromDay}"></label>
    <label>To <input type="date" name="to" value="${filter.toDay}"></label>
    <label>Relevance <select name="relevance">${option('relevant', 'relevant', filter.relevance)}${option('passing-mention', 'passing mention', filter.relevance)}${option('all', 'both', filter.relevance)}</select></label>
    <label>Theme <select name="theme">${option('', 'any', filter.theme)}${Theme.options.map((theme) => option(theme, theme, filter.theme))}</select></label>
    <label>Language <select name="language">${option('', 'any', filter.language)}${languages.map((tag) => option(tag, languageName(tag), filter.language))}</select></label>
    <button>Show</button></form>`;
}

function relationBars(coverage: readonly Coverage[]): Html {
  const counts = Relation.options
    .map((relation) => ({ relation, count: coverage.filter((one) => one.relation === relation).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const most = Math.max(...counts.map(({ count }) => count));
  return html`<section class="bars" aria-label="Articles by relation of the source"><h2>Who published</h2><dl>${counts.map(
    ({ relation, count }) =>
      html`<dt>${relationName(relation)}</dt><dd><svg aria-hidden="true" width="100%" height="10" preserveAspectRatio="none"><rect width="${Math.max(2, Math.round((count / most) * 100))}%" height="10" rx="2"/></svg><span>${count}</span></dd>`,
  )}</dl></section>`;
}

/** Articles of each story among these. */
function countStories(coverage: readonly Coverage[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { storyId, articleId } of coverage) {
    const story = storyId ?? articleId;
    sizes.set(story, (sizes.get(story) ?? 0) + 1);
  }
  return sizes;
}

/** @param storySize articles of its story on the page, this one among them */
function articleRow(coverage: Coverage, storySize: number): Html {
  const { articleId, title, language, excerpt, themes, relation, outletName, score, relevance } = coverage;
  const link = safeLink(coverage.url);
  const when = coverage.publishedAt?.slice(11, 16);
  return html`<li><article>
    <p class="meta"><span class="relation ${relation}">${relationName(relation)}</span> <bdi>${displayText(outletName, 80)}</bdi> · ${languageName(language)} · <time datetime="${coverage.publishedAt ?? coverage.recordedAt}">${coverage.day}${when && ` ${when} UTC`}</time>${relevance !== Relevance.enum.relevant && html` · passing mention`}${coverage.isLate && html` · late`}${coverage.copyOf !== undefined && html` · <a href="/articles/${coverage.copyOf}">copy</a>`}${storySize > 1 && html` · <a href="/stories/${coverage.storyId ?? articleId}">one of ${storySize} of its story</a>`}</p>
    <h2 lang="${language}" dir="${textDirection(title)}"><a href="/articles/${articleId}">${displayText(title, 300) || '(no title)'}</a></h2>
    <p class="excerpt" lang="${language}" dir="${textDirection(excerpt)}">${displayText(excerpt, 260)}</p>
    <p class="meta">${themes.map((theme) => html`<span class="theme">${theme}</span> `)}<span class="score">score ${score.toFixed(1)}</span>${link && html` · <a href="${link}" rel="noreferrer noopener">original</a>`}</p>
  </article></li>`;
}

const dayName = (day: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day));
