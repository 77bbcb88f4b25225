import type { Effect, Proposal, Proposals } from '../classification/choose-changes.ts';
import { describeChange, patchOf } from '../classification/rule-change.ts';
import { withoutUnseen } from '../digest/display-text.ts';
import type { CountedLabels, RulesProposeOptions } from './rules-propose.ts';
import { SCORE_HEADINGS, scoreCells } from './score-cells.ts';
import { textTable } from './text-table.ts';

export interface ProposalsFrame {
  version: string;
  labels: CountedLabels;
  /** Texts of the project's own gold set. */
  own: number;
  /** By the text's id. */
  titles: ReadonlyMap<string, string>;
}

const SHOWN_TEXTS = 10;

/** Every proposal with its price and its patch, and what the search is worth on labels that it did not see. */
export function printProposals(found: Proposals, frame: ProposalsFrame): string {
  const { counting, relevant, disputed, withoutText, droppedVotes } = frame.labels;
  const lines = [
    `rule set ${frame.version}: ${counting} labels (${relevant} relevant) and ${frame.own} of the gold set; left out: ${disputed} disputed, ${withoutText} without their text, ${droppedVotes} votes of programs`,
    `${found.wrong} are judged wrongly, ${found.tried} single changes were tried`,
  ];
  if (found.proposals.length === 0) {
    const { mends, breaks } = found.unseen;
    lines.push(
      `Nothing is proposed: what ${found.parts - 1} parts of the labels choose mends ${mends.length} and breaks ${breaks.length} in the part that they do not see`,
    );
    return lines.join('\n');
  }
  lines.push(
    '',
    `On labels that were not used (chosen by ${found.parts - 1} parts, tried on the other, ${found.parts} times):`,
    effectTable([['unseen', found.unseen]]),
  );
  for (const [index, proposal] of found.proposals.entries()) {
    lines.push('', `${index + 1}. ${describeChange(proposal.change)}`, ...proposalLines(proposal, found, frame.titles));
  }
  return withoutUnseen(lines.join('\n'));
}

/** Price, texts and patch of one proposal. */
export function proposalLines(
  { all, bySource, worseLanguages, chosenIn, change }: Proposal,
  { parts }: Pick<Proposals, 'parts'>,
  titles: ReadonlyMap<string, string>,
): string[] {
  const named = (heading: string, ids: readonly string[]) => {
    const shown = ids.slice(0, SHOWN_TEXTS).map((id) => `     ${id}  ${titles.get(id) ?? ''}`);
    const more = ids.length > SHOWN_TEXTS ? [`     and ${ids.length - SHOWN_TEXTS} more`] : [];
    return ids.length === 0 ? [] : [`   ${heading}:`, ...shown, ...more];
  };
  return [
    effectTable([['all', all], ...Object.entries(bySource)]),
    `   chosen by ${chosenIn} of ${parts} samples of the labels${worseLanguages.length > 0 ? `; worse in ${worseLanguages.join(', ')}` : ''}`,
    ...named('mends', all.mends),
    ...named('breaks', all.breaks),
    `   patch: ${JSON.stringify(patchOf(change))}`,
  ];
}

export function effectTable(rows: readonly (readonly [name: string, effect: Effect])[]): string {
  const cells = rows.map(([name, effect]) => [
    name,
    ...scoreCells(effect),
    String(effect.mends.length),
    String(effect.breaks.length),
  ]);
  const table = textTable(['labels', ...SCORE_HEADINGS, 'mends', 'breaks'], cells);
  return table.replace(/^/gm, '   ');
}

/** What a person does next with a proposal. */
export function howToTry({ out, theme }: Pick<RulesProposeOptions, 'out' | 'theme'>): string {
  const file = out ?? 'lexicon.json';
  const [which, option] = theme === undefined ? ['', ''] : [` for ${theme}`, `--theme ${theme} `];
  const written =
    out === undefined
      ? `Nothing was changed. "vigil rules propose ${option}--out ${file}" writes the lexicon with the first proposal${which};`
      : `${out} is the lexicon with the first proposal${which}; the one in use was not changed.`;
  return `${written} try it: vigil rules test --lexicon ${file} --since 30d`;
}
