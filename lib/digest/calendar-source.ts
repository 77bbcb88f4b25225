import { z } from 'zod';

const Address = z.url({ protocol: /^https?$/, error: 'give the address of a page that says so' });

/** Where a date is from. A bare address is a page, as `page` without the day. */
export const CalendarSource = z.union(
  [
    Address,
    z.strictObject({
      kind: z.literal('page'),
      url: Address,
      /** Day on which somebody read there what the entry says. */
      readOn: z.iso.date().optional(),
    }),
    z.strictObject({
      /** Nobody opened a page for it. */
      kind: z.literal('general-knowledge'),
      /** What is taken for known. */
      note: z.string().min(5).max(200),
      /** Where it could be looked up. */
      lookUp: Address.optional(),
    }),
  ],
  {
    error: ({ input }) =>
      typeof input === 'string'
        ? 'give the address of a page that says so'
        : 'give an address, {kind: page, url, readOn} or {kind: general-knowledge, note, lookUp}, and no other field',
  },
);
export type CalendarSource = z.infer<typeof CalendarSource>;

/**
 * How far a date can be relied on: the day on which somebody read it on the page that is named, `page-not-read` where no
 * such day is given, `general-knowledge` where nobody opened a page for it.
 */
export function checkedOn(source: CalendarSource): { readOn: string } | 'page-not-read' | 'general-knowledge' {
  if (typeof source === 'string') return 'page-not-read';
  if (source.kind === 'general-knowledge') return 'general-knowledge';
  return source.readOn === undefined ? 'page-not-read' : { readOn: source.readOn };
}

/** The source in one line for a person. */
export function describeSource(source: CalendarSource): string {
  if (typeof source === 'string') return source;
  if (source.kind === 'page') return source.readOn === undefined ? source.url : `${source.url} (read ${source.readOn})`;
  return `general knowledge: ${source.note}${source.lookUp === undefined ? '' : `; look it up at ${source.lookUp}`}`;
}
