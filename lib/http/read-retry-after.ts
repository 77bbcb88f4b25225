const SHORTEST_SECONDS = 60;
const LONGEST_SECONDS = 86_400;

/** Whole seconds within one minute and one day. */
export function clampRetryAfter(seconds: number): number {
  return Math.min(Math.max(Math.ceil(seconds), SHORTEST_SECONDS), LONGEST_SECONDS);
}

/**
 * Seconds to wait from a Retry-After header, clamped to 60 … 86,400.
 *
 * @param header seconds, or a date as HTTP writes it
 * @param now epoch milliseconds
 * @returns undefined when there is no header or it says neither
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  const seconds = /^\d+$/.test(text) ? Number(text) : secondsUntil(text, now);
  if (Number.isNaN(seconds)) return undefined;
  return clampRetryAfter(seconds);
}

function secondsUntil(text: string, now: number): number {
  // Date.parse takes far more than HTTP's three formats, which all begin with the day of the week.
  return /^(mon|tue|wed|thu|fri|sat|sun)/i.test(text) ? (Date.parse(text) - now) / 1000 : Number.NaN;
}
