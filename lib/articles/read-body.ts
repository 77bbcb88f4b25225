import { type CleanedPage, cleanPage } from './clean-page.ts';
import { filterBlocks } from './filter-blocks.ts';
import { findBody } from './find-body.ts';
import { isTeaserList } from './is-teaser-list.ts';
import { measureQuality, mostQuality } from './measure-quality.ts';
import { pageMarkup } from './page-markup.ts';
import type { BodyReader } from './reading-account.ts';
import type { SmallDocument } from './small-document.ts';
import { type TextBlock, textBlocks } from './text-block.ts';

export interface Body {
  blocks: TextBlock[];
  blocksFound: number;
  /** As in `Article`. */
  quality: number;
  reader: BodyReader;
  /** Why this reader's body was taken. */
  why: string;
}

/** Below this a page holds no article. */
export const MIN_QUALITY = 0.3;
/** Below this a second reader is asked. */
const GOOD_QUALITY = 0.6;
/** Whole sentences, but of many stories. */
const TEASER_QUALITY = 0.1;
/** A page that shows less may build its text by a script. */
const SHORT_CHARS = 600;

/**
 * The best of up to three readings of a cleaned page: on the small DOM, on jsdom where the small one fails or reads
 * poorly, and the body that the page declares where it shows hardly any.
 *
 * @param page as it came
 * @param declaredBody text or HTML, as JSON-LD has it
 * @throws Error when neither DOM could hold the page
 */
export async function readBody(
  page: string,
  cleaned: CleanedPage,
  title: string,
  declaredBody: string | undefined,
): Promise<Body> {
  const shown = await readShownBody(page, cleaned, title);
  const chars = shown.blocks.reduce((sum, block) => sum + block.text.length, 0);
  if (!declaredBody || chars >= SHORT_CHARS || declaredBody.length < SHORT_CHARS) return shown;
  const declared = readDeclaredBody(declaredBody, title);
  if (declared.quality <= shown.quality) return shown;
  return { ...declared, why: `the page shows ${chars} characters and declares more in its JSON-LD` };
}

async function readShownBody(page: string, cleaned: CleanedPage, title: string): Promise<Body> {
  const quick = readOn('small-dom', () => cleaned.document, title);
  if (typeof quick === 'object' && quick.quality >= GOOD_QUALITY)
    return { ...quick, why: 'the first reader reads well' };
  if (typeof quick === 'object' && quick.quality === TEASER_QUALITY)
    return { ...quick, why: 'a list of stories is one to any reader' };
  if (typeof quick === 'object' && mostQuality(cleaned.counts.textChars) < MIN_QUALITY)
    return { ...quick, why: 'too little text for an article, whoever reads it' };
  const poor = typeof quick === 'object' ? `quality ${quick.quality.toFixed(2)}` : quick;
  // jsdom takes a second and 100 MB to load; most processes never need it.
  const { readableDocument } = await import('./readable-document.ts');
  // The first reader has changed its document: the page is cleaned again.
  const thorough = readOn('jsdom', () => readableDocument(pageMarkup(cleanPage(page).document)), title);
  if (typeof thorough === 'object' && (typeof quick === 'string' || thorough.quality > quick.quality)) {
    return { ...thorough, why: `the first reader's result was poorer (${poor})` };
  }
  if (typeof quick === 'string') throw new Error(`no reader could hold the page: ${quick}`);
  return { ...quick, why: `the second reader did no better (${poor})` };
}

/** @returns why not, when the DOM could not hold the page */
function readOn(reader: BodyReader, parse: () => Document | SmallDocument, title: string): Omit<Body, 'why'> | string {
  try {
    const found = findBody(parse());
    const blocks = filterBlocks(found, title);
    const quality = isTeaserList(found) ? TEASER_QUALITY : measureQuality(blocks);
    return { blocks, blocksFound: found.length, quality, reader };
  } catch (error) {
    return (error as Error).message;
  }
}

function readDeclaredBody(body: string, title: string): Omit<Body, 'why'> {
  const isMarkup = /<(?:p|br|div)[\s/>]/i.test(body);
  const markup = isMarkup
    ? body
    : body
        .split(/\n+/)
        .map((line) => `<p>${line}</p>`)
        .join('');
  const found = textBlocks(cleanPage(markup).document.body);
  const blocks = filterBlocks(found, title);
  return { blocks, blocksFound: found.length, quality: measureQuality(blocks), reader: 'json-ld' };
}
