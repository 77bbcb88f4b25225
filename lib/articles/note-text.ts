import type { Suspicion } from './boilerplate-name.ts';
import { noteMicrodata, type PageHead } from './page-head.ts';

/** An element that has closed. */
export interface ClosedElement {
  name: string;
  suspicion: Suspicion | undefined;
  itemprop: string;
  /** Its name says that a date is in it. */
  isDated: boolean;
}

const TEXT_PROPERTIES = /(^|\s)(headline|author|name|datePublished|dateModified|articleSection)(\s|$)/;
/** Longer texts are no heading, byline or date. */
const MAX_NOTED_CHARS = 300;
const MAX_DATE_CHARS = 90;
/** Of each kind. */
const MAX_NOTES = 5;

/** Keeps the text of headings, bylines, dates and microdata for the page's head. */
export function noteText(head: PageHead, element: ClosedElement, chars: number, read: () => string): void {
  if (chars === 0 || chars > MAX_NOTED_CHARS) return;
  const isByline = element.suspicion === 'byline' && head.bylines.length < MAX_NOTES;
  const isHeading = element.name === 'h1' && head.firstHeadings.length < MAX_NOTES;
  const isProperty = TEXT_PROPERTIES.test(element.itemprop) && tellsMore(head, element.itemprop);
  // Above the headline stands the day on which the page was asked for.
  const isBelowHeadline = head.firstHeadings.length > 0;
  const isDate = element.isDated && chars < MAX_DATE_CHARS && isBelowHeadline && head.dateLines.length < MAX_NOTES;
  if (!isByline && !isHeading && !isProperty && !isDate) return;
  const content = read();
  if (isByline) head.bylines.push(content);
  if (isHeading) head.firstHeadings.push(content);
  if (isProperty) noteMicrodata(head, element.itemprop, content);
  if (isDate) head.dateLines.push(content);
}

/** Reading a text that grew piece by piece is dear: nobody asks for a property twice. */
function tellsMore(head: PageHead, properties: string): boolean {
  return properties.split(/\s+/).some((property) => property !== '' && !head.microdata.has(property));
}
