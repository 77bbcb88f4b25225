import type { Digest, DigestDate, DigestLate } from './digest.ts';
import { frameNumber } from './frame-number.ts';
import { frameText } from './frame-text.ts';
import { type Html, html, isolated, sentence } from './html-template.ts';
import { heading, note, row, startOf, table } from './mail-parts.ts';
import { bodySize, light } from './mail-theme.ts';
import { type ItemFrame, renderTitleHtml } from './render-item-html.ts';
import { sectionText } from './section-text.ts';
import { isolate } from './text-direction.ts';

const MOST_LATE = 5;

/** "38th anniversary: Publication of …", "Human Rights Day (UN)". */
export function nameOfDate({ name, ordinal }: DigestDate, digest: Pick<Digest, 'language'>): string {
  return ordinal === undefined || ordinal > 99 ? name : sectionText[digest.language].counted(ordinal, name);
}

/** "today", "tomorrow", "in 12 days", "postponed". */
export function waitOf({ days, hearing }: DigestDate, digest: Pick<Digest, 'language'>): string {
  const { today, tomorrow, inDays, postponed } = sectionText[digest.language].coming;
  if (hearing?.isPostponed) return postponed;
  return days === 0 ? today : days === 1 ? tomorrow : inDays(frameNumber(days, digest.language));
}

/** "Thursday 3 December 2026", "was set for …", with court and place after it. */
export function dayAndPlaceOf({ date, hearing }: DigestDate, digest: Pick<Digest, 'language'>): string {
  const words = sectionText[digest.language].coming;
  if (hearing === undefined) return date;
  const { court, place, isPostponed } = hearing;
  return `${isPostponed ? words.wasSetFor(date) : date} · ${words.hearing(isolate(court), isolate(place))}`;
}

/** What comes, and where coverage was expected and none came. */
export function renderDatesHtml(digest: Digest): (Html | false)[] {
  const { coming, unanswered } = sectionText[digest.language];
  const start = startOf(digest.direction);
  const rows = digest.coming.map(
    (date) => html`<tr>
<td width="124" valign="top" style="width:124px;padding:3px 0;vertical-align:top;${bodySize(digest.direction, 14)}"><b>${waitOf(date, digest)}</b></td>
<td valign="top" style="padding:3px 0;padding-${start}:12px;vertical-align:top;"><p style="margin:0;${bodySize(digest.direction, 14)}">${nameOfDate(date, digest)}</p>
<p class="muted" style="margin:0;${bodySize(digest.direction, 13)}color:${light.muted};">${sentence(dayAndPlaceOf(date, digest))}</p></td></tr>`,
  );
  const lines = digest.unanswered.map(
    (date) =>
      html`<p style="margin:0 0 6px 0;${bodySize(digest.direction, 15)}">${unanswered.line(nameOfDate(date, digest), date.date)}</p>`,
  );
  return [
    lines.length > 0 && html`${heading(unanswered.heading, digest)}${row(lines, 12)}`,
    rows.length > 0 && html`${heading(coming.heading, digest)}${row(table(rows, digest))}`,
  ];
}

/** Coverage that is no news: old by its own date, and possibly old by what it says, apart. */
export function renderLateHtml(digest: Digest, frame: ItemFrame): (Html | false)[] {
  const words = sectionText[digest.language].late;
  const { relations } = frameText[digest.language];
  const part = (title: string, said: string, articles: readonly DigestLate[]): Html | false => {
    if (articles.length === 0) return false;
    const hidden = articles.length - MOST_LATE;
    const lines = articles
      .slice(0, MOST_LATE)
      .map((article) =>
        renderTitleHtml(
          article,
          html`${isolated(article.outletName)} · ${relations[article.relation]} · ${article.why}`,
          frame,
        ),
      );
    return html`${heading(title, digest)}${lines}${hidden > 0 && note(words.more(frameNumber(hidden, digest.language)), digest)}${note(said, digest, 13)}`;
  };
  return [
    part(words.heading, words.lateNote, digest.late),
    part(words.possiblyOld, words.possiblyOldNote, digest.possiblyOld),
  ];
}
