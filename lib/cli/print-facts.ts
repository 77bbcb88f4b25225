import { describeEvent } from '../classification/describe-event.ts';
import type { Facts, FigureFact, OrdinalFact, QuotationFact } from '../classification/facts.ts';
import { outsidersText } from './terminal-text.ts';

/** First strong isolate and its end: keeps right-to-left words from turning the line around. */
const isolated = (words: string) => `\u2068${outsidersText(words).replace(/\s+/g, ' ')}\u2069`;
const SHOWN_WORDS = 80;

/** One line for each kind of fact that the text has, and one for each quotation; the words as they stand in it. */
export function printFacts({ ordinals, figures, wordings, quotations, names, events }: Facts): string[] {
  const lines: [label: string, facts: string[]][] = [
    ['ordinals', distinct(ordinals.map(ordinalLine))],
    ['figures', figures.map(figureLine)],
    ['names', names.map(({ name, count }) => (count > 1 ? `${name} (${count})` : name))],
    [
      'wording',
      wordings.map(
        ({ wording, voice, isHedged, isDenied, count }) =>
          `${isDenied ? 'no ' : ''}${isHedged ? 'alleged ' : ''}${wording}${voice === 'quotation' ? ' in quotation' : ''} (${count})`,
      ),
    ],
    ['events', events.map(describeEvent)],
  ];
  const kinds = lines.filter(([, facts]) => facts.length > 0).map(([label, facts]) => `${label}: ${facts.join('; ')}`);
  return [...kinds, ...quotations.map(quotationLine)];
}

function ordinalLine({ words, ordinal, of, impliedYear, isMismatch }: OrdinalFact): string {
  const year = impliedYear === undefined ? of.replace('-', ' ') : `1988 + ${ordinal} = ${impliedYear}`;
  return `${isolated(words)} (${year}${isMismatch ? ', not the published year' : ''})`;
}

function figureLine({ words, unit, creditedTo }: FigureFact): string {
  return `${isolated(words)} (${unit}${creditedTo === undefined ? '' : `, credited to ${isolated(creditedTo)}`})`;
}

function quotationLine({ words, speaker, quotedBy, isCut }: QuotationFact): string {
  const shown = words.slice(0, SHOWN_WORDS).replace(/[\uD800-\uDBFF]$/, '');
  const isShort = isCut || shown.length < words.length;
  const by = speaker === undefined ? 'nobody named' : isolated(speaker);
  return `quotation: ${by}${quotedBy === undefined ? '' : `, quoted by ${isolated(quotedBy)}`}: ${isolated(`${shown}${isShort ? ' …' : ''}`)}`;
}

const distinct = (lines: readonly string[]) => [...new Set(lines)];
