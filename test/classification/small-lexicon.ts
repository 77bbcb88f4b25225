import { type Lexicon, parseLexicon } from '../../lib/classification/lexicon.ts';

/**
 * A lexicon of a handful of words, in which a text's points are plain to see: alpha 3, beta 2, rumour −4, relevant from 6,
 * the same in title and text. Beside alpha, gamma is 2 more.
 */
export function smallLexicon(changes: Partial<Lexicon['thresholds']> = {}): Lexicon {
  const any = { 'iran/iran': { forms: ['Iran'], impliesIran: true } };
  const en = {
    'event/alpha': { forms: ['alpha'], weight: 3 },
    'event/beta': { forms: ['beta'], weight: 2 },
    'grave/gamma': { forms: ['gamma'] },
  };
  return parseLexicon({
    version: 'small',
    // No sentence is on a subject, and nothing is said of the text as a whole: the points alone decide.
    thresholds: { relevant: 6, mention: 1, subjectSentence: 99, ...changes },
    factors: { title: 1, lead: 1 },
    caps: { sentence: 100, occurrences: 9 },
    pairs: { 'alpha-gamma': { roles: ['event', 'grave'], within: 5, weight: 2 } },
    confusables: { rumour: { forms: ['rumour'], weight: -4 } },
    languages: { any: { terms: any }, en: { terms: en } },
  });
}
