import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localTime } from '../digest/local-time.ts';
import { type PreviewDigestNeeds, previewDigest } from '../digest/preview-digest.ts';
import { countQuietDays, isSilentOn } from '../digest/quiet-days.ts';
import type { Subscriber } from '../digest/subscriber.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';
import { type PreviewWindowNeeds, previewWindow } from './preview-window.ts';

export interface DigestPreviewOptions {
  /** Id or address of a reader; without it English and UTC. */
  subscriber?: string | undefined;
  /** Local date whose edition is shown. Without it the last 24 hours, or week; for an instant reader what came since their last mail. */
  date?: string | undefined;
  /** Folder, made when absent. */
  out?: string | undefined;
  json?: boolean | undefined;
}

export interface DigestPreviewNeeds extends PreviewDigestNeeds, PreviewWindowNeeds {
  subscriberStore: Pick<SubscriberStore, 'list'>;
}

/** Writes `digest.html`, `digest.txt` and `digest.eml` as a reader would get them, and prints where. Sends nothing. */
export async function digestPreviewCommand(
  options: DigestPreviewOptions,
  needs: DigestPreviewNeeds,
  io: CommandIo,
): Promise<void> {
  const subscriber = options.subscriber === undefined ? undefined : await findReader(options.subscriber, needs);
  const window = await previewWindow(options.date, subscriber, needs);
  const { from, to } = window;
  const localDate = localTime(to, subscriber?.zone ?? 'UTC').date;
  const quietDays = subscriber && (await countQuietDays(subscriber, localDate, needs));
  const reader = subscriber && { ...subscriber, quietDays };
  const { subject, html, text, eml, isQuiet } = await previewDigest({ subscriber: reader, from, to }, needs);
  const remarks = [...window.remarks, ...(subscriber ? remarksOn(subscriber, { localDate, isQuiet }) : [])];

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
    return io.stdout(JSON.stringify({ subject, from, to, bytes, ...files, remarks }, null, 2));
  }
  io.stderr([subject, ...remarks].join('\n'));
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

/** What keeps the reader from getting this, one line each. */
function remarksOn(reader: Subscriber, { localDate, isQuiet }: { localDate: string; isQuiet: boolean }): string[] {
  const { state, stateAt, quietDay } = reader;
  return [
    ...(state === 'active' ? [] : [`note: this reader is ${state} since ${stateAt.slice(0, 10)} and gets no mail`]),
    ...(isQuiet && isSilentOn(reader, localDate)
      ? [`note: there is nothing to tell, and on such a day this reader gets no mail (quiet day: ${quietDay})`]
      : []),
  ];
}
