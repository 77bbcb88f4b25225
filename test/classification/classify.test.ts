import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Classification } from '../../lib/classification/classification.ts';
import { classify } from '../../lib/classification/classify.ts';
import { compileLexicon } from '../../lib/classification/compile-lexicon.ts';
import { readLexicon } from '../../lib/classification/lexicon.ts';

const lexicon = compileLexicon(readLexicon());
const Case = z.strictObject({
  name: z.string(),
  language: z.string(),
  title: z.string(),
  text: z.string(),
  themes: z.array(z.string()).optional(),
  rule: z.string().optional(),
  isRelevant: z.boolean().optional(),
});
const cases = (file: string) =>
  z.array(Case).parse(JSON.parse(readFileSync(`test/fixtures/classification/${file}.json`, 'utf8')));

/** A theme of these stands in half a sentence, and is not said. */
const LESS: ReadonlySet<string> = new Set([
  'English feature with a slow opening',
  'English court report',
  'Persian commemoration',
  'German interview',
  'Danish brief',
  'Finnish brief',
]);

describe('classify', () => {
  it.each(cases('relevant'))('finds relevant: $name', ({ title, text, language }) => {
    expect(classify({ title, text, language }, lexicon).relevance).toBe('relevant');
  });

  it.each(cases('relevant').filter(({ name }) => !LESS.has(name)))(
    'gives its themes: $name',
    ({ themes = [], ...text }) => {
      const said: string[] = classify(text, lexicon).themes;
      expect(themes.filter((theme) => !said.includes(theme))).toEqual([]);
    },
  );

  it('gives the texts that name several themes most shortly half of them', () => {
    const labelled = cases('relevant')
      .filter(({ name }) => LESS.has(name))
      .flatMap(({ themes = [], ...text }) => {
        const said: string[] = classify(text, lexicon).themes;
        return themes.map((theme) => said.includes(theme));
      });
    expect(labelled.filter(Boolean).length / labelled.length).toBeGreaterThanOrEqual(0.5);
  });

  it.each(cases('relevant'))('finds relevant without being told the language: $name', ({ title, text, language }) => {
    const { relevance, language: detected } = classify({ title, text }, lexicon);
    expect({ relevance, language: detected }).toEqual({ relevance: 'relevant', language });
  });

  it.each(cases('passing-mention'))('keeps apart as a passing mention: $name', ({ title, text, language }) => {
    expect(classify({ title, text, language }, lexicon).relevance).toBe('passing-mention');
  });

  it.each(cases('off-topic'))('is not taken in by $name', ({ title, text, language, rule }) => {
    const { relevance, themes, matches } = classify({ title, text, language }, lexicon);
    expect({ relevance, themes }).toEqual({ relevance: 'off-topic', themes: [] });
    if (rule) expect(matches.filter(({ points }) => points < 0).map(({ ruleId }) => ruleId)).toContain(rule);
  });

  it.each(cases('briefs'))('tells apart short reports: $name', ({ title, text, language, isRelevant }) => {
    expect(classify({ title, text, language }, lexicon).relevance === 'relevant').toBe(isRelevant);
  });

  it.each([...cases('relevant'), ...cases('passing-mention'), ...cases('off-topic')])(
    'explains every point: $name',
    (given) => {
      const result = classify({ title: given.title, text: given.text, language: given.language }, lexicon);
      const { matches, score, themes } = Classification.parse(result);
      const sum = matches.reduce((total, { points }) => total + points, 0);
      expect(Math.round(sum * 10) / 10).toBe(score);
      for (const match of matches.filter(({ ruleId }) => !ruleId.startsWith('built-in/'))) {
        const field = match.field === 'title' ? given.title : given.text;
        expect(field.slice(match.start, match.end)).toBe(match.words);
      }
      expect(themes.filter((theme) => !matches.some((match) => match.themes.includes(theme)))).toEqual([]);
    },
  );
});
