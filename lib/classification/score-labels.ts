/** A share with its Wilson score interval of 95 % (Wilson 1927). */
export interface Share {
  right: number;
  of: number;
  /** Undefined when there is nothing to divide by. */
  share: number | undefined;
  low: number;
  high: number;
}

export interface LabelScore {
  texts: number;
  precision: Share;
  recall: Share;
}

interface Labelled {
  isRelevant: boolean;
  isSaidRelevant: boolean;
}

const Z = 1.959964;

export function scoreLabels(rows: readonly Labelled[]): LabelScore {
  const right = rows.filter(({ isRelevant, isSaidRelevant }) => isRelevant && isSaidRelevant).length;
  return {
    texts: rows.length,
    precision: wilson(right, rows.filter(({ isSaidRelevant }) => isSaidRelevant).length),
    recall: wilson(right, rows.filter(({ isRelevant }) => isRelevant).length),
  };
}

export function wilson(right: number, of: number): Share {
  if (of === 0) return { right, of, share: undefined, low: 0, high: 1 };
  const share = right / of;
  const middle = (share + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of);
  const half = (Z / (1 + Z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return { right, of, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
