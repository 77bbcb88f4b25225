/** UTF-16 units in all that a pattern finds. @param runs global, of letters or the like that follow each other */
export function charsInRuns(text: string, runs: RegExp = /\p{L}+/gu): number {
  let chars = 0;
  for (const run of text.match(runs) ?? []) chars += run.length;
  return chars;
}
