import type { Article } from '../articles/article.ts';
import type { Match, Relevance } from '../classification/classification.ts';
import type { SecondOpinion } from '../classification/second-opinion.ts';
import type { Coverage, FormerLabels } from '../coverage/coverage.ts';
import type { Vote } from '../coverage/feedback.ts';
import { displayText } from '../digest/display-text.ts';
import { type Html, html } from '../digest/html-template.ts';
import { safeLink } from '../digest/safe-link.ts';
import { textDirection } from '../digest/text-direction.ts';
import type { Item } from '../feeds/item.ts';
import { languageName, relationName } from './coverage-page.ts';
import { factsSection } from './facts-section.ts';
import { feedbackForm } from './feedback-form.ts';
import { layout } from './layout.ts';
import { markText, paragraphsOf } from './marked-text.ts';
import type { Visitor } from './visitor.ts';

export interface AroundArticle {
  /** Absent when the archive has it no more. */
  article?: Article | undefined;
  items: readonly Item[];
  /** What the visitor said of it before. */
  said?: Vote | undefined;
  visitor?: Visitor | undefined;
}

/** One record: why it is here, the text with the words that decided, and its way through the stages. */
export function articlePage(coverage: Coverage, { article, items, said, visitor }: AroundArticle): string {
  const { title, language, outletName, relation } = coverage;
  const link = safeLink(coverage.url);
  const published = coverage.publishedAt?.slice(0, 16).replace('T', ' ');
  return layout(
    { title: displayText(title, 120), path: '', visitor },
    html`<article class="record"><header>
      <p class="meta"><a href="/?from=${coverage.day}&amp;to=${coverage.day}">← ${coverage.day}</a> · <span class="relation ${relation}">${relationName(relation)}</span> <bdi>${displayText(outletName, 80)}</bdi> · ${languageName(language)} · ${published ? `${published} UTC` : 'no date given'}</p>
      <h1 lang="${language}" dir="${textDirection(title)}">${marked(
        title,
        coverage.matches.filter(({ field }) => field === 'title'),
      )}</h1>
      ${link && html`<p class="meta"><a href="${link}" rel="noreferrer noopener">Open the original</a></p>`}
    </header>
    ${verdict(coverage)}
    ${coverage.secondOpinion && opinionNote(coverage.secondOpinion, coverage.relevance)}
    ${storyNote(coverage)}
    ${coverage.formerLabels && formerVerdicts(coverage.formerLabels)}
    ${coverage.lateReason !== undefined && html`<p class="note">Late: ${displayText(coverage.lateReason, 200)}.</p>`}
    <div class="text" lang="${language}" dir="${textDirection(coverage.excerpt)}">${article ? body(article, coverage.matches) : html`<p>${coverage.excerpt}</p><p class="meta">The full text is not in the archive any more.</p>`}</div>
    ${coverage.bodySource === 'feed' && html`<p class="note">The page could not be read; this is the feed’s own text.</p>`}
    ${coverage.facts && factsSection(coverage.facts)}
    ${whyHere(coverage.matches)}
    <section id="feedback"><h2>Is it on the subject?</h2>${feedbackForm({ action: `/articles/${coverage.articleId}/feedback`, language: 'en', said, themes: coverage.themes })}</section>
    <section><h2>How it came here</h2>${items.map(
      (item) =>
        html`<ol class="trace">${item.trace.map((step) => html`<li><time datetime="${step.at}">${step.at.slice(0, 19).replace('T', ' ')}</time> <b>${step.stage}</b> ${displayText(step.what, 600)}</li>`)}</ol>`,
    )}</section></article>`,
  );
}

const NAMES = { relevant: 'Relevant', 'passing-mention': 'Passing mention', 'off-topic': 'Off topic' } as const;

function verdict({ relevance, score, threshold, themes, ruleSetVersion }: Coverage): Html {
  return html`<p class="verdict"><strong>${NAMES[relevance]}</strong>: score ${score.toFixed(1)}, relevant from ${threshold.toFixed(1)}
    ${themes.map((theme) => html`<span class="theme">${theme}</span> `)}<span class="meta">rule set ${ruleSetVersion}</span></p>`;
}

/** Beside the rules' decision, marked, and below it. */
function opinionNote({ verdict: said, reason, model, at }: SecondOpinion, decided: Relevance): Html {
  return html`<p class="note"><strong>Second opinion, machine-written</strong> (${displayText(model, 80)}, <time datetime="${at}">${at.slice(0, 10)}</time>): ${said}${said !== decided && html`, against the rules`}. <q dir="${textDirection(reason)}">${displayText(reason, 300)}</q> It changed nothing: the rules decide.</p>`;
}

function storyNote({ articleId, storyId, storyReasons = [], possiblySameEvent = [] }: Coverage): Html {
  const others = possiblySameEvent.map(
    (other) =>
      html`<li>Possibly <a href="/stories/${other.storyId}">the same event</a>: ${displayText(other.reasons.join('; '), 300)}</li>`,
  );
  return html`<ul class="meta"><li>${storyId === articleId ? 'First seen of ' : 'In '}<a href="/stories/${storyId}">its story</a>${storyReasons.length > 0 && `: ${displayText(storyReasons.join('; '), 300)}`}</li>${others}</ul>`;
}

/** What earlier rule sets said, the latest first. */
function formerVerdicts(formerLabels: readonly FormerLabels[]): Html {
  const lines = formerLabels
    .toReversed()
    .map(
      ({ at, ruleSetVersion, relevance, score, themes }) =>
        html`<li>Until <time datetime="${at}">${at.slice(0, 10)}</time> by rule set ${ruleSetVersion}: ${NAMES[relevance].toLowerCase()}, score ${score.toFixed(1)}${themes.length > 0 && html`, ${themes.join(', ')}`}</li>`,
    );
  return html`<details class="meta"><summary>Judged ${formerLabels.length === 1 ? 'once' : `${formerLabels.length} times`} before</summary><ul>${lines}</ul></details>`;
}

/** A page of the longest articles is a tenth of this; Lambda answers at most 6 MB. */
const SHOWN_CHARS = 200_000;

function body(article: Article, matches: readonly Match[]): Html[] {
  const inText = matches.filter(({ field }) => field === 'text');
  const paragraphs = paragraphsOf(article.text.slice(0, SHOWN_CHARS)).map(
    ({ text, start }) => html`<p dir="${textDirection(text)}">${marked(text, inText, start)}</p>`,
  );
  const hidden = article.text.length - SHOWN_CHARS;
  return hidden > 0
    ? [...paragraphs, html`<p class="note">${hidden} more characters are in the archive.</p>`]
    : paragraphs;
}

function marked(text: string, matches: readonly Match[], from = 0): Html[] {
  return markText(text, matches, from).map(({ text: run, match }) =>
    match
      ? html`<mark class="${kindOf(match)}" title="${match.ruleId}, ${match.points.toFixed(1)} points">${run}</mark>`
      : html`${run}`,
  );
}

function kindOf({ points }: Match): string {
  if (points > 0) return 'for';
  return points < 0 ? 'against' : 'cue';
}

/** The heaviest are shown, the rest is folded away. */
const SHOWN_MATCHES = 12;

function whyHere(matches: readonly Match[]): Html {
  const words = matches.filter(({ start, end }) => end > start);
  const ofAll = matches.filter(({ start, end }) => end === start);
  const more = words.slice(SHOWN_MATCHES);
  return html`<section><h2>Why it is here</h2>${matchTable([...words.slice(0, SHOWN_MATCHES), ...ofAll], 'The words that weigh most')}
    ${more.length > 0 && html`<details><summary>${more.length} more that weigh less</summary>${matchTable(more, 'The words that weigh less')}</details>`}
    <p class="meta"><mark class="for">counts for it</mark> <mark class="against">counts against it</mark> <mark class="cue">tells a theme</mark></p></section>`;
}

/** What is of the text as a whole stands at no words of it. */
const placeOf = ({ field, start, end }: Match): string => (end > start ? `${field} ${start}–${end}` : 'all of it');

function matchTable(matches: readonly Match[], name: string): Html {
  return html`<div class="scroll" role="region" aria-label="${name}" tabindex="0"><table><thead><tr><th scope="col">Points</th><th scope="col">Words</th><th scope="col">Rule</th><th scope="col">Where</th><th scope="col">Themes</th></tr></thead>
    <tbody>${matches.map(
      (match) =>
        html`<tr><td class="number">${match.points === 0 ? '–' : match.points.toFixed(1)}</td><td dir="${textDirection(match.words)}"><mark class="${kindOf(match)}">${displayText(match.words, 120)}</mark></td><td>${match.ruleId}</td><td class="place">${placeOf(match)}</td><td>${match.themes.join(', ')}</td></tr>`,
    )}</tbody></table></div>`;
}
