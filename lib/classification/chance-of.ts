/**
 * How often a coin that is thrown for each text on which a change tells would mend as many as it did, or more: the sign test,
 * one-sided. 1 where it tells on none.
 */
export function chanceOf({ mends, breaks }: { mends: number; breaks: number }): number {
  const tosses = mends + breaks;
  // Of all the ways in which the coin may fall, those with 0, 1, 2 … mended; as logarithms, for one share of a thousand
  // tosses is less than a float can hold.
  let logShare = -tosses * Math.LN2;
  let sum = 0;
  for (let mended = 0; mended <= tosses; mended += 1) {
    if (mended >= mends) sum += Math.exp(logShare);
    logShare += Math.log((tosses - mended) / (mended + 1));
  }
  return Math.min(1, sum);
}
