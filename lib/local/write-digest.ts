import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Services } from '../services.ts';
import { writeFileWhole } from './write-file-whole.ts';

/** Where the newest edition lies for reading. */
export interface WrittenDigest {
  subject: string;
  localDate: string;
  htmlPath: string;
  textPath: string;
}

/** Writes the newest edition as it was sent to `<dataDir>/digest/`. @returns undefined when there is none yet */
export async function writeDigest(
  dataDir: string,
  { editionStore, editionArchive }: Pick<Services, 'editionStore' | 'editionArchive'>,
): Promise<WrittenDigest | undefined> {
  const edition = await editionStore.latestOfAll();
  if (!edition?.htmlKey || !edition.textKey) return undefined;
  const [html, text] = await Promise.all([editionArchive.get(edition.htmlKey), editionArchive.get(edition.textKey)]);
  if (html === undefined || text === undefined) return undefined;
  const folder = join(dataDir, 'digest');
  mkdirSync(folder, { recursive: true });
  const [htmlPath, textPath] = [join(folder, `${edition.localDate}.html`), join(folder, `${edition.localDate}.txt`)];
  writeFileWhole(htmlPath, html);
  writeFileWhole(textPath, text);
  return { subject: edition.subject ?? '', localDate: edition.localDate, htmlPath, textPath };
}
