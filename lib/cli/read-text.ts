import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { createArticleReader } from '../articles/article-reader.ts';
import type { FactText } from '../classification/find-facts.ts';
import { UserError } from '../errors.ts';
import { looksLikeHtml } from '../http/looks-like-html.ts';
import { parseJson } from './parse-json.ts';
import { sayReason } from './say-reason.ts';
import { readBytes } from './text-file.ts';

/** ISO 8601; ordinals are held against its year. */
export const PublishedAt = z
  .string()
  .refine((text) => /^\d{4}-\d\d(-\d\d)?/.test(text) && !Number.isNaN(Date.parse(text)), {
    message: 'must be a day or a time, such as 2026-11-20 or 2026-11-20T08:00:00Z',
  });

const TextFile = z.object({
  title: z.string(),
  text: z.string(),
  language: z.string().optional(),
  lang: z.string().optional(),
  publishedAt: PublishedAt.optional(),
});

/** A first line that is longer is no title: the file is one paragraph, and a title's words count double. */
const LONGEST_TITLE_CHARS = 300;

/**
 * The one text of a file: a saved page, JSON with title and text, or a plain text whose first line is the title.
 *
 * @param file `-` is standard input
 * @throws UserError for what cannot be read or holds no text
 */
export async function readText(file: string): Promise<FactText> {
  const bytes = readBytes(file);
  const name = file === '-' ? 'standard input' : file;
  if (looksLikeHtml(bytes)) return readPage(name, bytes);
  const content = decode(name, bytes).trim();
  if (content === '') throw new UserError(`${name}: holds no text; give a text whose first line is the title`);
  if (isLines(name, content)) throw new UserError(`${name}: holds one text a line; give it with --in`, 2);
  if (name.endsWith('.json') || isObject(content)) {
    const { title, text, language, lang, publishedAt } = parseJson(TextFile, content, name);
    return { title, text, language: language ?? lang, publishedAt };
  }
  const end = content.indexOf('\n');
  const first = end < 0 ? content : content.slice(0, end).trim();
  if (first.length > LONGEST_TITLE_CHARS) return { title: '', text: content };
  return { title: first, text: end < 0 ? '' : content.slice(end + 1) };
}

async function readPage(name: string, bytes: Uint8Array): Promise<FactText> {
  const reader = createArticleReader();
  const reading = await reader.read({ bytes, url: pathToFileURL(name).href }).finally(reader.close);
  if (reading.status === 'unreadable') throw new UserError(`${name}: ${sayReason(reading.reason, reading.detail)}`);
  const { title, text, language, publishedAt } = reading.article;
  return { title, text, language, publishedAt };
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Said below: what is no UTF-8 is a picture, a document of a word processor, or a text of another encoding.
  }
  throw new UserError(`${name}: is no text in UTF-8; save it as plain text in UTF-8, or give the web page itself`);
}

const isLines = (name: string, content: string): boolean =>
  /\.(?:jsonl|ndjson)$/i.test(name) || (/^\{.*\}\s*\n\s*\{/.test(content) && isObject(content.split('\n', 1)[0] ?? ''));

function isObject(json: string): boolean {
  if (!json.startsWith('{')) return false;
  try {
    return typeof JSON.parse(json) === 'object';
  } catch {
    return false;
  }
}
