import type { ArticleReading, PageDocument, UnreadableReason } from './article.ts';
import { cleanPage } from './clean-page.ts';
import { decodePage } from './decode-page.ts';
import { detectLanguage } from './detect-language.ts';
import { outboundLinks } from './outbound-links.ts';
import { pageAddress } from './page-address.ts';
import type { PageHead } from './page-head.ts';
import { MAX_PAGE_CHARS, PageLimitError } from './page-limits.ts';
import { readBody } from './read-body.ts';
import { readMetadata } from './read-metadata.ts';
import { storableText } from './storable-text.ts';

/** Below this a page holds no article. */
const MIN_QUALITY = 0.3;

/**
 * The article of a page. Runs in the thread that calls it: outsiders' pages go through an `ArticleReader`, which ends
 * it when it takes too long.
 *
 * @param now bounds the dates that are believed
 */
export function extractArticle(page: PageDocument, now: Date = new Date()): ArticleReading {
  try {
    return extract(page, now);
  } catch (error) {
    if (error instanceof PageLimitError) return unreadable(error.reason, error.message);
    return unreadable('broken', `the page could not be parsed: ${(error as Error).message}`);
  }
}

function extract(page: PageDocument, now: Date): ArticleReading {
  const html = decodePage(page.bytes, page.contentType);
  if (html.length > MAX_PAGE_CHARS) return unreadable('too-large', `more than ${MAX_PAGE_CHARS} characters`);
  const cleaned = cleanPage(html);
  const url = addressOf(page, cleaned.head);
  const { declaredLanguage, declaredBody, ...metadata } = readMetadata(cleaned.head, url, now);
  const { blocks, quality, isDeclared } = readBody(cleaned.html, metadata.title, declaredBody);
  const text = storableText(blocks.map((block) => block.text).join('\n\n'));
  if (quality < MIN_QUALITY) {
    const what = text.length === 0 ? 'no running text' : `${text.length} characters that do not read like one article`;
    return unreadable('no-article', `${what} (quality ${quality.toFixed(2)}): a home page, gallery or empty page`);
  }
  const links = outboundLinks(
    blocks.flatMap((block) => block.hrefs),
    url,
  );
  const language = detectLanguage(text, declaredLanguage);
  if (isDeclared) metadata.sources.text = 'json-ld';
  return { status: 'read', article: { ...metadata, language, text, links, quality } };
}

/** A page out of a file has no address but the one it gives itself. */
function addressOf(page: PageDocument, head: PageHead): string {
  if (/^https?:/i.test(page.url)) return page.url;
  return pageAddress(head.canonicalHref, page.url) ?? pageAddress(head.meta.get('og:url'), page.url) ?? page.url;
}

function unreadable(reason: UnreadableReason, detail: string): ArticleReading {
  return { status: 'unreadable', reason, detail };
}
