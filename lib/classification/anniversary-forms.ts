import { numberForms } from './number-forms.ts';

/** How a language writes a number and its anniversary as one word, "#" for the number; a star stands for any ending. */
const COMPOUNDS: Readonly<Record<string, { named?: string; before?: string }>> = {
  de: { before: '#jährig*' },
  nl: { before: '#jarig*' },
  sv: { named: '#årsdag*|#årsminne*|#årsjubile*|#årsmarkering*', before: '#årig*' },
  no: { named: '#årsdag*|#årsminne*|#årsjubile*|#årsmarkering*', before: '#årig*' },
  da: { named: '#årsdag*|#årsminde*|#årsjubilæ*|#årsmarkering*', before: '#årig*' },
  fi: { named: '#vuotispäiv*|#vuotisjuhl*|#vuotismuist*' },
  ru: { named: '#летие|#летия|#летию|#летием|#летии', before: '#летн*' },
};
const MOST_YEARS = 60;
const RUSSIAN_UNITS =
  'одно двух трех|трёх четырех|четырёх пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати';
const RUSSIAN_TENS = 'двадцати тридцати сорока пятидесяти шестидесяти';

/**
 * Compounds for one to sixty years: trettioårsdagen names the anniversary itself, dreißigjähriges wants a noun
 * after it. None for a language that writes them apart.
 */
export function anniversaryForms(language: string): { form: string; kind: string; value: number }[] {
  const { named, before } = COMPOUNDS[language] ?? {};
  const patterns = [
    ...(named?.split('|') ?? []).map((pattern) => ({ pattern, own: 'anniversary-compound' })),
    ...(before?.split('|') ?? []).map((pattern) => ({ pattern, own: 'years-compound' })),
  ];
  if (patterns.length === 0) return [];
  const numbers = language === 'ru' ? russianGenitives() : spelledTogether(language);
  return numbers.flatMap(({ form, value }) =>
    patterns.flatMap(({ pattern, own }) =>
      ['ordinal-number', own].map((kind) => ({ form: pattern.replace('#', form), kind, value })),
    ),
  );
}

function spelledTogether(language: string): { form: string; value: number }[] {
  return numberForms(language).filter(
    ({ form, value, isOrdinal }) => !isOrdinal && value <= MOST_YEARS && Number.isInteger(value) && !form.includes(' '),
  );
}

function russianGenitives(): { form: string; value: number }[] {
  const listed = (words: string, numberAt: (index: number) => number) =>
    words.split(' ').flatMap((forms, index) => forms.split('|').map((form) => ({ form, value: numberAt(index) })));
  const units = listed(RUSSIAN_UNITS, (index) => index + 1);
  const tens = listed(RUSSIAN_TENS, (index) => (index + 2) * 10);
  const pairs = tens.flatMap((ten) =>
    units
      .filter(({ value }) => value < 10)
      .map((unit) => ({ form: ten.form + unit.form, value: ten.value + unit.value })),
  );
  return [...units, ...tens, ...pairs].filter(({ value }) => value <= MOST_YEARS);
}
