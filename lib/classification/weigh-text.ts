import { detectLanguage } from '../articles/detect-language.ts';
import type { ClassifiableText, Match } from './classification.ts';
import type { CompiledLanguage, CompiledLexicon, CompiledTerm } from './compile-lexicon.ts';
import { type Evidence, findEvidence, type ReadField } from './find-evidence.ts';
import { findTerms, type TermHit } from './find-terms.ts';
import { foldText } from './fold-text.ts';
import { type Focus, measureFocus } from './measure-focus.ts';
import { splitSentences } from './split-sentences.ts';
import { type WeighedEvidence, weighEvidence } from './weigh-evidence.ts';

/** A text with all that speaks for and against it, before it is judged. */
export interface WeighedText {
  /** The language whose terms were used, "und" when only names and years were. */
  language: string;
  fields: Readonly<Record<Match['field'], ReadField>>;
  evidence: readonly WeighedEvidence[];
  focus: Focus;
  /** Iran is named, or what is told happened nowhere else. */
  isAboutIran: boolean;
  /** Iran is not named. */
  isPlaceImplied: boolean;
}

/** Any of these says that a text is about Iran. */
const PLACES_IN_IRAN: ReadonlySet<CompiledTerm['role']> = new Set(['iran', 'noury', 'montazeri', 'official', 'mek']);

export function weighText(input: ClassifiableText, lexicon: CompiledLexicon): WeighedText {
  const detected = detectLanguage(`${input.title}\n${input.text}`, input.language);
  const language = lexicon.knows(detected) ? detected : 'und';
  const terms = lexicon.language(language);
  const fields = readFields(input, terms);
  const found = [
    ...findEvidence(fields.title, lexicon.pairs),
    ...findEvidence(fields.text, lexicon.pairs, fields.title),
  ];
  const tells = (isSo: (term: CompiledTerm) => boolean) => hasTerm(fields.title, isSo) || hasTerm(fields.text, isSo);
  const isNamed = terms.impliesIran || tells(namesIran);
  const isPlaceImplied = !isNamed && (tells(({ impliesIran }) => impliesIran) || namesKillingsOfPrisoners(found));
  const isAboutIran = isNamed || isPlaceImplied;
  const focus = measureFocus(fields, isAboutIran ? found : [], lexicon.thresholds.subjectSentence);
  const evidence = weighEvidence(found, fields, lexicon, isAboutIran, focus.prominence);
  return { language, fields, evidence, focus, isAboutIran, isPlaceImplied };
}

/** Words of these roles that are of any country: a prosecutor, a successor, a court of Stockholm. After the language. */
const ANYWHERE: ReadonlySet<string> = new Set(['official/offices', 'montazeri/heir', 'noury/trial']);
const isAnywhere = ({ ruleId }: CompiledTerm) => ANYWHERE.has(ruleId.slice(ruleId.indexOf('/') + 1));

/** "The death commission" is of Iran as a rule; elsewhere they have some, too. */
const namesIran = (term: CompiledTerm) =>
  (PLACES_IN_IRAN.has(term.role) && !isAnywhere(term)) || (term.impliesIran && term.role !== 'event');

/** Menus and links to other stories say nothing about this one. */
function hasTerm({ hits, sentences }: ReadField, isSo: (term: CompiledTerm) => boolean): boolean {
  let sentence = 0;
  return hits.some(({ term, firstWord }) => {
    while (sentence + 1 < sentences.length && firstWord >= (sentences[sentence]?.endWord ?? 0)) sentence += 1;
    return isSo(term) && sentences[sentence]?.kind === 'sentence';
  });
}

/** What a text about prisoners tells of. */
const OF_PRISONS: ReadonlySet<Evidence['role']> = new Set(['captive', 'ward', 'rite', 'tape', 'order']);
/** Terms of other countries; from Sweden the country of the court is named, too. */
const ELSEWHERE: ReadonlySet<string> = new Set(['any/cue/elsewhere', 'any/cue/sweden']);

/** "The 1988 massacre" and a prison, or "hanged in 1988": a section on Iran need not name the country again. */
function namesKillingsOfPrisoners(found: readonly Evidence[]): boolean {
  const isOther = found.some(({ weight, ruleId }) => weight < 0 || ELSEWHERE.has(ruleId));
  return (
    !isOther &&
    found.some(({ role }) => OF_PRISONS.has(role)) &&
    found.some(({ role, weight, ruleId }) => (role === 'event' && weight >= 4) || ruleId === 'pairs/year-killing')
  );
}

/** A name that stands in full in one field is known in the other, too. */
function readFields({ title, text }: ClassifiableText, language: CompiledLanguage): Record<Match['field'], ReadField> {
  const [inTitle, inText] = [foldText(title), foldText(text)];
  const namesIn = (hits: readonly TermHit[]) => {
    let names: Set<string> | undefined;
    return (ruleId: string) => {
      // Asked for short forms only, which most texts and titles have none of.
      names ??= new Set(hits.map(({ term }) => term.ruleId));
      return names.has(ruleId);
    };
  };
  const hitsOfText = findTerms(inText, language, namesIn(findTerms(inTitle, language)));
  const hitsOfTitle = findTerms(inTitle, language, namesIn(hitsOfText));
  return {
    title: {
      field: 'title',
      original: title,
      text: inTitle,
      hits: hitsOfTitle,
      sentences: splitSentences(title, inTitle),
    },
    text: { field: 'text', original: text, text: inText, hits: hitsOfText, sentences: splitSentences(text, inText) },
  };
}
