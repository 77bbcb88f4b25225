import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../lib/articles/article.ts';
import { rulesCheckCommand, rulesTestCommand } from '../../lib/cli/rules.ts';
import type { Coverage } from '../../lib/coverage/coverage.ts';

const NOW = new Date('2026-09-01T00:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'rules-'));
const printed = () => {
  const lines: string[] = [];
  return { lines, io: { stdout: (text: string) => lines.push(text), stderr: () => {} } };
};
/** A copy of the lexicon in use with one change. */
function lexiconWith(name: string, change: (lexicon: ReturnType<typeof JSON.parse>) => void): string {
  const lexicon = JSON.parse(readFileSync('config/lexicon.json', 'utf8'));
  change(lexicon);
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify({ ...lexicon, version: name }));
  return file;
}
const SUBJECT = { title: 'The 1988 massacre in Iran', text: 'Thousands of political prisoners were executed in 1988.' };
const gold = join(folder, 'gold.jsonl');
writeFileSync(
  gold,
  `${JSON.stringify({ id: 'a', lang: 'en', relevant: true, ...SUBJECT })}\n${JSON.stringify({ id: 'b', lang: 'en', relevant: false, title: 'Rice', text: 'Rice grows in Gilan.' })}\n`,
);
const strict = lexiconWith('strict', (lexicon) => Object.assign(lexicon.thresholds, { relevant: 1000 }));

describe('vigil rules test', () => {
  it('says what would leave, with precision and recall before and after', async () => {
    const { lines, io } = printed();
    await rulesTestCommand({ lexicon: strict, gold, json: true }, undefined, io, NOW);
    const { after, enters, leaves, scores } = JSON.parse(lines.join(''));
    expect({ after, enters, leaves }).toEqual({
      after: 'strict',
      enters: [],
      leaves: [{ id: 'a', title: SUBJECT.title, language: 'en', before: 'relevant', after: 'passing-mention' }],
    });
    expect(scores[0]).toMatchObject({
      language: 'all',
      before: { texts: 2, precision: { right: 1, of: 1, share: 1 }, recall: { right: 1, of: 1, share: 1 } },
      after: { texts: 2, precision: { right: 0, of: 0 }, recall: { right: 0, of: 1, share: 0 } },
    });
  });

  it('judges stored coverage of the last days and counts what has no text', async () => {
    const { lines, io } = printed();
    const asked: string[] = [];
    const needs = {
      coverageStore: {
        listRecorded: async (from: string, to: string) => {
          asked.push(from, to);
          return [
            { articleId: 'x', articleKey: 'articles/x.json', language: 'en' },
            { articleId: 'y', articleKey: 'articles/gone.json', language: 'en' },
          ] as Coverage[];
        },
      },
      pageArchive: {
        getArticle: async (key: string) => (key === 'articles/x.json' ? (SUBJECT as Article) : undefined),
      },
    };
    await rulesTestCommand({ lexicon: strict, gold, since: '30d' }, needs, io, NOW);
    expect(asked).toEqual(['2026-08-02T00:00:00.000Z', '2026-09-01T00:00:00.000Z']);
    expect(lines.join('')).toContain('would leave: 2\n  a  en  The 1988 massacre in Iran\n  x  en  The 1988 massacre');
    expect(lines.join('')).toContain('1 stored articles judged, 1 without their text\n');
  });

  it('refuses a since that is no number of days', async () => {
    const needs = {
      coverageStore: { listRecorded: async () => [] },
      pageArchive: { getArticle: async () => undefined },
    };
    await expect(rulesTestCommand({ gold, since: 'May' }, needs, printed().io, NOW)).rejects.toThrow('30d');
  });
});

describe('vigil rules check', () => {
  it('finds nothing to mend in the lexicon in use', () => {
    const { lines, io } = printed();
    rulesCheckCommand({ json: true }, io);
    const { problems } = JSON.parse(lines.join(''));
    expect(problems.filter(({ kind }: { kind: string }) => kind !== 'swallowed')).toEqual([]);
  });

  it('names forms behind a mask, forms found already, and a term that fires on off-topic texts', () => {
    const broken = lexiconWith('broken', (lexicon) => {
      lexicon.languages.en.terms['event/hidden'] = { forms: ['born in 1988'], weight: 5 };
      lexicon.languages.en.terms['event/twice'] = { forms: ['zzyz*', 'zzyzx'], weight: 5 };
      lexicon.languages.en.terms['event/common'] = { forms: ['the'], weight: 1 };
    });
    const { lines, io } = printed();
    expect(() => rulesCheckCommand({ lexicon: broken, json: true }, io)).toThrow('rules check');
    const { problems } = JSON.parse(lines.join(''));
    const found = problems.map(({ kind, ruleId }: { kind: string; ruleId: string }) => `${kind} ${ruleId}`);
    expect(found).toEqual(
      expect.arrayContaining(['unreachable en/event/hidden', 'swallowed en/event/twice', 'too-common en/event/common']),
    );
  });
});
