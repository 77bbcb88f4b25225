import iconv from 'iconv-lite';

/** The text in the charset of the header or else of the page's own meta element or XML declaration. */
export async function readDeclaredText(
  url: string,
): Promise<{ text: string; charset: string | undefined; bytes: Buffer }> {
  const response = await fetch(url);
  const bytes = Buffer.from(await response.arrayBuffer());
  const inHeader = /charset=([\w-]+)/.exec(response.headers.get('content-type') ?? '')?.[1];
  const inDocument = /(?:<meta charset|encoding)="([\w-]+)"/.exec(bytes.toString('latin1'))?.[1];
  const charset = inHeader ?? inDocument;
  return { text: iconv.decode(bytes, charset ?? 'utf-8'), charset, bytes };
}
