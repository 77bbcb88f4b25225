import type { Coverage } from '../coverage/coverage.ts';
import { type ExplainNeeds, type Explanation, explainAddress } from '../coverage/explain-address.ts';
import { withoutUnseen } from '../digest/display-text.ts';
import { UserError } from '../errors.ts';
import { WebUrl } from '../feeds/feed.ts';
import type { CommandIo } from './command-io.ts';
import { outsidersText } from './terminal-text.ts';

const SHOWN_MATCHES = 12;

/** Prints the way of one address through every stage, and the words that decided. Ends with 1 when no feed listed it. */
export async function explainCommand(
  url: string,
  options: { json?: boolean | undefined },
  needs: ExplainNeeds,
  io: CommandIo,
): Promise<void> {
  const address = WebUrl.safeParse(url);
  if (!address.success)
    throw new UserError(`${url}: give the article's whole address, starting with http:// or https://`, 2);
  const explanation = await explainAddress(address.data, needs);
  io.stdout(options.json ? JSON.stringify(explanation, null, 2) : withoutUnseen(readable(explanation)));
  if (explanation.items.length === 0) {
    throw new UserError(
      'no feed has listed this address; "vigil feeds list" shows what is watched, "vigil feeds add" adds its outlet',
    );
  }
}

function readable({ url, canonicalUrl, articleId, items, coverage }: Explanation): string {
  const lines = [url, ...(canonicalUrl === url ? [] : [`  known as ${canonicalUrl}`]), `  article ${articleId}`];
  for (const item of items) {
    const end = item.outcome ? `${item.outcome}: ${item.reason ?? ''}` : 'waiting to be read';
    lines.push('', `feed ${item.feedId}: ${end}`);
    for (const { at, stage, what } of item.trace)
      lines.push(`  ${at.slice(0, 19).replace('T', ' ')}  ${stage.padEnd(12)}  ${what}`);
  }
  if (!coverage) return lines.join('\n');

  const { relevance, score, threshold, ruleSetVersion, themes, matches, secondOpinion } = coverage;
  lines.push(
    '',
    `${relevance}: score ${score.toFixed(1)} of ${threshold.toFixed(1)} needed, rule set ${ruleSetVersion}`,
    ...(coverage.formerLabels ?? []).map(
      (former) =>
        `  until ${former.at.slice(0, 16).replace('T', ' ')} by rule set ${former.ruleSetVersion}: ${former.relevance}, score ${former.score.toFixed(1)}, themes: ${former.themes.join(', ') || 'none'}`,
    ),
    `  ${coverage.outletName} (${coverage.relation}), ${coverage.language}, ${coverage.bodyChars} characters from the ${coverage.bodySource}`,
    `  themes: ${themes.join(', ') || 'none'}`,
  );
  if (secondOpinion) {
    const { verdict, model, reason } = secondOpinion;
    lines.push(
      `  second opinion, by a machine and without effect: ${verdict}${verdict === relevance ? '' : ', against the rules'} (${model}: ${outsidersText(reason)})`,
    );
  }
  lines.push(...storyLines(coverage));
  for (const match of matches.slice(0, SHOWN_MATCHES)) {
    lines.push(
      `  ${match.points.toFixed(1).padStart(6)}  ${match.field} ${match.start}–${match.end}  “${match.words}”  ${match.ruleId}`,
    );
  }
  if (matches.length > SHOWN_MATCHES) lines.push(`  and ${matches.length - SHOWN_MATCHES} more; --json shows them all`);
  return lines.join('\n');
}

/** Why it is in its story, and which other ones may tell of the same event. */
function storyLines({ articleId, storyId, storyReasons, possiblySameEvent = [] }: Coverage): string[] {
  const own = storyId === articleId ? 'begins a story' : `in the story of ${storyId}`;
  return [
    `  ${[own, ...(storyReasons ?? [])].join('; ')}`,
    ...possiblySameEvent.map(
      ({ storyId: other, reasons }) => `  possibly the same event as ${other}: ${reasons.join('; ')}`,
    ),
  ];
}
