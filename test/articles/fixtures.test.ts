import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../lib/articles/extract-article.ts';

const folder = new URL('../fixtures/articles/', import.meta.url);
const now = new Date('2026-11-01T00:00:00Z');

const json = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));

/** What a person can write down before any reader has seen the page: all but measured numbers. */
async function readFixture(slug: string) {
  const bytes = readFileSync(new URL(`${slug}/source.html`, folder));
  const { account: _, ...reading } = await extractArticle({ bytes, ...json(`${slug}/page.json`) }, now);
  if (reading.status === 'unreadable') {
    return { reading: { status: reading.status, reason: reading.reason }, quality: undefined };
  }
  const { quality, ...article } = reading.article;
  return { reading: { status: reading.status, article }, quality };
}

describe('extractArticle', () => {
  for (const slug of readdirSync(folder)) {
    test(`reads ${slug} as its expectation says`, async () => {
      const { reading, quality } = await readFixture(slug);
      expect({ reading, isGood: (quality ?? 1) >= 0.55 }).toEqual({
        reading: json(`${slug}/expected.json`),
        isGood: true,
      });
    });
  }
});
