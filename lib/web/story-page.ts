import type { Coverage } from '../coverage/coverage.ts';
import { displayText } from '../digest/display-text.ts';
import { type Html, html } from '../digest/html-template.ts';
import { safeLink } from '../digest/safe-link.ts';
import { textDirection } from '../digest/text-direction.ts';
import { independentPickUp, PICK_UP_KINDS } from '../stories/independent-pick-up.ts';
import type { Story } from '../stories/story.ts';
import { languageName, relationName } from './coverage-page.ts';
import { layout } from './layout.ts';
import type { Visitor } from './visitor.ts';

/** More make a page that is slow to read. */
const MOST_ROWS = 500;

/** One story: who wrote a text of their own, who carried one, and why each is here. */
export function storyPage(story: Story, visitor?: Visitor): string {
  const { lead, members, texts, possiblySameEvent } = story;
  const title = displayText(lead.title, 300) || '(no title)';
  return layout(
    { title: displayText(lead.title, 120), path: '', visitor },
    html`<div class="head"><h1 lang="${lead.language}" dir="${textDirection(lead.title)}">${title}</h1>
      <p class="lead">A story of <strong>${members.length}</strong> ${members.length === 1 ? 'article' : 'articles'}, ${texts.length} with a text of their own</p></div>`,
    pickUpBars(story),
    html`<ol class="articles">${members.slice(0, MOST_ROWS).map(memberRow)}</ol>`,
    members.length > MOST_ROWS &&
      html`<p class="empty">And <strong>${members.length - MOST_ROWS}</strong> later ones.</p>`,
    possiblySameEvent.length > 0 &&
      html`<section><h2>Possibly the same event</h2><ul>${possiblySameEvent.map(
        ({ storyId, reasons }) =>
          html`<li><a href="/stories/${storyId}">Another story</a>: ${displayText(reasons.join('; '), 300)}</li>`,
      )}</ul></section>`,
  );
}

function pickUpBars(story: Story): Html {
  const pickUp = independentPickUp(story);
  const kinds = PICK_UP_KINDS.filter((kind) => pickUp[kind].articles > 0);
  const most = Math.max(...kinds.map((kind) => pickUp[kind].articles));
  return html`<section class="bars" aria-label="Articles by who picked the story up"><h2>Who picked it up</h2><dl>${kinds.map(
    (kind) =>
      html`<dt>${kind === 'carriage' ? kind : relationName(kind)}</dt><dd><svg aria-hidden="true" width="100%" height="10" preserveAspectRatio="none"><rect width="${Math.max(2, Math.round((pickUp[kind].articles / most) * 100))}%" height="10" rx="2"/></svg><span>${pickUp[kind].articles} in ${pickUp[kind].outletIds.length} ${pickUp[kind].outletIds.length === 1 ? 'outlet' : 'outlets'}</span></dd>`,
  )}</dl></section>`;
}

function memberRow(member: Coverage): Html {
  const { articleId, title, language, relation, outletName, copyOf, storyReasons = [], recordedAt } = member;
  const link = safeLink(member.url);
  return html`<li><article>
    <p class="meta"><span class="relation ${relation}">${relationName(relation)}</span> <bdi>${displayText(outletName, 80)}</bdi> · ${languageName(language)} · seen <time datetime="${recordedAt}">${recordedAt.slice(0, 16).replace('T', ' ')} UTC</time> · ${copyOf === undefined ? 'own text' : html`<a href="/articles/${copyOf}">copy</a>`}</p>
    <h2 lang="${language}" dir="${textDirection(title)}"><a href="/articles/${articleId}">${displayText(title, 300) || '(no title)'}</a></h2>
    <p class="meta">${storyReasons.length > 0 && displayText(storyReasons.join('; '), 300)}${link && html` · <a href="${link}" rel="noreferrer noopener">original</a>`}</p>
  </article></li>`;
}
