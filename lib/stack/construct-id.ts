/** `poll-feeds`, `FEEDS_TABLE` → `PollFeeds`, `FeedsTable`: the name of a row as an id of the stack. */
export function constructId(name: string): string {
  return name.toLowerCase().replace(/(?:^|[-_])([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
