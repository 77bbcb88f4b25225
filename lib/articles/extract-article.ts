import type { PageDocument, UnreadableReason } from './article.ts';
import { cleanPage } from './clean-page.ts';
import { decodePage } from './decode-page.ts';
import { detectLanguage } from './detect-language.ts';
import { outboundLinks } from './outbound-links.ts';
import { pageAddress } from './page-address.ts';
import type { PageHead } from './page-head.ts';
import { MAX_PAGE_CHARS, PageLimitError } from './page-limits.ts';
import { type Body, MIN_QUALITY, readBody } from './read-body.ts';
import { type Metadata, readMetadata } from './read-metadata.ts';
import type { AccountedReading, CleaningCounts, ReadingAccount } from './reading-account.ts';
import { storableText } from './storable-text.ts';

/**
 * The article of a page. Runs in the thread that calls it: outsiders' pages go through an `ArticleReader`, which ends
 * it when it takes too long.
 *
 * @param now bounds the dates that are believed
 */
export async function extractArticle(page: PageDocument, now: Date = new Date()): Promise<AccountedReading> {
  try {
    return await extract(page, now);
  } catch (error) {
    if (error instanceof PageLimitError) return unreadable(error.reason, error.message);
    return unreadable('broken', `the page could not be parsed: ${(error as Error).message}`);
  }
}

async function extract(page: PageDocument, now: Date): Promise<AccountedReading> {
  const html = decodePage(page.bytes, page.contentType);
  if (html.length > MAX_PAGE_CHARS)
    return unreadable('too-large', `page too large: more than ${MAX_PAGE_CHARS} characters`);
  const cleaned = cleanPage(html);
  const url = addressOf(page, cleaned.head);
  const { declaredLanguage, declaredBody, ...metadata } = readMetadata(cleaned.head, url, now);
  const body = await readBody(html, cleaned, metadata.title, declaredBody);
  const text = storableText(body.blocks.map((block) => block.text).join('\n\n'));
  const account = accountOf(html, cleaned.counts, body, text);
  if (body.quality < MIN_QUALITY) {
    const what = text.length === 0 ? 'no running text' : `${text.length} characters that do not read like one article`;
    const detail = `no article found: ${what} (quality ${body.quality.toFixed(2)}): a home page, gallery or empty page`;
    return { ...unreadable('no-article', detail), account };
  }
  const language = detectLanguage(text, declaredLanguage);
  const sources = sourcesOf(metadata, language, declaredLanguage, body);
  const links = outboundLinks(
    body.blocks.flatMap((block) => block.hrefs),
    url,
  );
  return {
    status: 'read',
    article: { ...metadata, sources, language, text, links, quality: body.quality },
    account,
  };
}

/** The language's source is the text where the text overruled the page. */
function sourcesOf(metadata: Pick<Metadata, 'sources'>, language: string, declared: string, body: Body) {
  const { language: declaredIn, ...sources } = metadata.sources;
  const isDeclared = declaredIn !== undefined && declared.toLowerCase().startsWith(language);
  const text = body.reader === 'json-ld' ? ('json-ld' as const) : ('page' as const);
  return { ...sources, language: isDeclared ? declaredIn : ('text' as const), text };
}

/** A page out of a file has no address but the one it gives itself. */
function addressOf(page: PageDocument, head: PageHead): string {
  if (/^https?:/i.test(page.url)) return page.url;
  return pageAddress(head.canonicalHref, page.url) ?? pageAddress(head.meta.get('og:url'), page.url) ?? page.url;
}

function accountOf(html: string, cleaning: CleaningCounts, body: Body, text: string): ReadingAccount {
  const { reader, why, blocksFound, blocks, quality } = body;
  return {
    pageChars: html.length,
    cleaning,
    reader,
    why,
    blocksFound,
    blocksKept: blocks.length,
    charsKept: text.length,
    quality,
  };
}

function unreadable(reason: UnreadableReason, detail: string) {
  return { status: 'unreadable' as const, reason, detail };
}
