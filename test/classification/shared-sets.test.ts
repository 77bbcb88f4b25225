import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Theme } from '../../lib/classification/classification.ts';
import { classify } from '../../lib/classification/classify.ts';
import { compileLexicon } from '../../lib/classification/compile-lexicon.ts';
import { readLexicon } from '../../lib/classification/lexicon.ts';

const lexicon = compileLexicon(readLexicon());
const SHARED = '../shared';
const REPORTS = `${SHARED}/classification/dev.jsonl`;
const SEEDS: [file: string, themes: Theme[]][] = [
  ['000_f93ee208f8da933f.txt', ['anniversary', 'accountability']],
  ['002_29bd115934059671.txt', ['anniversary', 'accountability', 'officials', 'evidence']],
];

/** As the page gives it: words of a title count double. */
const titleOf = (page: string): string =>
  /<title[^>]*>([^<]*)/i.exec(gunzipSync(readFileSync(page)).toString('utf8'))?.[1]?.trim() ?? '';

interface Report {
  lang: string;
  title: string;
  text: string;
  relevant: boolean;
  themes: Theme[];
}

describe.skipIf(!existsSync(REPORTS))('the labelled reports', () => {
  const rows = existsSync(REPORTS) ? readFileSync(REPORTS, 'utf8').split('\n').filter(Boolean) : [];
  const reports = rows.map((line): Report => JSON.parse(line));
  const judged = reports.map((report) => ({ report, said: classify({ ...report, language: report.lang }, lexicon) }));

  it('are told apart with precision and recall of .96 and more', () => {
    const said = judged.filter((row) => row.said.relevance === 'relevant');
    const right = said.filter(({ report }) => report.relevant).length;
    expect(right / said.length).toBeGreaterThanOrEqual(0.96);
    expect(right / reports.filter(({ relevant }) => relevant).length).toBeGreaterThanOrEqual(0.96);
  });

  it('get their themes with an F1 of .80 and more', () => {
    const pairs = judged.filter(({ report }) => report.relevant);
    const count = (of: (row: (typeof pairs)[number]) => number) => pairs.reduce((sum, row) => sum + of(row), 0);
    const right = count(({ report, said }) => said.themes.filter((theme) => report.themes.includes(theme)).length);
    const all = count(({ report, said }) => report.themes.length + said.themes.length);
    expect((2 * right) / all).toBeGreaterThanOrEqual(0.8);
  });
});

describe.skipIf(!existsSync(`${SHARED}/seeds`))('the seed articles', () => {
  it.each(SEEDS)('%s is relevant with its themes', (file, themes) => {
    const [title = '', ...lines] = readFileSync(`${SHARED}/seeds/${file}`, 'utf8')
      .split('\n')
      .filter((line) => line.length > 30);
    const said = classify({ title, text: lines.join('\n') }, lexicon);
    expect([said.relevance, themes.filter((theme) => !said.themes.includes(theme))]).toEqual(['relevant', []]);
  });
});

describe.skipIf(!existsSync(`${SHARED}/extraction`))('news pages about other things', () => {
  it.each(['extraction', 'extraction-2023'])('raise no false alarm: %s', (set) => {
    const truth: Record<string, { articleBody: string }> = JSON.parse(
      readFileSync(`${SHARED}/${set}/truth.json`, 'utf8'),
    );
    const alarms = Object.entries(truth).filter(([id, { articleBody }]) =>
      ['', titleOf(`${SHARED}/${set}/pages/${id}.html.gz`)].some(
        (title) => classify({ title, text: articleBody }, lexicon).relevance === 'relevant',
      ),
    );
    expect(alarms.map(([id]) => id)).toEqual([]);
  });
});
