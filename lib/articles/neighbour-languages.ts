const neighbours = [
  ['no', 'nb', 'nn', 'da', 'sv', 'is', 'fo'],
  ['es', 'ca', 'gl', 'pt', 'ast'],
  ['cs', 'sk'],
  ['hr', 'sr', 'bs', 'sl', 'sh'],
  ['id', 'ms'],
  ['nl', 'af', 'fy'],
  ['tr', 'az', 'tk', 'uz'],
  ['de', 'lb'],
  ['it', 'co', 'la'],
  ['et', 'fi'],
];

/** Taken for one another by letters and short words; the page's own word stands between them. */
export function isNeighbour(one: string, other: string): boolean {
  return neighbours.some((group) => group.includes(one) && group.includes(other));
}
