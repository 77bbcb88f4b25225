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
    ...readersLines(frame.labels),
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
    ...unseenLines(found),
  );
  for (const [index, proposal] of found.proposals.entries()) {
    lines.push('', `${index + 1}. ${describeChange(proposal.change)}`, ...proposalLines(proposal, found, frame.titles));
  }
  return withoutUnseen(lines.join('\n'));
}

/** Whose labels they are, and what they cannot tell. */
function readersLines({ ofReaders, voters, ofOneVoter }: CountedLabels): string[] {
  if (ofReaders === 0) return [];
  const whose = `${ofReaders} labels are by ${voters} ${voters === 1 ? 'reader' : 'readers'}, ${ofOneVoter} of them by one alone`;
  const view = ofOneVoter * 2 > ofReaders ? ': what is proposed may be the view of one person' : '';
  return [
    `${whose}${view}`,
    'Readers see what was let in and seldom what was missed: recall on their labels says little',
  ];
}

/** From this share on it is said that a coin might have done it. */
const LEAST_CHANCE = 0.05;

/** What the search is worth on labels that it did not see, and whether that is more than luck. */
export function unseenLines({ unseen, chance }: Pick<Proposals, 'unseen' | 'chance'>): string[] {
  const table = effectTable([['unseen', unseen]]);
  if (chance < LEAST_CHANCE) return [table];
  const tries = Math.round(chance * 100);
  return [
    table,
    `   This may be chance: a coin would mend as many in ${tries} of 100 tries. Gather more labels first.`,
  ];
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

function effectTable(rows: readonly (readonly [name: string, effect: Effect])[]): string {
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
