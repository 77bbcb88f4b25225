import { z } from 'zod';
import { InvalidInputError } from '../errors.ts';
import { describeIssues, parseEntries, refuseProblems } from '../feeds/parse-entries.ts';

const Month = z.int().min(1).max(12);
const Day = z.int().min(1).max(31);

/** When it takes place: every year by either calendar, or once. */
const When = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('gregorian-year'), month: Month, day: Day }),
  z.strictObject({ every: z.literal('persian-year'), month: Month, day: Day }),
  /** The last such weekday before the date; 1 is Monday, 7 Sunday. */
  z.strictObject({
    every: z.literal('persian-year-weekday-before'),
    weekday: z.int().min(1).max(7),
    month: Month,
    day: Day,
  }),
  z.strictObject({ every: z.literal('once'), date: z.iso.date() }),
]);

/** One entry of `config/calendar.json`: a date on which coverage is to be expected, and why. */
export const CalendarEntry = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and hyphens'),
  kind: z.enum(['anniversary', 'gathering', 'observance', 'hearing']),
  /** One line in each language of the frame. */
  name: z.strictObject({ en: z.string().min(5).max(120), fa: z.string().min(5).max(120) }),
  when: When,
  /** Of an anniversary that is counted: the Gregorian year from which it is. */
  countedFrom: z.int().min(1900).max(2100).optional(),
  /** From so many days before it is shown. */
  shownDaysBefore: z.int().min(1).max(60).default(14),
  /** That it was not covered is news too: absent where no coverage need be missed. */
  expects: z
    .strictObject({
      /** Waited for until the end of so many days after (UTC). */
      days: z.int().min(0).max(14),
      /** An article answers the date that holds one of these, whole words in any spelling of their letters. */
      words: z.array(z.string().min(3)).min(1),
    })
    .optional(),
  /** Where a person can look it up. */
  source: z.url({ protocol: /^https?$/, error: 'give the address of a page that says so' }),
});
export type CalendarEntry = z.infer<typeof CalendarEntry>;

const Envelope = z.strictObject({
  version: z.literal(1, 'must be 1'),
  dates: z.array(z.unknown(), 'must be a list of dates'),
});

/**
 * The dates of a parsed `config/calendar.json`.
 *
 * @throws InvalidInputError naming the file and every entry that is broken or repeats an earlier one
 */
export function parseCalendar(content: unknown, name = 'config/calendar.json'): CalendarEntry[] {
  const envelope = Envelope.safeParse(content);
  if (!envelope.success) throw new InvalidInputError(`${name}: ${describeIssues(envelope.error)}`);
  const { valid, problems } = parseEntries(envelope.data.dates, CalendarEntry, 'id');
  const ids = valid.map(({ id }) => id);
  const repeats = ids.filter((id, index) => ids.indexOf(id) !== index);
  refuseProblems(name, [...problems, ...repeats.map((id) => `the id ${id} stands in it twice; keep one of the two`)]);
  return valid;
}
