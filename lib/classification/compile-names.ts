import { AGE_WORDS, CENTURY_WORDS } from './age-words.ts';
import { anniversaryForms } from './anniversary-forms.ts';
import { COUNTED_WORDS } from './counted-words.ts';
import { buildCueFinder, type CueFinder, type CueForm } from './cue-finder.ts';
import { DENIAL_WORDS } from './denial-words.ts';
import { EVENT_WORDS, MONTHS, PERSIAN_MONTHS } from './event-words.ts';
import { FIGURE_WORDS } from './figure-words.ts';
import type { Names } from './names.ts';
import { hundredForms, numberForms } from './number-forms.ts';
import { type FactWords, ORDINAL_WORDS } from './ordinal-words.ts';
import { HEDGES, WORDING_WORDS } from './report-words.ts';
import { ROUND_WORDS } from './round-words.ts';
import { SEASON_WORDS } from './season-words.ts';
import { SPEAKER_WORDS } from './speaker-words.ts';
import { SPEECH_WORDS } from './speech-words.ts';
import { SUBJECT_WORDS } from './subject-words.ts';
import { TERM_WORDS } from './term-words.ts';
import { UNIT_WORDS } from './unit-words.ts';
import { VAGUE_WORDS } from './vague-words.ts';

export interface CompiledNames {
  version: string;
  /** Finds names and the words of facts; compiled when a language is first asked for. */
  finder(language: string): CueFinder;
  /** The name shown to readers. */
  nameOf(id: string): string;
}

/** Languages whose words of facts are known; in others only digits, years and names are read. */
const KNOWN = new Set(Object.keys(MONTHS).concat('fi', 'pl'));

export function compileNames(names: Names): CompiledNames {
  const finders = new Map<string, CueFinder>();
  const shown = new Map(
    [...Object.entries(names.people), ...Object.entries(names.organisations)].map(([id, { name }]) => [id, name]),
  );
  return {
    version: names.version,
    finder(language) {
      const known = KNOWN.has(language) ? language : 'und';
      const built = finders.get(known);
      if (built) return built;
      const fresh = buildCueFinder([...formsOfNames(names), ...formsOfWords(known)]);
      finders.set(known, fresh);
      return fresh;
    },
    nameOf: (id) => shown.get(id) ?? id,
  };
}

/** Two to six capitals: UN is a name, the French article un is none. */
const ACRONYM = /^\p{Lu}(?:\.?\p{L}?){1,5}\p{Lu}\.?$/u;

/** A form that the register spells without a capital is a common noun: it needs none in the text. */
function kindOfForm(form: string, kind: string): string {
  if (ACRONYM.test(form)) return 'acronym';
  return /^\p{Ll}/u.test(form) ? `${kind}-common` : kind;
}

function formsOfNames({ people, organisations, places }: Names): CueForm[] {
  const groups = { person: people, organisation: organisations };
  return [
    ...Object.entries(groups).flatMap(([kind, group]) =>
      Object.entries(group).flatMap(([id, { forms, shortForms }]) => [
        ...forms.map((form) => ({
          form,
          kind: kindOfForm(form, kind),
          value: id,
          ruleId: `names/${id}`,
        })),
        ...shortForms.map((form) => ({ form, kind: `${kind}-short`, value: id, ruleId: `names/${id}` })),
      ]),
    ),
    ...Object.entries(places).flatMap(([id, forms]) =>
      forms.map((form) => ({ form, kind: 'place', value: id, ruleId: `places/${id}` })),
    ),
  ];
}

function formsOfWords(language: string): CueForm[] {
  const groups: FactWords[] = [
    ...[ORDINAL_WORDS, TERM_WORDS, SEASON_WORDS, AGE_WORDS, SUBJECT_WORDS, VAGUE_WORDS, FIGURE_WORDS],
    ...[COUNTED_WORDS, SPEECH_WORDS, SPEAKER_WORDS, DENIAL_WORDS],
  ];
  return [
    ...groups.flatMap((group) => formsOfGroup(group, language, (kind) => ({ kind, value: kind }))),
    ...formsOfGroup(UNIT_WORDS, language, (value) => ({ kind: 'unit', value })),
    ...formsOfGroup(WORDING_WORDS, language, (value) => ({ kind: 'wording', value })),
    ...formsOfGroup({ hedge: HEDGES }, language, (kind) => ({ kind, value: kind })),
    ...formsOfGroup(EVENT_WORDS, language, (value) => ({ kind: 'event', value })),
    ...formsOfMonths(language),
    ...formsOfValues(ROUND_WORDS[language], 'round-number', language),
    ...formsOfValues(CENTURY_WORDS[language], 'century-share', language),
    ...numberForms(language).map(({ form, value, isOrdinal }) => {
      const kind = isOrdinal ? 'ordinal-number' : 'number';
      return { form, kind, value, ruleId: `${language}/${kind}` };
    }),
    ...[...anniversaryForms(language), ...hundredForms(language)].map((form) => ({
      ...form,
      ruleId: `${language}/${form.kind}`,
    })),
  ];
}

function formsOfGroup(
  group: FactWords,
  language: string,
  cueOf: (key: string) => Pick<CueForm, 'kind' | 'value'>,
): CueForm[] {
  return Object.entries(group).flatMap(([key, byLanguage]) =>
    ['any', language].flatMap((name) =>
      (byLanguage[name]?.split('|') ?? []).map((form) => ({ form, ...cueOf(key), ruleId: `${name}/${key}` })),
    ),
  );
}

/** Words that stand for a number each. */
function formsOfValues(words: Readonly<Record<number, string>> | undefined, kind: string, language: string): CueForm[] {
  return Object.entries(words ?? {}).flatMap(([value, forms]) =>
    forms.split('|').map((form) => ({ form, kind, value: Number(value), ruleId: `${language}/${kind}` })),
  );
}

function formsOfMonths(language: string): CueForm[] {
  const months = (list: string, kind: string, name: string) =>
    list
      .split(' ')
      .flatMap((forms, index) =>
        forms.split('|').map((form) => ({ form, kind, value: index + 1, ruleId: `${name}/${kind}` })),
      );
  const own = MONTHS[language];
  return [
    ...(own ? months(own, 'month', language) : []),
    ...(language === 'fa' ? months(PERSIAN_MONTHS, 'persian-month', 'fa') : []),
  ];
}
