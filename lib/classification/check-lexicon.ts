import { checkSigns } from './check-signs.ts';
import { classify } from './classify.ts';
import { compileLexicon, phrasesOf } from './compile-lexicon.ts';
import { coversForm } from './covers-pattern.ts';
import { findTerms } from './find-terms.ts';
import { foldText } from './fold-text.ts';
import type { Lexicon } from './lexicon.ts';

interface LexiconProblem {
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

export interface LexiconCheck {
  problems: LexiconProblem[];
  /** Languages with terms of their own and too few off-topic texts, and how many they have. */
  tooFewTexts: Record<string, number>;
}

/** From this share of the off-topic texts of a language on a term with weight tells nothing. */
const MOST_OFF_TOPIC = 0.1;
/** Fewer texts of a language prove nothing. */
const LEAST_TEXTS = 10;

/**
 * What is wrong with a lexicon that its schema cannot see: forms that no text can match, rules that name what is not
 * there, forms that another form of the same term finds already, and terms with weight that fire on off-topic texts.
 */
export function checkLexicon(lexicon: Lexicon, offTopic: readonly OffTopicText[]): LexiconCheck {
  const byLanguage = Map.groupBy(offTopic, ({ language }) => language);
  const unused = checkSigns(lexicon).map(({ of, sign }) =>
    unreachable(of, sign, 'nothing has this name: its weight never counts'),
  );
  const languages = Object.keys(lexicon.languages).filter((language) => language !== 'any');
  const counts = languages.map((language) => [language, byLanguage.get(language)?.length ?? 0] as const);
  return {
    problems: [
      ...checkForms(lexicon),
      ...findDoubles(lexicon),
      ...checkNames(lexicon),
      ...unused,
      ...checkFrequency(lexicon, offTopic),
    ],
    tooFewTexts: Object.fromEntries(counts.filter(([, count]) => count < LEAST_TEXTS)),
  };
}

function checkForms(lexicon: Lexicon): LexiconProblem[] {
  const compiled = compileLexicon(lexicon);
  const problems: LexiconProblem[] = [];
  for (const language of Object.keys(lexicon.languages)) {
    const own = compiled.language(language);
    for (const [key, { forms, shortForms }] of Object.entries(lexicon.languages[language]?.terms ?? {})) {
      const ruleId = `${language}/${key}`;
      for (const form of [...forms, ...shortForms]) {
        const sample = foldText(form.replaceAll('*', '').replace(/\{(\d+)-\d+\}/, '$1'));
        const isFound =
          key.startsWith('mask/') || findTerms(sample, own, () => true).some(({ term }) => term.ruleId === ruleId);
        if (!isFound)
          problems.push({ kind: 'unreachable', ruleId, form, message: 'no text can match it: a mask hides it' });
      }
      const found = [...findSwallowed(forms, []), ...findSwallowed(shortForms, forms)];
      for (const { form, by } of found)
        problems.push({ kind: 'swallowed', ruleId, form, message: `"${by}" finds it already` });
    }
  }
  return problems;
}

/** A form is found by another that counts at least as much; of two that find the same the first one stays. */
function findSwallowed(forms: readonly string[], stronger: readonly string[]): { form: string; by: string }[] {
  const phrases = new Map([...stronger, ...forms].map((form) => [form, phrasesOf(form)]));
  const covers = (one: string, other: string) => coversForm(phrases.get(one) ?? [], phrases.get(other) ?? []);
  return forms.flatMap((form, place) => {
    const by = [...stronger, ...forms].find((other, index) => {
      if (!covers(other, form)) return false;
      const isSame = covers(form, other);
      return !isSame || index < stronger.length + place;
    });
    return by === undefined ? [] : [{ form, by }];
  });
}

/** Terms with weight whose every form another such term of the same part finds, too: the words count twice. */
function findDoubles(lexicon: Lexicon): LexiconProblem[] {
  return Object.entries(lexicon.languages).flatMap(([language, { terms }]) => {
    const weighty = Object.entries(terms)
      .filter(([, { weight }]) => weight > 0)
      .map(([key, { forms }]) => ({ key, role: key.split('/')[0], forms: forms.map(phrasesOf) }));
    return weighty.flatMap(({ key, role, forms }, place): LexiconProblem[] => {
      const other = weighty.find((one, at) => {
        if (at === place || one.role !== role) return false;
        const finds = (these: typeof forms, those: typeof forms) =>
          those.every((form) => these.some((candidate) => coversForm(candidate, form)));
        return finds(one.forms, forms) && (at < place || !finds(forms, one.forms));
      });
      if (!other) return [];
      const message = `${language}/${other.key} finds all its forms, too: their words count twice`;
      return [{ kind: 'swallowed', ruleId: `${language}/${key}`, form: '', message }];
    });
  });
}

/** Terms and roles that other rules name. */
function checkNames(lexicon: Lexicon): LexiconProblem[] {
  const terms = Object.keys(lexicon.languages).flatMap((language) =>
    Object.entries(lexicon.languages[language]?.terms ?? {}).map(([key, term]) => ({
      ruleId: `${language}/${key}`,
      term,
    })),
  );
  const known = new Set(terms.map(({ ruleId }) => ruleId));
  const roles = new Set(terms.map(({ ruleId }) => ruleId.split('/')[1]));
  const locked = terms.flatMap(({ ruleId, term }) =>
    term.unlockedBy
      .filter((name) => !known.has(name))
      .map((name): LexiconProblem => unreachable(ruleId, name, `there is no term ${name} that could unlock it`)),
  );
  const pairs = Object.entries(lexicon.pairs).flatMap(([name, pair]) =>
    pair.roles
      .filter((role) => !roles.has(role))
      .map((role) => unreachable(`pairs/${name}`, role, `no term has the role ${role}`)),
  );
  return [...locked, ...pairs];
}

const unreachable = (ruleId: string, form: string, message: string): LexiconProblem => ({
  kind: 'unreachable',
  ruleId,
  form,
  message,
});

/** Terms of every language are held against all texts, those of one against its own. */
function checkFrequency(lexicon: Lexicon, offTopic: readonly OffTopicText[]): LexiconProblem[] {
  const compiled = compileLexicon(lexicon);
  const weights = new Map<string, number>();
  for (const language of Object.keys(lexicon.languages)) {
    for (const [key, { weight }] of Object.entries(lexicon.languages[language]?.terms ?? {}))
      weights.set(`${language}/${key}`, weight);
  }
  const fired = offTopic.map((text) => {
    const matches = classify(text, compiled).matches.filter(({ points }) => points > 0);
    return { language: text.language, ruleIds: new Set(matches.map(({ ruleId }) => ruleId)) };
  });
  const byLanguage = Map.groupBy(fired, ({ language }) => language);
  return [...weights].flatMap(([ruleId, weight]): LexiconProblem[] => {
    const language = ruleId.slice(0, ruleId.indexOf('/'));
    const texts = language === 'any' ? fired : (byLanguage.get(language) ?? []);
    const count = texts.filter(({ ruleIds }) => ruleIds.has(ruleId)).length;
    if (weight === 0 || texts.length < LEAST_TEXTS || count <= MOST_OFF_TOPIC * texts.length) return [];
    const where = language === 'any' ? 'of all languages' : `in ${language}`;
    const message = `fires on ${count} of ${texts.length} off-topic texts ${where}`;
    return [{ kind: 'too-common', ruleId, form: '', message }];
  });
}
