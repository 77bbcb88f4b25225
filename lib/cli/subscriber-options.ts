import { ReaderSettings } from '../digest/subscriber.ts';
import { UserError } from '../errors.ts';
import { sayIssue } from '../feeds/parse-entries.ts';

/** What a reader gets, as typed; absent keeps what there is. */
export interface SubscriberOptions {
  zone?: string | undefined;
  hour?: string | number | undefined;
  /** Of the frame. */
  language?: string | undefined;
  frequency?: string | undefined;
  weekday?: string | undefined;
  quiet?: string | undefined;
  /** Lists with commas; `all` for no limit. */
  theme?: string | undefined;
  coverageLanguage?: string | undefined;
  relation?: string | undefined;
  outlet?: string | undefined;
  minScore?: string | undefined;
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
/** The option under which a value was given, where it has another name than the record's. */
const OPTION_OF: Readonly<Record<string, string>> = {
  'filter.themes': '--theme',
  'filter.languages': '--coverage-language',
  'filter.relations': '--relation',
  'filter.outlets': '--outlet',
  'filter.minimumScore': '--min-score',
  quietDay: '--quiet',
};

/**
 * The settings with what was typed in place of what was there.
 *
 * @throws UserError (2) naming the option and what it takes
 */
export function typedSettings(options: SubscriberOptions, settings: ReaderSettings): ReaderSettings {
  const { filter } = settings;
  const { minimumScore: formerScore, ...lists } = filter;
  const score = options.minScore === undefined ? formerScore : typedScore(options.minScore);
  const parsed = ReaderSettings.safeParse({
    zone: options.zone ?? settings.zone,
    hour: options.hour === undefined ? settings.hour : typedHour(options.hour),
    language: options.language ?? settings.language,
    frequency: options.frequency ?? settings.frequency,
    weekday: options.weekday === undefined ? settings.weekday : typedWeekday(options.weekday),
    quietDay: options.quiet ?? settings.quietDay,
    filter: {
      ...lists,
      themes: typedList(options.theme, filter.themes),
      languages: typedList(options.coverageLanguage, filter.languages),
      relations: typedList(options.relation, filter.relations),
      outlets: typedList(options.outlet, filter.outlets),
      ...(score !== undefined && { minimumScore: score }),
    },
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = issue?.path.slice(0, 2).join('.') ?? '';
  throw new UserError(`${OPTION_OF[name] ?? `--${name}`}: ${issue && sayIssue(issue)}`, 2);
}

/** `7` and `07`. */
function typedHour(hour: string | number): number {
  if (/^([01]?\d|2[0-3])$/.test(String(hour))) return Number(hour);
  throw new UserError(`--hour ${hour}: give a whole hour from 0 to 23`, 2);
}

/** `sat`, `Saturday` and `6`. */
function typedWeekday(text: string): number {
  const name = text.trim().toLowerCase();
  const index = WEEKDAYS.findIndex((day, at) => name === String(at + 1) || (name.length >= 3 && day.startsWith(name)));
  if (index >= 0) return index + 1;
  throw new UserError(`--weekday ${text}: give monday to sunday, or 1 to 7`, 2);
}

function typedScore(text: string): number | undefined {
  if (text === 'all') return undefined;
  if (/^\d{1,4}(\.\d+)?$/.test(text)) return Number(text);
  throw new UserError(`--min-score ${text}: give a number of points, for example 12, or all`, 2);
}

function typedList(text: string | undefined, former: readonly string[]): readonly string[] {
  if (text === undefined) return former;
  const entries = text
    .toLowerCase()
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  return entries.length === 1 && entries[0] === 'all' ? [] : [...new Set(entries)];
}

/** When a reader gets editions, in a few words. */
export function describeRhythm({ frequency, weekday, hour, zone }: ReaderSettings): string {
  if (frequency === 'instant') return `at once, in ${zone}`;
  const day = WEEKDAYS[weekday - 1] ?? '';
  const name = frequency === 'weekly' ? `${day.slice(0, 1).toUpperCase()}${day.slice(1)} ` : '';
  return `${frequency} from ${name}${hour}:00 ${zone}`;
}
