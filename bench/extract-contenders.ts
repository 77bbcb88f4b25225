import type { Document as Page } from './inputs.ts';

/** A way to read a page, loaded only in the process that measures it: memory is the contender's own. */
type Load = () => Promise<(page: Page) => unknown>;

/** The first is the baseline that the others are compared with. */
export const extractContenders: Readonly<Record<string, Load>> = {
  'plain jsdom + Readability': async () => {
    const [{ JSDOM }, { Readability }] = await Promise.all([import('jsdom'), import('@mozilla/readability')]);
    return ({ bytes, url }) => new Readability(new JSDOM(bytes, { url }).window.document).parse()?.textContent;
  },
  'linkedom + Readability': async () => {
    const [{ parseHTML }, { Readability }] = await Promise.all([import('linkedom'), import('@mozilla/readability')]);
    return ({ bytes }) => {
      const { document } = parseHTML(new TextDecoder().decode(bytes));
      return new Readability(document as never).parse()?.textContent;
    };
  },
  'parse5 alone (a tree, no article)': async () => {
    const { parse } = await import('parse5');
    return ({ bytes }) => parse(new TextDecoder().decode(bytes));
  },
  'htmlparser2 alone (events, no article)': async () => {
    const { Parser } = await import('htmlparser2');
    return ({ bytes }) => {
      let chars = 0;
      const parser = new Parser({
        ontext: (text) => {
          chars += text.length;
        },
      });
      parser.write(new TextDecoder().decode(bytes));
      parser.end();
      return chars;
    };
  },
  vigil: async () => {
    const { extractArticle } = await import('../lib/articles/extract-article.ts');
    return (page) => extractArticle(page);
  },
  'vigil, second reader (jsdom) forced': async () => {
    const modules = await Promise.all([
      import('../lib/articles/clean-page.ts'),
      import('../lib/articles/decode-page.ts'),
      import('../lib/articles/filter-blocks.ts'),
      import('../lib/articles/find-body.ts'),
      import('../lib/articles/page-markup.ts'),
      import('../lib/articles/read-metadata.ts'),
      import('../lib/articles/readable-document.ts'),
    ]);
    const [
      { cleanPage },
      { decodePage },
      { filterBlocks },
      { findBody },
      markup,
      { readMetadata },
      { readableDocument },
    ] = modules;
    return ({ bytes, contentType, url }) => {
      const { document, head } = cleanPage(decodePage(bytes, contentType));
      const { title } = readMetadata(head, url, new Date());
      return filterBlocks(findBody(readableDocument(markup.pageMarkup(document))), title);
    };
  },
};
