/** Keeps rendered editions under their content hash, so that every try sends the same bytes. */
export interface EditionArchive {
  /** @returns the key, `editions/<sha256>.html` or `.txt` */
  put(body: string, kind: 'html' | 'txt'): Promise<string>;
  get(key: string): Promise<string | undefined>;
}
