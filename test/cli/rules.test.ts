import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../lib/articles/article.ts';
import { type RulesCheckOptions, rulesCheckCommand } from '../../lib/cli/rules-check.ts';
import { rulesTestCommand } from '../../lib/cli/rules-test.ts';
import type { Coverage } from '../../lib/coverage/coverage.ts';
import { smallLexicon } from '../classification/small-lexicon.ts';

const NOW = new Date('2026-09-01T00:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'rules-'));
const printed = () => {
  const [lines, notes]: [string[], string[]] = [[], []];
  return {
    lines,
    notes,
    io: { stdout: (text: string) => lines.push(text), stderr: (text: string) => notes.push(text) },
  };
};
/** The same of a lexicon of a handful of words. */
function smallLexiconWith(name: string, change: (lexicon: ReturnType<typeof JSON.parse>) => void): string {
  const lexicon = JSON.parse(JSON.stringify(smallLexicon()));
  change(lexicon);
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify({ ...lexicon, version: name }));
  return file;
}
/** A copy of the lexicon in use with one change. */
function lexiconWith(name: string, change: (lexicon: ReturnType<typeof JSON.parse>) => void): string {
  const lexicon = JSON.parse(readFileSync('config/lexicon.json', 'utf8'));
  change(lexicon);
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify({ ...lexicon, version: name }));
  return file;
}
const SUBJECT = { title: 'The 1988 massacre in Iran', text: 'Thousands of political prisoners were executed in 1988.' };
const RICE = { title: 'Rice', text: 'Rice grows in Gilan, in the north of Iran.' };
const gold = join(folder, 'gold.jsonl');
writeFileSync(
  gold,
  `${JSON.stringify({ id: 'a', lang: 'en', relevant: true, ordinal: null, victimFigure: 'thousands', ...SUBJECT })}\n${JSON.stringify({ id: 'b', lang: 'en', relevant: false, ...RICE })}\n`,
);
const strict = lexiconWith('strict', (lexicon) => Object.assign(lexicon.thresholds, { relevant: 1000, mention: 1000 }));

const lax = lexiconWith('lax', (lexicon) => {
  lexicon.languages.en.terms['event/rice'] = { forms: ['Rice grows'], weight: 20 };
});

describe('vigil rules test', () => {
  it('says what would leave, with precision and recall before and after', async () => {
    const { lines, io } = printed();
    await rulesTestCommand({ lexicon: strict, gold, json: true }, undefined, io, NOW);
    const { after, enters, leaves, scores } = JSON.parse(lines.join(''));
    expect({ after, enters, leaves }).toEqual({
      after: 'strict',
      enters: [],
      leaves: [
        {
          ...{ id: 'a', title: SUBJECT.title, language: 'en', before: 'relevant', after: 'off-topic' },
          ...{ reason: expect.stringMatching(/^score [\d.]+ → [\d.]+ of 9\.0 → 1000\.0 needed/), isRelevant: true },
        },
      ],
    });
    expect(scores[0]).toMatchObject({
      language: 'all',
      before: { texts: 2, precision: { right: 1, of: 1, share: 1 }, recall: { right: 1, of: 1, share: 1 } },
      after: { texts: 2, precision: { right: 0, of: 0 }, recall: { right: 0, of: 1, share: 0 } },
    });
  });

  it('says where both rule sets go by one version, and that the own texts are those the weights were fitted to', async () => {
    const { notes, io } = printed();
    const version = JSON.parse(readFileSync('config/lexicon.json', 'utf8')).version;
    const same = join(folder, 'same.json');
    writeFileSync(same, JSON.stringify({ ...JSON.parse(readFileSync(strict, 'utf8')), version }));
    await rulesTestCommand({ lexicon: same, gold }, undefined, io, NOW);
    await rulesCheckCommand({ lexicon: same, gold }, undefined, io, NOW);
    const taken = `both rule sets have the version ${version}: give the one to try another "version" before you run it`;
    expect(notes.filter((note) => !note.startsWith('too few'))).toEqual([taken, taken]);
    notes.length = 0;
    // The day is wrong: refused before the texts are judged, which takes long.
    await expect(rulesTestCommand({ lexicon: strict, since: 'May' }, undefined, io, NOW)).rejects.toThrow(
      '--since May',
    );
    expect(notes).toEqual([
      'the weights in use were fitted to these texts, so others are judged less well; --gold FILE.jsonl takes texts of your own',
    ]);
  });

  it('counts the ordinals and figures that are as labelled', async () => {
    const { lines, io } = printed();
    await rulesTestCommand({ gold }, undefined, io, NOW);
    expect(lines).toContain('ordinals exact 0 of 0, figures exact 1 of 1 (1 as the first of the text)');
  });

  it('judges what was recorded and what ended off topic, and counts what has no text', async () => {
    const { lines, io } = printed();
    const asked: string[] = [];
    const item = (articleId: string, articleKey: string, outcome: string) => ({ articleId, articleKey, outcome });
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
      itemScan: {
        async *pages(since: string) {
          asked.push(since);
          const items = [
            item('z', 'articles/rice.json', 'off-topic'),
            item('x', 'articles/x.json', 'off-topic'),
            item('w', 'articles/x.json', 'recorded'),
          ];
          yield { items: items as never, looked: 3 };
        },
      },
      pageArchive: {
        getArticle: async (key: string) =>
          ({ 'articles/x.json': { ...SUBJECT, language: 'en' }, 'articles/rice.json': { ...RICE, language: 'en' } })[
            key
          ] as Article,
      },
    };
    await rulesTestCommand({ lexicon: strict, gold, since: '30d' }, needs, io, NOW);
    expect(asked).toEqual(['2026-08-02T00:00:00.000Z', '2026-09-01T00:00:00.000Z', '2026-08-02T00:00:00.000Z']);
    const text = lines.join('\n');
    expect(text).toMatch(
      /would leave: 2\n {2}a {2}en {2}wrongly {2}The 1988 massacre in Iran\n {6}score .*\n {2}x {2}en {2}The 1988 massacre/,
    );
    expect(text).toMatch(/^all +2 .* +0 +2$/m);
    expect(text).toContain('1 recorded and 1 off-topic articles judged, 1 without their text');

    lines.length = 0;
    await rulesTestCommand({ lexicon: lax, gold, since: '30d', json: true }, needs, io, NOW);
    const { enters, leaves } = JSON.parse(lines.join(''));
    expect(enters.map(({ id, reason }: { id: string; reason: string }) => [id, reason])).toEqual([
      ['b', expect.stringMatching(/^score -[\d.]+ → .* \+\d+\.0 en\/event\/rice “Rice grows”/)],
      ['z', expect.stringMatching(/^score -[\d.]+ → .* \+\d+\.0 en\/event\/rice “Rice grows”/)],
    ]);
    expect([enters[0].isRelevant, 'isRelevant' in enters[1], leaves]).toEqual([false, false, []]);
  });

  it('refuses a since that is no time', async () => {
    const needs = {
      coverageStore: { listRecorded: async () => [] },
      itemScan: { async *pages() {} },
      pageArchive: { getArticle: async () => undefined },
    };
    await expect(rulesTestCommand({ gold, since: 'May' }, needs, printed().io, NOW)).rejects.toThrow(
      '--since May: write',
    );
  });
});

describe('vigil rules check', () => {
  const check = async (options: RulesCheckOptions, needs?: Parameters<typeof rulesCheckCommand>[1]) => {
    const { lines, io } = printed();
    const failed = await rulesCheckCommand({ json: true, ...options }, needs, io, NOW).catch((error: Error) => error);
    const result = JSON.parse(lines.join(''));
    const found = result.problems.map(({ kind, ruleId }: { kind: string; ruleId: string }) => `${kind} ${ruleId}`);
    return { failed, found, ...result };
  };
  const rice = (count: number, lang: string) => {
    const file = join(folder, `rice-${count}-${lang}.jsonl`);
    const line = (id: number) => JSON.stringify({ id, lang, relevant: false, ...RICE });
    writeFileSync(file, Array.from({ length: count }, (_, id) => line(id)).join('\n'));
    return file;
  };

  it('finds nothing to mend in the lexicon in use', async () => {
    const { failed, problems } = await check({});
    expect(failed).toBeUndefined();
    expect(problems).toEqual([]);
  });

  it('names forms behind a mask, forms found already, and a term that fires on off-topic texts', async () => {
    const broken = lexiconWith('broken', (lexicon) => {
      lexicon.languages.en.terms['event/hidden'] = { forms: ['born in 1988'], weight: 5 };
      lexicon.languages.en.terms['event/twice'] = { forms: ['zzyz*', 'zzyzx'], weight: 5 };
      lexicon.languages.en.terms['event/common'] = { forms: ['the'], weight: 1 };
    });
    const { failed, found } = await check({ lexicon: broken });
    expect(failed).toMatchObject({ message: expect.stringContaining('rules to mend') });
    expect(found).toEqual(
      expect.arrayContaining(['unreachable en/event/hidden', 'swallowed en/event/twice', 'too-common en/event/common']),
    );
  });

  it('says of two forms that find the same that one is too much, and of a form that finds less', async () => {
    const lexicon = smallLexiconWith('forms', (own) => {
      const terms = own.languages.en.terms;
      for (const key of Object.keys(terms)) delete terms[key];
      terms['event/same'] = { forms: ['Zoë zoo', 'zoe zoo', 'other'] };
      terms['event/phrase'] = { forms: ['mass* grave*', 'massive graves', 'mass grave', 'mass of graves'] };
      terms['event/ends'] = { forms: ['*zyx', 'azyx', 'zyx*', '*a-zyx'] };
      terms['event/short'] = { forms: ['long zyxwv'], shortForms: ['zyxwv', 'long zyxw*', 'long zyxwv'] };
    });
    const { problems } = await check({ lexicon });
    const swallowed = problems.filter(({ ruleId }: { ruleId: string }) => ruleId.startsWith('en/'));
    expect(swallowed.map(({ ruleId, form, message }: Record<string, string>) => [ruleId, form, message])).toEqual([
      ['en/event/same', 'zoe zoo', '"Zoë zoo" finds it already'],
      ['en/event/phrase', 'massive graves', '"mass* grave*" finds it already'],
      ['en/event/phrase', 'mass grave', '"mass* grave*" finds it already'],
      ['en/event/ends', 'azyx', '"*zyx" finds it already'],
      ['en/event/short', 'long zyxwv', '"long zyxwv" finds it already'],
    ]);
  });

  it('keeps a form that is also written as one word, or with prefixes that the one beside it does not take', async () => {
    const lexicon = smallLexiconWith('affixes', (own) => {
      const terms = own.languages.en.terms;
      for (const key of Object.keys(terms)) delete terms[key];
      terms['event/joined'] = { forms: ['خان* پدر*', 'خانه پدری', 'خانهپدری'] };
      terms['event/stem'] = { forms: ['مر*', 'مرگ'] };
    });
    const { problems } = await check({ lexicon });
    const swallowed = problems.filter(({ ruleId }: { ruleId: string }) => ruleId.startsWith('en/'));
    expect(swallowed.map(({ form, message }: Record<string, string>) => [form, message])).toEqual([
      ['خانهپدری', '"خانه پدری" finds it already'],
    ]);
  });

  it('names what a rule asks for and nothing has', async () => {
    const lexicon = smallLexiconWith('names', (own) => {
      own.languages.en.terms['event/locked'] = {
        forms: ['zyxwv zyx'],
        shortForms: ['zyxwv'],
        unlockedBy: ['en/cue/nothing'],
      };
      delete own.languages.en.terms['grave/gamma'];
    });
    const { problems } = await check({ lexicon });
    const messages = problems.map(({ message }: { message: string }) => message);
    expect(messages).toEqual(
      expect.arrayContaining([
        'there is no term en/cue/nothing that could unlock it',
        expect.stringMatching(/^no term has the role grave$/),
      ]),
    );
  });

  it('names a term whose words another one with weight counts already', async () => {
    const lexicon = smallLexiconWith('doubles', (own) => {
      const terms = own.languages.en.terms;
      terms['event/again'] = { forms: ['alpha'], weight: 3 };
      terms['grave/alpha'] = { forms: ['alpha'], weight: 3 };
      terms['event/alpha-cue'] = { forms: ['alpha'] };
      terms['event/wider'] = { forms: ['bet*', 'delta'], weight: 1 };
    });
    const { problems } = await check({ lexicon });
    const doubles = problems.filter(({ message }: { message: string }) => message.includes('count twice'));
    expect(doubles.map(({ ruleId, message }: Record<string, string>) => [ruleId, message])).toEqual([
      ['en/event/beta', 'en/event/wider finds all its forms, too: their words count twice'],
      ['en/event/again', 'en/event/alpha finds all its forms, too: their words count twice'],
    ]);
  });

  it('names weights of the judgement that nothing in a text has', async () => {
    const lexicon = smallLexiconWith('signs', (own) => {
      const relevance = { 'title event': 1, 'both event+grave': 1, share: 1, 'prominence lead': 1 };
      const mistyped = { 'titel event': 1, 'text grvae': 1, 'both grave+event': 1, 'prominence led': 1 };
      own.judgement = {
        relevance: { base: 0, weights: { ...relevance, ...mistyped } },
        themes: { evidence: { base: 0, weights: { 'words grave/gamma': 1, 'any denial': 1, 'words grave/gone': 1 } } },
      };
    });
    const { failed, problems } = await check({ lexicon });
    const unused = problems.filter(({ message }: { message: string }) => message.startsWith('nothing has this name'));
    expect(unused.map(({ ruleId, form }: Record<string, string>) => [ruleId, form])).toEqual([
      ['judgement/relevance', 'titel event'],
      ['judgement/relevance', 'text grvae'],
      ['judgement/relevance', 'both grave+event'],
      ['judgement/relevance', 'prominence led'],
      ['judgement/evidence', 'words grave/gone'],
    ]);
    expect(failed).toMatchObject({ message: expect.stringContaining('rules to mend') });
  });

  it('holds a term of every language against all texts, one of a language against its own, and says where they are too few', async () => {
    const lexicon = smallLexiconWith('frequent', (own) => {
      own.languages.any.terms['event/gilan'] = { forms: ['Gilan'], weight: 1, impliesIran: true };
      own.languages.en.terms['event/rice'] = { forms: ['Rice grows'], weight: 1 };
    });
    const both = async (gold: string) => {
      const { found, tooFewTexts } = await check({ lexicon, gold });
      return [found.filter((one: string) => one.startsWith('too-common')), tooFewTexts.en];
    };
    expect(await both(rice(10, 'en'))).toEqual([['too-common any/event/gilan', 'too-common en/event/rice'], undefined]);
    expect(await both(rice(9, 'en'))).toEqual([[], 9]);
    expect(await both(rice(10, 'fr'))).toEqual([['too-common any/event/gilan'], 0]);
  });

  it('looks at the off-topic texts of the archive where that is said', async () => {
    const lexicon = smallLexiconWith('archived', (own) => {
      own.languages.any.terms['event/gilan'] = { forms: ['Gilan'], weight: 1, impliesIran: true };
    });
    const items = Array.from({ length: 6 }, (_, id) => ({
      articleId: String(id),
      articleKey: 'a',
      outcome: 'off-topic',
    }));
    const needs = {
      itemScan: {
        async *pages() {
          yield { items: items as never, looked: 6 };
        },
      },
      pageArchive: { getArticle: async () => ({ ...RICE, language: 'en' }) as Article },
    };
    const { found, offTopicTexts, tooFewTexts } = await check({ lexicon, gold: rice(4, 'en'), since: '30d' }, needs);
    expect([found.includes('too-common any/event/gilan'), offTopicTexts, tooFewTexts.en]).toEqual([
      true,
      10,
      undefined,
    ]);
  });
});
