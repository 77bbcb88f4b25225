import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileWhole } from './write-file-whole.ts';

/** One mail that was sent, as the mail page shows it. */
export const SentMail = z.object({
  messageId: z.string().regex(/^[a-z0-9-]+$/),
  sentAt: z.iso.datetime(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  /** Header lines as they stand in the file, without the body. */
  headers: z.string(),
  /** Absent in raw mails. */
  html: z.string().optional(),
  text: z.string().optional(),
  tags: z.record(z.string(), z.string()),
});
export type SentMail = z.infer<typeof SentMail>;

export interface MailFolder {
  /** Stores the mail as `<time>-<messageId>.eml` with its description beside it. */
  keep(mail: SentMail, eml: Uint8Array): void;
  /** Newest first. */
  list(): SentMail[];
  get(messageId: string): SentMail | undefined;
  readEml(messageId: string): Uint8Array | undefined;
}

/**
 * Opens the folder of sent mails; the list is made from its files. A description without its mail, or one that does not
 * read, is passed over: the crash that left it came before the sender had an answer.
 */
export function openMailFolder(dir: string): MailFolder {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const files = readdirSync(dir).filter((file) => file.endsWith('.eml'));
  const mails = new Map(files.flatMap((file) => readMail(dir, file)).map((mail) => [mail.messageId, mail]));

  return {
    keep(mail, eml) {
      const path = join(dir, baseName(mail));
      writeFileWhole(`${path}.json`, JSON.stringify(mail));
      writeFileWhole(`${path}.eml`, eml);
      mails.set(mail.messageId, mail);
    },
    list: () => [...mails.values()].sort((a, b) => (baseName(a) < baseName(b) ? 1 : -1)),
    get: (messageId) => mails.get(messageId),
    readEml(messageId) {
      const mail = mails.get(messageId);
      return mail && readFileSync(join(dir, `${baseName(mail)}.eml`));
    },
  };
}

/** Colons of the time are not allowed in file names everywhere. */
const baseName = (mail: SentMail): string => `${mail.sentAt.replaceAll(':', '-')}-${mail.messageId}`;

function readMail(dir: string, emlFile: string): SentMail[] {
  try {
    const mail = SentMail.parse(JSON.parse(readFileSync(join(dir, emlFile.replace(/\.eml$/, '.json')), 'utf8')));
    return `${baseName(mail)}.eml` === emlFile ? [mail] : [];
  } catch {
    return [];
  }
}
