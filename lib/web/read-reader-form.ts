import type { Context } from 'hono';
import { defaultSettings, ReaderSettings, Subscriber } from '../digest/subscriber.ts';

/** What a form holds; a field may come several times, and a file is no text. */
export type ReaderForm = Record<string, string | File | (string | File)[]>;

/** A body that is no form at all holds nothing: that is a stranger's fault, and none of the page. */
export const readForm = (c: Context): Promise<ReaderForm> =>
  c.req.parseBody({ all: true }).catch((error: unknown) => {
    if (error instanceof TypeError) return {};
    throw error;
  });

/** The first text of a field, trimmed; empty when it is absent. */
export function fieldOf(form: ReaderForm, name: string): string {
  const [first] = textsOf(form, name);
  return first ?? '';
}

/** The address of a field; undefined for what is none. */
export function addressOf(form: ReaderForm): string | undefined {
  const parsed = Subscriber.shape.address.safeParse(fieldOf(form, 'address'));
  return parsed.success ? parsed.data : undefined;
}

/**
 * The settings that a reader chose. Fields that a form does not have keep what a new reader has.
 *
 * @returns undefined when a value is none of those that can be chosen
 */
export function settingsOf(form: ReaderForm): ReaderSettings | undefined {
  const chosen = (name: 'frequency' | 'quietDay') => fieldOf(form, name) || defaultSettings[name];
  const score = fieldOf(form, 'minimumScore');
  const parsed = ReaderSettings.safeParse({
    zone: fieldOf(form, 'zone'),
    hour: wholeNumber(fieldOf(form, 'hour')),
    language: fieldOf(form, 'language'),
    frequency: chosen('frequency'),
    weekday: wholeNumber(fieldOf(form, 'weekday') || String(defaultSettings.weekday)),
    quietDay: chosen('quietDay'),
    filter: {
      themes: textsOf(form, 'themes'),
      languages: textsOf(form, 'languages'),
      relations: textsOf(form, 'relations'),
      outlets: fieldOf(form, 'outlets')
        .toLowerCase()
        .split(/[\s,،]+/)
        .filter(Boolean),
      ...(score !== '' && { minimumScore: Number(score) }),
    },
  });
  return parsed.success ? parsed.data : undefined;
}

const textsOf = (form: ReaderForm, name: string): string[] =>
  [form[name] ?? []].flat().flatMap((value) => (typeof value === 'string' ? [value.trim()] : []));

/** An empty text would count as 0. */
const wholeNumber = (text: string): number => (/^\d{1,2}$/.test(text) ? Number(text) : Number.NaN);
