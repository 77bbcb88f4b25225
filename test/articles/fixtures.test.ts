import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../lib/articles/extract-article.ts';

const folder = new URL('../fixtures/articles/', import.meta.url);
const now = new Date('2026-11-01T00:00:00Z');

const json = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));

describe('extractArticle', () => {
  for (const slug of readdirSync(folder)) {
    test(`reads ${slug} as its expectation says`, () => {
      const bytes = readFileSync(new URL(`${slug}/source.html`, folder));
      expect(extractArticle({ bytes, ...json(`${slug}/page.json`) }, now)).toEqual(json(`${slug}/expected.json`));
    });
  }
});
