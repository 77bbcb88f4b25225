import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { BuildDigestNeeds } from '../digest/build-digest.ts';
import { instantOf } from '../digest/local-time.ts';
import { previewDigest } from '../digest/preview-digest.ts';
import type { Subscriber } from '../digest/subscriber.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';

export interface DigestPreviewOptions {
  /** Id or address of a reader; without it English and UTC. */
  subscriber?: string | undefined;
  /** Local date whose edition is shown: the 24 hours up to the reader's hour. Without it the last 24 hours. */
  date?: string | undefined;
  /** Folder, made when absent. */
  out?: string | undefined;
  json?: boolean | undefined;
}

export interface DigestPreviewNeeds extends BuildDigestNeeds {
  subscriberStore: Pick<SubscriberStore, 'list'>;
  now: () => Date;
}

const DAY_MILLISECONDS = 86_400_000;

/** Writes `digest.html` and `digest.txt` as a reader would get them, and prints where. Sends nothing. */
export async function digestPreviewCommand(
  options: DigestPreviewOptions,
  needs: DigestPreviewNeeds,
  io: CommandIo,
): Promise<void> {
  const subscriber = options.subscriber === undefined ? undefined : await findReader(options.subscriber, needs);
  const to = endOf(options.date, subscriber, needs.now());
  const from = new Date(Date.parse(to) - DAY_MILLISECONDS).toISOString();
  const { subject, html, text } = await previewDigest({ subscriber, from, to }, needs);

  const folder = options.out ?? '.';
  const files = { html: join(folder, 'digest.html'), text: join(folder, 'digest.txt') };
  try {
    await mkdir(folder, { recursive: true });
    await Promise.all([writeFile(files.html, html), writeFile(files.text, text)]);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    throw new UserError(`--out ${folder}: cannot be written (${code}); choose another folder`, 1, { cause });
  }
  if (options.json) return io.stdout(JSON.stringify({ subject, from, to, ...files }, null, 2));
  io.stderr(subject);
  io.stdout(`${files.html}\n${files.text}`);
}

async function findReader(wanted: string, { subscriberStore }: DigestPreviewNeeds): Promise<Subscriber> {
  const readers = await subscriberStore.list();
  const reader = readers.find(
    ({ subscriberId, address }) => subscriberId === wanted || address.toLowerCase() === wanted.toLowerCase(),
  );
  if (!reader) throw new UserError(`--subscriber ${wanted}: no such reader; see "vigil subscribers list"`, 2);
  return reader;
}

function endOf(date: string | undefined, reader: Subscriber | undefined, now: Date): string {
  if (date === undefined) return now.toISOString();
  if (!z.iso.date().safeParse(date).success)
    throw new UserError(`--date ${date}: write a day as YYYY-MM-DD, for example 2026-08-29`, 2);
  return instantOf(date, reader?.hour ?? 24, reader?.zone ?? 'UTC');
}
