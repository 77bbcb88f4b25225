/** In one line, with the spaces of a hand: `{ "en": "…", "fa": "…" }`. */
function inOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{ ${fields.map(([name, field]) => `${JSON.stringify(name)}: ${inOneLine(field)}`).join(', ')} }`;
}

/** The text of `config/calendar.json`: a field a line, whatever stands in the entries kept as it is. */
export function writeCalendar(dates: readonly unknown[]): string {
  const entries = dates.map((entry) => {
    const fields = Object.entries(entry as object).filter(([, field]) => field !== undefined);
    return `    {\n${fields.map(([name, field]) => `      ${JSON.stringify(name)}: ${inOneLine(field)}`).join(',\n')}\n    }`;
  });
  return `{\n  "version": 1,\n  "dates": [\n${entries.join(',\n')}\n  ]\n}\n`;
}
