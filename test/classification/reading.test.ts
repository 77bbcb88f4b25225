import { describe, expect, it } from 'vitest';
import { classify } from '../../lib/classification/classify.ts';
import { compileLexicon } from '../../lib/classification/compile-lexicon.ts';
import { readLexicon } from '../../lib/classification/lexicon.ts';

const lexicon = compileLexicon(readLexicon());
const judge = (title: string, text: string, language?: string) => classify({ title, text, language }, lexicon);

const BACKGROUND = 'In 1988 thousands of political prisoners were executed in Iran.';
/** A page about something else, 20 lines long. */
const OTHER = Array.from(
  { length: 20 },
  (_, i) =>
    `The ministry in Tehran published figure number ${i} on rice, wheat, water and electricity in the provinces.`,
);

describe('what the place of a match changes', () => {
  it('counts a title more than a sentence far below', () => {
    const text = [...OTHER, BACKGROUND].join('\n');
    const [above, below] = [judge(BACKGROUND, OTHER.join('\n'), 'en'), judge('Rice harvest', text, 'en')];
    const points = (result: typeof above) =>
      result.matches.find(({ ruleId }) => ruleId === 'pairs/year-killing')?.points;
    expect([points(above), points(below)]).toEqual([10, 5]);
  });

  it('keeps a long page with two background sentences a passing mention and says why', () => {
    const result = judge('Rice harvest', [...OTHER, BACKGROUND, 'The 1988 massacre is never taught.'].join('\n'), 'en');
    expect(result.relevance).toBe('passing-mention');
    expect(result.matches.at(-1)).toMatchObject({
      ruleId: 'built-in/whole-text',
      words: '2 of 22 sentences on the subject, 4 % of the text near them, named below the lead twice',
    });
    expect(result.score).toBeLessThan(result.threshold);
  });

  it('counts a repeated caption once', () => {
    const caption = 'Photo exhibition for the victims of the 1988 massacre in Iran.';
    const once = judge('Rice harvest', [...OTHER, caption].join('\n'), 'en');
    const often = judge('Rice harvest', [...OTHER, caption, caption, caption, caption].join('\n'), 'en');
    expect(often.score).toBe(once.score);
  });

  it('does not take a menu with a link to the subject for the text', () => {
    const menu = ['Home', 'News', '1988 Massacre', 'Iran Executions', '1988 massacre', 'Contact'];
    expect(judge('Rice harvest', [...menu, ...OTHER, ...menu].join('\n'), 'en').relevance).toBe('off-topic');
  });

  it('judges a text of one sentence repeated in both fields', () => {
    expect(judge(BACKGROUND, BACKGROUND, 'en').relevance).toBe('relevant');
  });

  it('caps each rule, so that one phrase cannot carry a text by repetition', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `Speaker ${i} recalled the 1988 massacre in Iran.`);
    const { matches } = judge('', lines.join('\n'), 'en');
    const points = matches.filter(({ ruleId }) => ruleId === 'en/event/1988-massacre').map((match) => match.points);
    expect([points.length, points.reduce((sum, each) => sum + each, 0)]).toEqual([30, 20]);
  });
});

describe('which language is used', () => {
  it('falls back on names and years in a language without terms, and says so', () => {
    const result = judge(
      'Hamid Noury condenado por massacre de 1988 no Irão',
      'Hamid Noury, Gohardasht, Irão, 1988: massacre.',
      'pt',
    );
    expect([result.language, result.relevance]).toEqual(['und', 'relevant']);
  });

  it('believes the script more than what the page declares', () => {
    expect(
      judge('سالگرد کشتار ۶۷', 'خانواده‌ها در خاوران گرد آمدند و یاد اعدام‌شدگان را گرامی داشتند.', 'en-US').language,
    ).toBe('fa');
  });

  it.each(['', '   \n\n ', '…', '😀'])('finds nothing in %j', (text) => {
    expect(judge(text, text)).toMatchObject({ relevance: 'off-topic', score: 0, matches: [], language: 'und' });
  });
});

describe('time', () => {
  const MEGABYTE = 2 ** 20;
  const worst: [string, string][] = [
    ['one letter', 'a'],
    ['one full stop', '.'],
    ['closing brackets after a stop', '.)'],
    ['stops and spaces', '. '],
    ['lines', '\n'],
    ['one-letter lines', 'a\n'],
    ['the subject again and again', '1988 massacre in Iran. '],
    ['pairs without an end', 'executed 1988 prisoners Iran '],
    ['the beginning of a phrase', 'justice for the '],
    ['Arabic letters that are prefixes', 'وال'],
    ['joiners', '\u200c'],
    ['combining marks', '\u0301'],
    ['a growing ligature', 'ﷺ'],
    ['masks', 'born in 1988 '],
    ['apostrophes', "s's "],
  ];

  it.each(worst)(
    'grows with the text and no faster: %s',
    (_what, piece) => {
      const text = (chars: number) => piece.repeat(Math.ceil(chars / piece.length));
      const cpuMilliseconds = (input: string) => {
        const start = process.cpuUsage();
        judge('', input, 'en');
        const { user, system } = process.cpuUsage(start);
        return (user + system) / 1000;
      };
      let [half, full] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      // The first runs compile the code and fill memory: what counts is the best of a few.
      for (let run = 0; run < 4 && !(full < 2.5 * half); run += 1) {
        half = Math.min(half, cpuMilliseconds(text(MEGABYTE / 2)));
        full = Math.min(full, cpuMilliseconds(text(MEGABYTE)));
      }
      // Below 50 ms the clock and the collector decide.
      expect(full / Math.max(half, 50)).toBeLessThan(2.5);
    },
    60_000,
  );
});
