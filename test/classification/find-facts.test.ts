import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileNames } from '../../lib/classification/compile-names.ts';
import { Facts } from '../../lib/classification/facts.ts';
import { findFacts } from '../../lib/classification/find-facts.ts';
import { readNames } from '../../lib/classification/names.ts';

const names = compileNames(readNames());
const LANGUAGES = ['en', 'fr', 'de', 'sv', 'no', 'da', 'es', 'it', 'nl', 'tr', 'ru', 'fa', 'ar', 'fi', 'xx'];
const PIECES = [
  'Iran ',
  '1988 ',
  '30th anniversary of the ',
  'massacre ',
  'over 30,000 political prisoners ',
  'ذكرى ',
  'قتل‌عام ',
  '۳۰هزار زندانی ',
  '“',
  '”',
  '‘',
  '’',
  '«',
  '»',
  '„',
  '"',
  '\n',
  '\n\n',
  '. ',
  ', ',
  'said ',
  'Maryam Rajavi ',
  'JVMI ',
  'between ',
  '5,000 and ',
  '\uD83D\uDE00',
  '\uD83D',
  'ﷺ',
  'e\u0301',
  '30 ',
  'years ',
  'ago ',
];

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
);

describe('findFacts', () => {
  it('never throws, keeps to its record, and every span holds its words', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom(...LANGUAGES), (title, text, language) => {
        const facts = Facts.parse(findFacts({ title, text, language, publishedAt: '2026-08-01T00:00:00Z' }, names));
        const { ordinals, figures, wordings, quotations, events } = facts;
        for (const fact of [...ordinals, ...figures, ...wordings, ...quotations, ...facts.names, ...events]) {
          const field = fact.field === 'title' ? title : text;
          expect(field.slice(fact.start, fact.end)).toBe(fact.words);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('finds nothing in an empty text', () => {
    expect(findFacts({ title: '', text: '' }, names)).toEqual({
      schemaVersion: 1,
      namesVersion: names.version,
      ordinals: [],
      figures: [],
      wordings: [],
      quotations: [],
      names: [],
      events: [],
    });
  });

  it('keeps at most twenty of each kind', () => {
    const line = (n: number) =>
      `“In 1988 Iran executed ${3000 + n * 7} prisoners in massacre ${n}, on the ${n}th anniversary.”\n`;
    const text = Array.from({ length: 60 }, (_, n) => line(n + 5)).join('');
    const facts = findFacts({ title: '', text, language: 'en' }, names);
    expect([facts.ordinals.length, facts.figures.length, facts.quotations.length]).toEqual([20, 20, 20]);
  });

  it.each([
    ['ordinals', 'the 30th anniversary of the 1988 massacre in Iran, '],
    ['figures', 'Iran executed over 30,000 prisoners or 5,000 in 1988; '],
    ['words that number nothing', 'thousands hundreds dozens '],
    ['opened quotations', '“ ‘ « " \n'],
    ['quotations with speakers', '“We want justice for them now,” said Maryam Rajavi. '],
    ['one paragraph of quotations', '«we want justice for them now» '],
    ['names', 'Khomeini Rajavi PMOI '],
    ['digits', '1 2 3 4 5 6 7 8 9 '],
    ['grouped digits', '123,456 '],
    ['dashes', '1-2-3-4-'],
  ])('takes at most in step longer for a longer text of %s', (_, piece) => {
    const cost = (chars: number) => {
      const text = piece.repeat(Math.ceil(chars / piece.length));
      const runs = Array.from({ length: 4 }, () => {
        const before = process.cpuUsage();
        findFacts({ title: '', text, language: 'en' }, names);
        const { user, system } = process.cpuUsage(before);
        return user + system;
      });
      return Math.min(...runs);
    };
    cost(100_000);
    expect(cost(160_000)).toBeLessThan(4 * 2.5 * cost(40_000));
  });
});

const SHARED = '../shared';

describe.skipIf(!existsSync(`${SHARED}/seeds`))('the seed articles', () => {
  it.each([
    ['000_f93ee208f8da933f.txt', 30, 'thousands'],
    ['002_29bd115934059671.txt', 31, 'over 30,000'],
  ])('%s: ordinal %i, one figure', (file, ordinal, words) => {
    const [title = '', ...lines] = readFileSync(`${SHARED}/seeds/${file}`, 'utf8').trimStart().split('\n');
    const facts = findFacts({ title, text: lines.join('\n') }, names);
    expect([facts.ordinal, facts.figures.map((figure) => figure.words)]).toEqual([ordinal, [words]]);
  });
});

const REPORTS = `${SHARED}/classification/dev.jsonl`;

describe.skipIf(!existsSync(REPORTS))('the labelled reports', () => {
  const lines = existsSync(REPORTS) ? readFileSync(REPORTS, 'utf8').split('\n').filter(Boolean) : [];
  const reports = lines.map((line) => JSON.parse(line));
  const factsOf = (report: { title: string; text: string; lang: string }) =>
    findFacts({ ...report, language: report.lang }, names);

  it('get their ordinal in nine of ten', () => {
    const labelled = reports.filter(({ ordinal }) => ordinal !== null);
    const right = labelled.filter((report) => factsOf(report).ordinal === report.ordinal);
    expect(right.length / labelled.length).toBeGreaterThanOrEqual(0.9);
  });

  it('get none where the label has none', () => {
    const made = reports.filter((report) => report.ordinal === null && factsOf(report).ordinal !== undefined);
    expect(made.map(({ id }) => id)).toEqual([]);
  });

  it('get their figure in nine of ten where the text holds it', () => {
    const fold = (words: string) => words.toLowerCase();
    const numbersOf = (label: string) => label.split(';').map((part) => part.replace(/\(.*?\)|namentlich/g, '').trim());
    const labelled = reports.filter(({ victimFigure }) => victimFigure !== null);
    const stated = labelled.filter(({ victimFigure, text }) =>
      numbersOf(victimFigure).every((number) => fold(text).includes(fold(number.replace(/^zwischen |^mellom /, '')))),
    );
    const right = stated.filter((report) => {
      const words = factsOf(report).figures.map((figure) => fold(figure.words));
      return numbersOf(report.victimFigure).every((number) => words.some((found) => found.includes(fold(number))));
    });
    expect(stated.length).toBeGreaterThan(20);
    expect(right.length / stated.length).toBeGreaterThanOrEqual(0.9);
  });
});
