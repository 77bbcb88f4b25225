import { type LabelChange, labelChanges } from '../coverage/compare-labels.ts';
import type { Move, Reclassification } from '../coverage/reclassification.ts';
import { withoutUnseen } from '../digest/display-text.ts';
import { outsidersText } from './terminal-text.ts';
import { textTable } from './text-table.ts';

const HEADINGS: Readonly<Record<LabelChange, string>> = {
  enters: 'enter',
  leaves: 'leave',
  mentions: 'mentions',
  'mentions-no-more': 'no mention',
  themes: 'themes',
  score: 'score',
  facts: 'facts',
  'rule-set': 'version',
  none: 'same',
};

/** Counts by language and kind of change, then every article whose relevance is another. */
export function printReclassification(
  report: Reclassification,
  { since, isDryRun }: { since: string; isDryRun: boolean },
): string {
  const { ruleSetVersion, judged, changes, byLanguage, moves, changedMeanwhile, withoutText } = report;
  const rowOf = (name: string, counts: Reclassification['changes']) => [
    name,
    ...labelChanges.map((change) => String(counts[change])),
  ];
  const languages = Object.keys(byLanguage).sort();
  const rows = languages.map((language) => rowOf(language, byLanguage[language] ?? changes));
  const lines = [
    `rule set ${ruleSetVersion}: ${judged.coverage} records and ${judged.offTopic} off-topic articles since ${since} judged${isDryRun ? '; nothing was changed' : ''}`,
    textTable(
      ['language', ...labelChanges.map((change) => HEADINGS[change])],
      languages.length === 1 ? rows : [rowOf('all', changes), ...rows],
    ),
    ...listMoves(isDryRun ? 'would enter' : 'entered', moves, ['enters']),
    ...listMoves(isDryRun ? 'would leave' : 'left', moves, ['leaves']),
    ...listMoves(isDryRun ? 'would change as passing mentions' : 'changed as passing mentions', moves, [
      'mentions',
      'mentions-no-more',
    ]),
  ];
  if (changedMeanwhile > 0) lines.push(`${changedMeanwhile} changed while this ran, and were left as they are`);
  if (withoutText > 0) lines.push(`${withoutText} left as they are: the archive has their text no more`);
  return withoutUnseen(lines.join('\n'));
}

function listMoves(heading: string, moves: readonly Move[], changes: readonly LabelChange[]): string[] {
  const found = moves.filter(({ change }) => changes.includes(change)).toSorted(byLanguageAndTitle);
  const texts = found.flatMap(({ language, outletId, title, url, before, after, reason }) => [
    `  ${language}  ${outletId}  ${onOneLine(title) || '(no title)'}`,
    `      ${before} → ${after}; ${onOneLine(reason)}`,
    `      ${url}`,
  ]);
  return [`${heading}: ${found.length}`, ...texts];
}

const onOneLine = (text: string) => outsidersText(text).replace(/\s+/g, ' ');

const byLanguageAndTitle = (a: Move, b: Move) => a.language.localeCompare(b.language) || a.title.localeCompare(b.title);
