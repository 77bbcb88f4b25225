import { cleanPage } from './clean-page.ts';
import { filterBlocks } from './filter-blocks.ts';
import { findBody } from './find-body.ts';
import { isTeaserList } from './is-teaser-list.ts';
import { measureQuality } from './measure-quality.ts';
import { readableDocument } from './readable-document.ts';
import { smallDocument } from './small-document.ts';
import { type TextBlock, textBlocks } from './text-block.ts';

export interface Body {
  blocks: TextBlock[];
  /** As in `Article`. */
  quality: number;
  /** The page shows less than its own JSON-LD holds: the body is taken from there. */
  isDeclared: boolean;
}

/** Below this a second reader is asked; 399 of the 401 benchmark pages are above. */
const GOOD_QUALITY = 0.6;
/** Whole sentences, but of many stories. */
const TEASER_QUALITY = 0.1;
/** A page that shows less may build its text by a script. */
const SHORT_CHARS = 600;

/**
 * The best of up to three readings of a cleaned page: on the small DOM, on jsdom where the small one fails or reads
 * poorly, and the body that the page declares where it shows hardly any.
 *
 * @param declaredBody text or HTML, as JSON-LD has it
 * @throws Error when neither DOM could hold the page
 */
export function readBody(html: string, title: string, declaredBody: string | undefined): Body {
  const shown = readShownBody(html, title);
  const chars = shown.blocks.reduce((sum, block) => sum + block.text.length, 0);
  if (!declaredBody || chars >= SHORT_CHARS || declaredBody.length < SHORT_CHARS) return shown;
  const declared = readDeclaredBody(declaredBody, title);
  return declared.quality > shown.quality ? declared : shown;
}

function readShownBody(html: string, title: string): Body {
  const quick = tryBody(() => smallDocument(html), title);
  if (quick && quick.quality >= GOOD_QUALITY) return quick;
  const thorough = tryBody(() => readableDocument(html), title);
  if (!quick && !thorough) throw new Error('no reader could hold the page');
  return thorough && thorough.quality > (quick?.quality ?? -1) ? thorough : (quick as Body);
}

function tryBody(parse: () => Document, title: string): Body | undefined {
  try {
    const found = findBody(parse());
    const blocks = filterBlocks(found, title);
    return { blocks, quality: isTeaserList(found) ? TEASER_QUALITY : measureQuality(blocks), isDeclared: false };
  } catch {
    return undefined;
  }
}

function readDeclaredBody(body: string, title: string): Body {
  const isMarkup = /<(?:p|br|div)[\s/>]/i.test(body);
  const markup = isMarkup
    ? body
    : body
        .split(/\n+/)
        .map((line) => `<p>${line}</p>`)
        .join('');
  const blocks = filterBlocks(textBlocks(smallDocument(cleanPage(markup).html).body), title);
  return { blocks, quality: measureQuality(blocks), isDeclared: true };
}
