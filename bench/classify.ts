import lexiconJson from '../config/lexicon.json' with { type: 'json' };
import namesJson from '../config/names.json' with { type: 'json' };
import type { ClassifiableText } from '../lib/classification/classification.ts';
import { classify } from '../lib/classification/classify.ts';
import { type CompiledLexicon, compileLexicon } from '../lib/classification/compile-lexicon.ts';
import { compileNames } from '../lib/classification/compile-names.ts';
import { findFacts } from '../lib/classification/find-facts.ts';
import { parseLexicon } from '../lib/classification/lexicon.ts';
import { parseNames } from '../lib/classification/names.ts';
import { readGold } from '../lib/cli/read-gold.ts';
import { type BenchArticle, benchArticles, classifyContenders, WORDS } from './classify-contenders.ts';
import { measure } from './measure.ts';
import { measureApart } from './measure-apart.ts';

/**
 * Judging articles of 600 words: every term looked for one after another, against our one pass; then the same in fifteen
 * languages, and how the cost grows with the length of a text and with the lexicon.
 */
export async function benchClassify(): Promise<void> {
  const lexicon = compileLexicon(parseLexicon(lexiconJson));
  const names = compileNames(parseNames(namesJson));
  await measureApart('classify', 'classify-process.ts', Object.keys(classifyContenders), { warmUpRounds: 2 });
  await measure('labelled texts of fifteen languages, joined to articles of 600 words', goldArticles(), [
    { name: 'classify', run: (article) => classify(article, lexicon) },
    { name: 'the facts of a relevant one', run: (article) => findFacts(article, names) },
  ]);
  const [short, long] = [benchArticles(WORDS), benchArticles(4 * WORDS)];
  await measure('classify, one text of 2,400 words against four of 600', short, [
    {
      name: 'four of 600 words',
      run: (article) => {
        for (let i = 0; i < 4; i += 1) classify({ ...article, language: 'en' }, lexicon);
      },
    },
    { name: 'one of 2,400 words', run: ({ place }) => classify(textAt(long, place), lexicon) },
  ]);
  const [few, many] = [syntheticLexicon(500), syntheticLexicon(5000)];
  await measure('classify, lexicons of 500 and 5,000 terms', short, [
    { name: '500 terms', run: (article) => classify({ ...article, language: 'en' }, few) },
    { name: '5,000 terms', run: (article) => classify({ ...article, language: 'en' }, many) },
  ]);
}

/** English terms of made-up syllables, every fifth of two words, beside one that the texts have. */
function syntheticLexicon(count: number): CompiledLexicon {
  const syllables = [
    'ba',
    'cor',
    'den',
    'fi',
    'gral',
    'ho',
    'lin',
    'mor',
    'ne',
    'pra',
    'sul',
    'tan',
    'ver',
    'wes',
    'yo',
    'ter',
  ];
  const word = (seed: number) => [seed % 16, (seed >> 4) % 16, (seed >> 8) % 16, 3].map((at) => syllables[at]).join('');
  const terms = Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `cue/term-${i}`,
      { forms: [i % 5 === 0 ? `${word(i)} ${word(i * 7)}` : word(i)], weight: 0, themes: [] },
    ]),
  );
  const { any, en } = lexiconJson.languages;
  const small = {
    any: { terms: { 'year/1988': any.terms['year/1988'] } },
    en: { terms: { ...terms, 'family/kin': en.terms['family/kin'] } },
  };
  return compileLexicon(parseLexicon({ ...lexiconJson, confusables: {}, languages: small }));
}

function textAt(texts: readonly BenchArticle[], place: number): ClassifiableText {
  return { title: '', text: '', ...texts[place], language: 'en' };
}

/** The gold set's texts of each language one after another, cut into articles; nobody says what language they are in. */
function goldArticles(): ClassifiableText[] {
  const byLanguage = Map.groupBy(readGold(undefined), ({ lang }) => lang);
  return [...byLanguage].flatMap(([language, texts]) => {
    const words = texts.flatMap(({ title, text }) => `${title}\n${text}\n`.split(/(?<=\s)/));
    const count = Math.floor(words.length / WORDS);
    return Array.from({ length: count }, (_, place) => ({
      title: `${language} ${place}`,
      text: words.slice(place * WORDS, (place + 1) * WORDS).join(''),
    }));
  });
}
