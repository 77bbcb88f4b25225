import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a reader made of a document, as the scorer of the public suites asks for it. */
export interface ScoredFeed {
  title: unknown;
  items: { id: unknown; link: unknown; title: unknown; published: unknown }[];
}

interface Row {
  parsed: boolean;
  core: boolean;
}

/** The scorer compares texts: what comes back as an object is no title and no link. */
const asText = (value: unknown) =>
  value === null || value === undefined ? null : typeof value === 'object' ? '[object]' : String(value);

/**
 * Shares of the documents that a reader parsed, and of which it gave every title, link and date.
 *
 * @param folder with the suites' expectations, which lies beside the checkout
 */
export async function scoreFeeds(
  folder: string,
  names: readonly string[],
  read: (bytes: Uint8Array, options: { url: string; contentType: string | undefined }) => unknown,
): Promise<{ parsed: number; whollyRight: number }> {
  const { scoreDoc } = (await import(join(folder, '../../scorelib.mjs'))) as {
    scoreDoc: (expectation: object, result: object, document: object) => Row;
  };
  const rows: Row[] = [];
  for (const name of names) {
    const expectation = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      doc: string;
      url: string;
      contentType: string | null;
    };
    const { url, contentType } = expectation;
    const bytes = new Uint8Array(readFileSync(join(folder, expectation.doc)));
    const result = await Promise.resolve()
      .then(() => read(bytes, { url, contentType: contentType ?? undefined }) as ScoredFeed | Promise<ScoredFeed>)
      .then(plain, (error: unknown) => ({ error: String(error) }));
    rows.push(scoreDoc(expectation, result, { set: 'dev' }));
  }
  const share = (isGood: (row: Row) => boolean) => rows.filter(isGood).length / rows.length;
  return { parsed: share((row) => row.parsed), whollyRight: share((row) => row.core) };
}

function plain({ title, items }: ScoredFeed) {
  return {
    out: {
      title: asText(title),
      items: (items ?? []).map((item) => ({
        id: asText(item.id),
        link: asText(item.link),
        title: asText(item.title),
        published: asText(item.published),
      })),
    },
  };
}
