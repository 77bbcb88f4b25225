import type { FeedAccount } from '../feeds/parsed-feed.ts';

/** How a document was read, one line for each thing worth knowing. */
export function describeAccount(account: FeedAccount | undefined): [name: string, value: string][] {
  if (account === undefined) return [];
  const { encoding, encodingFrom, reader, unreadDates, itemsWithUnreadDate } = account;
  const why = reader === 'tolerant reader' ? ', because rss-parser fails here or leaves a gap' : '';
  const more = itemsWithUnreadDate > unreadDates.length ? ', …' : '';
  const lines: [string, string][] = [
    ['encoding', `${encoding} (${encodingFrom})`],
    ['read by', `${reader}${why}`],
  ];
  if (itemsWithUnreadDate > 0) {
    const written = unreadDates.map((date) => `"${date}"`).join(', ');
    lines.push([
      'dates',
      `of ${itemsWithUnreadDate} ${itemsWithUnreadDate === 1 ? 'item' : 'items'} not understood: ${written}${more}`,
    ]);
  }
  return lines;
}
