import { JSDOM } from 'jsdom';

/** A document of the cleaned page. The only place that knows jsdom: nothing runs, nothing is loaded. */
export function readableDocument(html: string): Document {
  return new JSDOM(html, { contentType: 'text/html' }).window.document;
}
