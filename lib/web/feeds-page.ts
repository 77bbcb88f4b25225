import { displayText } from '../digest/display-text.ts';
import { feedHealth } from '../digest/feed-health.ts';
import { type Html, html } from '../digest/html-template.ts';
import { safeLink } from '../digest/safe-link.ts';
import type { Feed } from '../feeds/feed.ts';
import { languageName, relationName } from './coverage-page.ts';
import { layout } from './layout.ts';
import type { Visitor } from './visitor.ts';

/** Every feed with its state, those that need a person first. */
export function feedsPage(feeds: readonly Feed[], now: Date, visitor?: Visitor): string {
  const health = feedHealth(feeds, now.toISOString());
  const sorted = feeds.toSorted((a, b) => urgency(b) - urgency(a) || a.title.localeCompare(b.title));
  return layout(
    { title: 'Feeds', path: '/feeds', visitor },
    html`<div class="head"><h1>Feeds</h1><p class="lead"><strong>${health.watched}</strong> watched, ${health.checked} asked in the last day, ${health.failing} failing, ${health.silent} silent for a month</p></div>`,
    feeds.length === 0
      ? html`<p class="empty">The list is empty. Add a feed with <code>npm run vigil -- feeds add ADDRESS</code>, or import a list with <code>feeds import FILE</code>.</p>`
      : html`<div class="scroll" role="region" aria-label="Feeds and their state" tabindex="0"><table><thead><tr><th scope="col">State</th><th scope="col">Feed</th><th scope="col">Language</th><th scope="col">Relation</th><th scope="col">Last asked</th><th scope="col">Last new item</th><th scope="col">What it said</th></tr></thead><tbody>${sorted.map(row)}</tbody></table></div>`,
  );
}

function row(feed: Feed): Html {
  const link = safeLink(feed.url);
  const title = displayText(feed.title, 90);
  const status = statusOf(feed);
  return html`<tr><td><span class="status ${status.kind}">${status.name}</span></td>
    <td>${link ? html`<a href="${link}" rel="noreferrer noopener"><bdi>${title}</bdi></a>` : html`<bdi>${title}</bdi>`}<br><span class="meta">${displayText(feed.url, 90)}${feed.movedTo && html` → moving to ${displayText(feed.movedTo.url, 90)}`}</span></td>
    <td>${languageName(feed.language)}</td><td><span class="relation ${feed.relation}">${relationName(feed.relation)}</span></td>
    <td>${minute(feed.lastCheckedAt)}</td><td>${minute(feed.lastNewItemAt)}</td><td>${displayText(feed.lastDetail ?? '', 160)}</td></tr>`;
}

function statusOf(feed: Feed): { name: string; kind: 'good' | 'waiting' | 'bad' } {
  if (feed.state !== 'active') return { name: feed.state, kind: feed.state === 'gone' ? 'bad' : 'waiting' };
  if (feed.lastOutcome === undefined) return { name: 'not asked yet', kind: 'waiting' };
  return { name: feed.lastOutcome, kind: feed.consecutiveFailures === 0 ? 'good' : 'bad' };
}

const urgency = (feed: Feed) => (statusOf(feed).kind === 'bad' ? 1 : 0);
const minute = (at: string | undefined) => at?.slice(0, 16).replace('T', ' ') ?? '–';
