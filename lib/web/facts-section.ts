import { describeEvent } from '../classification/describe-event.ts';
import type { Facts, FigureFact, OrdinalFact, QuotationFact } from '../classification/facts.ts';
import { displayText } from '../digest/display-text.ts';
import { type Html, html } from '../digest/html-template.ts';
import { textDirection } from '../digest/text-direction.ts';

const SHOWN_QUOTATIONS = 8;
const SHOWN_CHARS = 200;

/** What the text says, one row for each kind of fact it has; nothing when it has none. Nobody's claim is judged. */
export function factsSection({ ordinals, figures, wordings, quotations, names, events }: Facts): Html | '' {
  const rows: [name: string, facts: Html[]][] = [
    ['Anniversary', firstOfEach(ordinals).map(ordinalItem)],
    ['Figures', figures.map(figureItem)],
    [
      'Names',
      names.map(({ name, count }) => html`<bdi>${displayText(name, 80)}</bdi>${count > 1 && html` (${count})`}`),
    ],
    [
      'Wording',
      wordings.map(
        ({ words, voice, isHedged, isDenied, count }) =>
          html`${quoted(words)}${isHedged && html`, in doubt`}${isDenied === true && html`, denied`}${voice === 'quotation' && html`, in a quotation`} (${count})`,
      ),
    ],
    ['Events', events.map((event) => html`${describeEvent(event)}`)],
    ['Speech', quotations.slice(0, SHOWN_QUOTATIONS).map(speechItem)],
  ];
  const shown = rows.filter(([, facts]) => facts.length > 0);
  if (shown.length === 0) return '';
  return html`<section><h2>What it says</h2><dl>${shown.map(
    ([name, facts]) => html`<dt>${name}</dt>${facts.map((fact) => html`<dd>${fact}</dd>`)}`,
  )}</dl></section>`;
}

const quoted = (words: string) => html`<q dir="${textDirection(words)}">${displayText(words, SHOWN_CHARS)}</q>`;

/** The same ordinal of the same event is said once. */
function firstOfEach(ordinals: readonly OrdinalFact[]): OrdinalFact[] {
  const first = new Map<string, OrdinalFact>();
  for (const fact of ordinals) {
    const key = `${fact.of} ${fact.kind} ${fact.ordinal}`;
    if (!first.has(key)) first.set(key, fact);
  }
  return [...first.values()];
}

function ordinalItem({ words, of, ordinal, impliedYear, isMismatch }: OrdinalFact): Html {
  const whose = of === 'organisation' ? 'of a body or a beginning' : 'of another event';
  return html`${quoted(words)}: ${impliedYear === undefined ? whose : html`1988 + ${ordinal} = ${impliedYear}`}${isMismatch && html`, not the year of publication`}`;
}

function figureItem({ words, unit, creditedTo }: FigureFact): Html {
  return html`${quoted(words)} ${unit}${creditedTo !== undefined && html`, credited to <bdi>${displayText(creditedTo, 80)}</bdi>`}`;
}

/** In the direction of what is said, whole: a long quotation wraps, and its lines would stand apart from their speaker. */
function speechItem({ words, speaker, quotedBy }: QuotationFact): Html {
  const by = speaker === undefined ? html`<bdi>nobody named</bdi>` : html`<bdi>${displayText(speaker, 80)}</bdi>`;
  const chain = quotedBy !== undefined && html`, <bdi>quoted by</bdi> <bdi>${displayText(quotedBy, 80)}</bdi>`;
  return html`<div dir="${textDirection(words)}">${by}${chain}: ${quoted(words)}</div>`;
}
