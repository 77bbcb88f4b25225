/** What a subtree holds. */
export interface SubtreeMeasure {
  chars: number;
  linkChars: number;
  /** Paragraphs of more than 80 characters outside links. */
  longParagraphs: number;
  /** Elements that claim to be the article's body, and first-rank headings. */
  bodies: number;
}

export function emptyMeasure(): SubtreeMeasure {
  return { chars: 0, linkChars: 0, longParagraphs: 0, bodies: 0 };
}

export function copyMeasure({ chars, linkChars, longParagraphs, bodies }: SubtreeMeasure): SubtreeMeasure {
  return { chars, linkChars, longParagraphs, bodies };
}

/** What was added between two measures. */
export function measureBetween(before: SubtreeMeasure, after: SubtreeMeasure): SubtreeMeasure {
  return {
    chars: after.chars - before.chars,
    linkChars: after.linkChars - before.linkChars,
    longParagraphs: after.longParagraphs - before.longParagraphs,
    bodies: after.bodies - before.bodies,
  };
}
