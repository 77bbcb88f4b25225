const MAX_CHARS = 100;
/** What templates call every page. */
const noSection = /^(articles?|posts?|pages?|news ?article|story|uncategorized|all|front page)$/i;

/** @returns undefined for addresses and for more than a name */
export function cleanSiteName(value: string): string | undefined {
  const text = value.replace(/\s+/g, ' ').trim();
  return text.length > 0 && text.length <= MAX_CHARS && !/^https?:/i.test(text) ? text : undefined;
}

/** The first of several sections. @returns undefined for what a template calls every page */
export function cleanSection(value: string): string | undefined {
  const name = cleanSiteName(value.split(',')[0] ?? '');
  return name && !noSection.test(name) ? name : undefined;
}
