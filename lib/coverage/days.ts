const DAY_MILLISECONDS = 86_400_000;

/** Every day from the first to the last, both included, YYYY-MM-DD in UTC; empty when the last is before the first. */
export function daysBetween(fromDay: string, toDay: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(fromDay); at <= Date.parse(toDay); at += DAY_MILLISECONDS) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

/** @param day YYYY-MM-DD, of the calendar: whether a zone had that day or not  @param days negative for a day after it */
export function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY_MILLISECONDS).toISOString().slice(0, 10);
}
