import type { StoryText } from './story-text.ts';

const HOUR = 3_600_000;

type Dated = Pick<StoryText, 'publishedAt' | 'seenAt'>;

const timeOf = ({ publishedAt, seenAt }: Dated) => Date.parse(publishedAt ?? seenAt);

/** Between the publication of two articles; an unknown one counts from when it was seen. */
export const hoursBetween = (a: Dated, b: Dated): number => Math.abs(timeOf(a) - timeOf(b)) / HOUR;
