import { type PassSummary, total } from './pass-summary.ts';

/** What each end of an item means, in the order in which it is told. */
const ITEM_ENDS: readonly (readonly [string, string])[] = [
  ['recorded', 'relevant, recorded as coverage'],
  ['passing-mention', 'only mention the subject; kept apart'],
  ['off-topic', 'on something else'],
  ['duplicate', 'the same article by another way'],
  ['known', 'known from an earlier pass'],
  ['too-old', 'published too long ago to be news'],
  ['over-limit', 'above a feed’s limit for one day'],
  ['no-link', 'without a web address'],
  ['unreadable', 'pages without an article to read'],
  ['blocked', 'not allowed to be read'],
  ['unavailable', 'pages that could not be had'],
  ['given-up', 'messages that nothing can mend'],
];

/** A pass for a person, a few lines. */
export function printSummary(summary: PassSummary): string {
  const { feeds, items } = summary;
  const asked = Object.entries(feeds.byOutcome).map(([outcome, count]) => `${count} ${outcome}`);
  const lines = [
    feeds.checked === 0
      ? 'No feed was asked: "vigil feeds list" shows which are paused or wait after a failure'
      : `${feeds.checked} ${feeds.checked === 1 ? 'feed' : 'feeds'} asked in ${summary.seconds.toFixed(1)} s: ${asked.join(', ')}`,
    `${items.seen} ${items.seen === 1 ? 'item' : 'items'} seen`,
  ];
  for (const [outcome, meaning] of ITEM_ENDS) {
    const count = items.byOutcome[outcome];
    if (count) lines.push(`${String(count).padStart(7)}  ${outcome.padEnd(16)} ${meaning}`);
  }
  if (items.waiting > 0)
    lines.push(`${String(items.waiting).padStart(7)}  waiting          put off; the next pass goes on with them`);
  const mails = total(summary.mails.byOutcome);
  if (mails > 0)
    lines.push(
      `mails: ${Object.entries(summary.mails.byOutcome)
        .map(([outcome, count]) => `${count} ${outcome}`)
        .join(', ')}`,
    );
  if (summary.faults > 0) lines.push(`${summary.faults} faults; the log names them, and what failed is tried again`);
  if (summary.deadLetters > 0)
    lines.push(`${summary.deadLetters} messages failed every time and wait in the dead-letter queues`);
  return lines.join('\n');
}
