import { z } from 'zod';
import { describeIssues, type ParsedEntries, parseEntries, refuseProblems } from '../feeds/parse-entries.ts';
import { CalendarSource } from './calendar-source.ts';
import { CalendarWhen } from './calendar-when.ts';
import { Hearing } from './hearing.ts';

/** One entry of `config/calendar.json`: a date on which coverage is to be expected, and why. */
export const CalendarEntry = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and hyphens'),
    kind: z.enum(['anniversary', 'gathering', 'observance', 'hearing']),
    /** One line in each language of the frame. */
    name: z.strictObject({ en: z.string().min(5).max(120), fa: z.string().min(5).max(120) }),
    when: CalendarWhen,
    /** Of a hearing, and of nothing else. */
    hearing: Hearing.optional(),
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
    source: CalendarSource,
  })
  .refine(({ kind, hearing }) => (kind === 'hearing') === (hearing !== undefined), {
    path: ['hearing'],
    error: 'court, place and status go with the kind hearing, and it with them',
  })
  .refine(({ kind, when }) => kind !== 'hearing' || when.every === 'once', {
    path: ['when'],
    error: 'a hearing takes place once; give its date',
  });
export type CalendarEntry = z.infer<typeof CalendarEntry>;

const Envelope = z.strictObject({
  version: z.literal(1, 'must be 1'),
  dates: z.array(z.unknown(), 'must be a list of dates'),
});

/**
 * Every entry of a parsed `config/calendar.json` that is sound, and what is wrong with the others or with the whole.
 * An id that stands in it twice is a problem.
 */
export function readCalendar(content: unknown): ParsedEntries<CalendarEntry> {
  const envelope = Envelope.safeParse(content);
  if (!envelope.success) return { valid: [], problems: [describeIssues(envelope.error)] };
  const { valid, problems } = parseEntries(envelope.data.dates, CalendarEntry, 'id');
  const ids = valid.map(({ id }) => id);
  const repeats = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  const twice = [...repeats].map((id) => `the id ${id} stands in it twice; keep one of the two`);
  return { valid, problems: [...problems, ...twice] };
}

/**
 * The dates of a parsed `config/calendar.json`.
 *
 * @throws InvalidInputError naming the file and every entry that is broken or repeats an earlier one
 */
export function parseCalendar(content: unknown, name = 'config/calendar.json'): CalendarEntry[] {
  const { valid, problems } = readCalendar(content);
  refuseProblems(name, problems);
  return valid;
}
