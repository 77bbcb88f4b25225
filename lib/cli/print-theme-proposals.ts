import { describeChange } from '../classification/rule-change.ts';
import { withoutUnseen } from '../digest/display-text.ts';
import { proposalLines, unseenLines } from './print-proposals.ts';
import type { ThemesProposed } from './propose-themes.ts';
import { textTable } from './text-table.ts';

/** Every theme in a line, then the proposals for each that has some. Precision and recall are of being filed under it. */
export function printThemeProposals(
  { counting, own, why, themes }: ThemesProposed,
  titles: ReadonlyMap<string, string>,
): string {
  if (why !== undefined) return `Themes: ${why}`;
  const rows = themes.map((found) => [
    found.theme,
    String(found.with),
    String(found.without),
    String(found.wrong),
    String(found.tried),
    whatOf(found),
  ]);
  const lines = [
    `Themes: ${counting} labels that name them and ${own} of the gold set`,
    textTable(['theme', 'with', 'without', 'wrong', 'tried', 'proposed'], rows).replace(/^/gm, '   '),
  ];
  for (const found of themes) {
    for (const [index, proposal] of found.proposals.entries()) {
      const { mends, breaks } = proposal.otherThemes;
      lines.push('', `${found.theme} ${index + 1}. ${describeChange(proposal.change)}`);
      if (index === 0) lines.push(...unseenLines(found));
      lines.push(...proposalLines(proposal, found, titles));
      if (mends + breaks > 0) lines.push(`   of other themes it mends ${mends} and breaks ${breaks}`);
    }
  }
  return withoutUnseen(lines.join('\n'));
}

function whatOf({ why, proposals, unseen, wrong }: ThemesProposed['themes'][number]): string {
  if (why !== undefined) return `nothing: ${why}`;
  if (proposals.length > 0) return String(proposals.length);
  if (wrong === 0) return 'nothing: none is filed wrongly';
  return `nothing: what most labels choose mends ${unseen.mends.length} and breaks ${unseen.breaks.length} that it did not see`;
}
