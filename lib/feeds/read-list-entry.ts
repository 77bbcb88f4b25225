import { getDomain } from 'tldts';
import { FeedSettings } from './feed.ts';
import type { OutletRegister } from './outlet-register.ts';
import { describeIssues } from './parse-entries.ts';
import { oneLine } from './plain-text.ts';

export type ListEntry = { settings: FeedSettings } | { problem: string };

/** Other lists call the same things by other names. The first name that holds something counts. */
const NAMES = {
  url: ['url', 'xmlUrl', 'feedUrl'],
  title: ['title', 'name', 'text'],
  language: ['language', 'lang'],
  relation: ['relation', 'sourceType'],
  outletId: ['outletId'],
  outletName: ['outletName'],
  note: ['note'],
  intervalMinutes: ['intervalMinutes'],
} as const;

/** Of a title or a name; a note may have four times as many. */
const MAX_TITLE_CHARS = 500;

/**
 * One feed of somebody's list as settings of ours; keys we do not know are ignored. What the entry leaves out comes from
 * the register of outlets, or is said to be unknown: relation `unknown`, language `und`.
 */
export function readListEntry(entry: unknown, register: Pick<OutletRegister, 'findByHost'>): ListEntry {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return { problem: 'is not a feed' };
  const given = knownKeysOf(entry as Record<string, unknown>);
  const url = typeof given.url === 'string' ? given.url.trim() : given.url;
  const address = URL.parse(String(url ?? ''));
  // No such address is ever fetched, and in the list its password would be shown and exported.
  if (address?.username || address?.password) return { problem: 'url: contains a user name or password' };
  const host = address?.hostname ?? '';
  const outlet = register.findByHost(host);
  const title = showable(given.title, MAX_TITLE_CHARS) ?? (host || undefined);
  const parsed = FeedSettings.safeParse({
    url,
    title,
    language: readLanguageTag(given.language),
    relation: typeof given.relation === 'string' ? given.relation.toLowerCase() : (outlet?.relation ?? 'unknown'),
    outletId: given.outletId ?? outlet?.outletId ?? nameUnregistered(host, entry as Record<string, unknown>, title),
    outletName: showable(given.outletName, MAX_TITLE_CHARS) ?? outlet?.name ?? title,
    note: showable(given.note, MAX_TITLE_CHARS * 4),
    intervalMinutes: given.intervalMinutes === undefined ? undefined : Number(given.intervalMinutes),
  });
  return parsed.success ? { settings: parsed.data } : { problem: describeIssues(parsed.error) };
}

/** Text on one line without characters that steer a terminal; other values are left for the schema to refuse. */
function showable(value: unknown, limitChars: number): unknown {
  return typeof value === 'string' ? oneLine(value, limitChars) || undefined : value;
}

/** `EN_us` as `en-us`, nothing as `und` (BCP 47: undetermined). */
export function readLanguageTag(language: unknown): unknown {
  if (language === undefined) return 'und';
  if (typeof language !== 'string') return language;
  return language
    .trim()
    .replaceAll('_', '-')
    .replace(/^[A-Za-z]+/, (primary) => primary.toLowerCase());
}

function knownKeysOf(entry: Record<string, unknown>): { [K in keyof typeof NAMES]?: unknown } {
  const holds = (value: unknown) => value !== undefined && value !== null && value !== '';
  return Object.fromEntries(
    Object.entries(NAMES)
      .map(([key, names]) => [key, names.map((name) => entry[name]).find(holds)])
      .filter(([, value]) => value !== undefined),
  );
}

/** The host; where the host is a bare address that many outlets may share, the entry's own id or its title. */
function nameUnregistered(host: string, entry: Record<string, unknown>, title: unknown): string | undefined {
  if (getDomain(host) !== null) return host.replace(/^www\./, '');
  if (typeof entry.id === 'string' && /^[a-z0-9][a-z0-9.-]*$/.test(entry.id)) return entry.id;
  const slug = String(title ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug || host || undefined;
}
