import { classify } from './classify.ts';
import { compileLexicon } from './compile-lexicon.ts';
import { findTerms } from './find-terms.ts';
import { foldText } from './fold-text.ts';
import type { Lexicon } from './lexicon.ts';

export interface LexiconProblem {
  kind: 'unreachable' | 'swallowed' | 'too-common';
  /** For example "fa/event/koshtar-67". */
  ruleId: string;
  form: string;
  message: string;
}

export interface OffTopicText {
  title: string;
  text: string;
  language: string;
}

/** From this share of the off-topic texts of a language on a term with weight tells nothing. */
const MOST_OFF_TOPIC = 0.1;
/** Fewer texts of a language prove nothing. */
const LEAST_TEXTS = 10;

/**
 * What is wrong with a lexicon that its schema cannot see: forms that no text can match, forms that a shorter form of
 * the same term finds already, and terms with weight that fire on off-topic texts.
 */
export function checkLexicon(lexicon: Lexicon, offTopic: readonly OffTopicText[]): LexiconProblem[] {
  return [...checkForms(lexicon), ...checkFrequency(lexicon, offTopic)];
}

function checkForms(lexicon: Lexicon): LexiconProblem[] {
  const compiled = compileLexicon(lexicon);
  const problems: LexiconProblem[] = [];
  for (const language of Object.keys(lexicon.languages)) {
    const own = compiled.language(language);
    for (const [key, { forms, shortForms }] of Object.entries(lexicon.languages[language]?.terms ?? {})) {
      const ruleId = `${language}/${key}`;
      const all = [...forms, ...shortForms];
      const stems = new Map(all.map((form) => [form, stemOf(form)]));
      for (const form of all) {
        const sample = foldText(form.replaceAll('*', ''));
        const isFound =
          key.startsWith('mask/') || findTerms(sample, own, () => true).some(({ term }) => term.ruleId === ruleId);
        if (!isFound)
          problems.push({ kind: 'unreachable', ruleId, form, message: 'no text can match it: a mask hides it' });
        const swallower = all.find(
          (other) => other !== form && swallows(other, stems.get(other) ?? '', stems.get(form) ?? ''),
        );
        if (swallower) problems.push({ kind: 'swallowed', ruleId, form, message: `"${swallower}" finds it already` });
      }
    }
  }
  return problems;
}

/** A single word that begins another, and is open at its end. */
function swallows(form: string, stem: string, other: string): boolean {
  return (
    form.endsWith('*') && !form.startsWith('*') && stem !== '' && other.startsWith(stem) && !/\s/.test(stem + other)
  );
}

function stemOf(form: string): string {
  const { folded, words } = foldText(form.replaceAll('*', ''));
  return words.map(({ start, end }) => folded.slice(start, end)).join(' ');
}

function checkFrequency(lexicon: Lexicon, offTopic: readonly OffTopicText[]): LexiconProblem[] {
  const compiled = compileLexicon(lexicon);
  const weights = new Map<string, number>();
  for (const language of Object.keys(lexicon.languages)) {
    for (const [key, { weight }] of Object.entries(lexicon.languages[language]?.terms ?? {}))
      weights.set(`${language}/${key}`, weight);
  }
  const problems: LexiconProblem[] = [];
  for (const [language, texts] of Map.groupBy(offTopic, (text) => text.language)) {
    if (texts.length < LEAST_TEXTS) continue;
    const counts = new Map<string, number>();
    for (const text of texts) {
      const fired = classify(text, compiled)
        .matches.filter(({ points }) => points > 0)
        .map(({ ruleId }) => ruleId);
      for (const ruleId of new Set(fired)) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
    }
    for (const [ruleId, count] of counts) {
      if ((weights.get(ruleId) ?? 0) === 0 || count <= MOST_OFF_TOPIC * texts.length) continue;
      const message = `fires on ${count} of ${texts.length} off-topic texts in ${language}`;
      problems.push({ kind: 'too-common', ruleId, form: '', message });
    }
  }
  return problems;
}
