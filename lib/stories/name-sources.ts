import type { Coverage } from '../coverage/coverage.ts';

/**
 * The members, with the text that was published first as the source of each text that several have: whose feed was read
 * first says nothing of who wrote. Where no date tells, an agency is the source before who is neither an agency nor an
 * independent outlet, for others carry its reports and it carries none of theirs; else the source stays who was seen first.
 * A source that is not among the members stays the source of its copies.
 */
export function nameSources(members: readonly Coverage[]): Coverage[] {
  const groups = Map.groupBy(members, ({ articleId, copyOf }) => copyOf ?? articleId);
  const sourceOf = new Map(
    [...groups].map(([firstId, group]) => {
      const first = group.find(({ articleId }) => articleId === firstId);
      return [firstId, first === undefined ? firstId : group.reduce(likelier, first).articleId];
    }),
  );
  return members.map(({ copyOf, ...member }) => {
    const source = sourceOf.get(copyOf ?? member.articleId);
    return source === undefined || source === member.articleId ? member : { ...member, copyOf: source };
  });
}

/** Agencies and independent outlets. */
export const isNews = ({ relation }: Pick<Coverage, 'relation'>): boolean =>
  relation === 'agency' || relation === 'independent';

function likelier(source: Coverage, other: Coverage): Coverage {
  if (isPublishedBefore(other, source)) return other;
  if (isPublishedBefore(source, other)) return source;
  return other.relation === 'agency' && !isNews(source) ? other : source;
}

const MIDNIGHT = /T00:00:00(\.0+)?Z$/;

/** A date without a time of day is midnight: it comes before another day, and neither before nor after its own. */
export function isPublishedBefore({ publishedAt: one }: Coverage, { publishedAt: other }: Coverage): boolean {
  if (one === undefined || other === undefined) return false;
  const isByDay = MIDNIGHT.test(one) || MIDNIGHT.test(other);
  return isByDay ? one.slice(0, 10) < other.slice(0, 10) : Date.parse(one) < Date.parse(other);
}
