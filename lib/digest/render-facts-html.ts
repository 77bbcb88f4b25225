import type { SeenWording } from './collect-wordings.ts';
import type { Digest, DigestFigure } from './digest.ts';
import { displayText } from './display-text.ts';
import { frameNumber } from './frame-number.ts';
import { frameText } from './frame-text.ts';
import { type Html, html, isolated } from './html-template.ts';
import { countedIn, heading, note, row, startOf, table } from './mail-parts.ts';
import { barColours, bodySize, headlineFont, light } from './mail-theme.ts';
import { renderBar, renderLegend } from './render-bars-html.ts';
import { sectionText } from './section-text.ts';

const MOST_WORDINGS = 8;
const FULL_BAR = 5;

/** "credited to Amnesty International 3, the opposition 1, nobody named 2", with the names isolated by `isolate`. */
export function creditsOf<T>(
  { credits, otherCredits }: DigestFigure,
  digest: Pick<Digest, 'language'>,
  isolate: (name: string) => T,
): (T | string)[] {
  const { credited, uncredited, others } = sectionText[digest.language].figures;
  const { listSeparator } = frameText[digest.language];
  const number = (count: number): string => frameNumber(count, digest.language);
  const named = credits.flatMap(({ name, articles }, index): (T | string)[] =>
    name === undefined ? [] : [index === 0 ? `${credited} ` : listSeparator, isolate(name), ` ${number(articles)}`],
  );
  const nobody = credits.find(({ name }) => name === undefined);
  const rest = [
    ...(otherCredits > 0 ? [`${others} ${number(otherCredits)}`] : []),
    ...(nobody ? [`${uncredited} ${number(nobody.articles)}`] : []),
  ].join(listSeparator);
  return rest === '' ? named : [...named, named.length > 0 ? `${listSeparator}${rest}` : rest];
}

/** Each figure large, with how often it was printed and whom the articles credit. */
export function renderFiguresHtml(digest: Digest): Html | false {
  if (digest.figures.length === 0) return false;
  const words = sectionText[digest.language].figures;
  const start = startOf(digest.direction);
  const rows = digest.figures.map(
    (figure) => html`<tr>
<td width="124" valign="top" style="width:124px;padding:4px 0;vertical-align:top;${headlineFont(digest.direction, 18, digest.direction)}">${isolated(figure.number)}</td>
<td valign="top" style="padding:6px 0 4px 0;padding-${start}:12px;vertical-align:top;"><p style="margin:0;${bodySize(digest.direction, 14)}">${[words.units[figure.unit], words.articles(countedIn(figure.articles, digest))].filter(Boolean).join(' · ')}</p>
<p class="muted" style="margin:0;${bodySize(digest.direction, 13)}color:${light.muted};">${creditsOf(figure, digest, isolated)}</p></td></tr>`,
  );
  return html`${heading(words.heading, digest)}${row(table(rows, digest), 8)}${note(words.note, digest, 13)}`;
}

/** The name of a wording in the frame's language. */
export const wordingName = ({ wording }: SeenWording, digest: Pick<Digest, 'language'>): string =>
  sectionText[digest.language].wording.names[wording] ?? displayText(wording, 40);

/** What the killings are called, and in whose voice: bars in three tones. */
export function renderWordingsHtml(digest: Digest): Html | false {
  if (digest.wordings.length === 0) return false;
  const words = sectionText[digest.language].wording;
  const most = Math.max(FULL_BAR, digest.wordings[0]?.articles ?? 0);
  const rows = digest.wordings.slice(0, MOST_WORDINGS).map((seen) => {
    const apart = [
      seen.quotation > 0 && `${words.quotation} ${frameNumber(seen.quotation, digest.language)}`,
      seen.hedged > 0 && `${words.hedged} ${frameNumber(seen.hedged, digest.language)}`,
    ].filter(Boolean);
    const parts = [
      { count: seen.outlet, colour: barColours.first },
      { count: seen.quotation, colour: barColours.second },
      { count: seen.hedged, colour: barColours.third },
    ];
    return renderBar(
      { name: wordingName(seen, digest), count: seen.articles, detail: apart.join(' · '), parts },
      most,
      digest,
    );
  });
  const isUsed = (count: (seen: SeenWording) => number): boolean => digest.wordings.some((seen) => count(seen) > 0);
  const legend = [
    { name: words.outlet, colour: barColours.first, isShown: true },
    { name: words.quotation, colour: barColours.second, isShown: isUsed(({ quotation }) => quotation) },
    { name: words.hedged, colour: barColours.third, isShown: isUsed(({ hedged }) => hedged) },
  ].filter(({ isShown }) => isShown);
  return html`${heading(words.heading, digest)}${row(html`${table(rows, digest)}${renderLegend(legend, digest)}`, 4)}${note(words.note, digest, 13)}`;
}
