import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { EditionStore } from '../digest/edition-store.ts';
import { instantOf } from '../digest/local-time.ts';
import { type PreviewDigestNeeds, previewDigest } from '../digest/preview-digest.ts';
import type { Subscriber } from '../digest/subscriber.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';

export interface DigestPreviewOptions {
  /** Id or address of a reader; without it English and UTC. */
  subscriber?: string | undefined;
  /** Local date whose edition is shown. Without it what would be sent now: the last 24 hours, or week. */
  date?: string | undefined;
  /** Folder, made when absent. */
  out?: string | undefined;
  json?: boolean | undefined;
}

export interface DigestPreviewNeeds extends PreviewDigestNeeds {
  subscriberStore: Pick<SubscriberStore, 'list'>;
  editionStore: Pick<EditionStore, 'get'>;
}

const DAY_MILLISECONDS = 86_400_000;

/** Writes `digest.html`, `digest.txt` and `digest.eml` as a reader would get them, and prints where. Sends nothing. */
export async function digestPreviewCommand(
  options: DigestPreviewOptions,
  needs: DigestPreviewNeeds,
  io: CommandIo,
): Promise<void> {
  const subscriber = options.subscriber === undefined ? undefined : await findReader(options.subscriber, needs);
  const { from, to } = await windowOf(options.date, subscriber, needs);
  const { subject, html, text, eml } = await previewDigest({ subscriber, from, to }, needs);

  const folder = options.out ?? '.';
  const files = {
    html: join(folder, 'digest.html'),
    text: join(folder, 'digest.txt'),
    eml: join(folder, 'digest.eml'),
  };
  try {
    await mkdir(folder, { recursive: true });
    await Promise.all([writeFile(files.html, html), writeFile(files.text, text), writeFile(files.eml, eml)]);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    throw new UserError(`--out ${folder}: cannot be written (${code}); choose another folder`, 1, { cause });
  }
  if (options.json) {
    const bytes = Buffer.byteLength(html);
    return io.stdout(JSON.stringify({ subject, from, to, bytes, ...files }, null, 2));
  }
  io.stderr(subject);
  io.stdout(Object.values(files).join('\n'));
}

async function findReader(wanted: string, { subscriberStore }: DigestPreviewNeeds): Promise<Subscriber> {
  const readers = await subscriberStore.list();
  const reader = readers.find(
    ({ subscriberId, address }) => subscriberId === wanted || address.toLowerCase() === wanted.toLowerCase(),
  );
  if (!reader) throw new UserError(`--subscriber ${wanted}: no such reader; see "vigil subscribers list"`, 2);
  return reader;
}

/** That of the reader's edition where there is one of the date; otherwise a day, or a week, up to the reader's hour or now. */
async function windowOf(
  date: string | undefined,
  reader: Subscriber | undefined,
  { editionStore, now }: DigestPreviewNeeds,
): Promise<{ from: string; to: string }> {
  if (date !== undefined && !z.iso.date().safeParse(date).success)
    throw new UserError(`--date ${date}: write a day as YYYY-MM-DD, for example 2026-08-29`, 2);
  const edition = date && reader && (await editionStore.get(`${reader.subscriberId}/${date}`));
  if (edition) return { from: edition.from, to: edition.to };
  const to = date === undefined ? now().toISOString() : instantOf(date, reader?.hour ?? 24, reader?.zone ?? 'UTC');
  const days = reader?.frequency === 'weekly' ? 7 : 1;
  return { from: new Date(Date.parse(to) - days * DAY_MILLISECONDS).toISOString(), to };
}
