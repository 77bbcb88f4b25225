import type { FactField } from './read-fact-field.ts';
import { tellsToll } from './tells-toll.ts';

/** Names that belong to the killings of 1988 alone, or nearly. */
const CASE_NAMES: ReadonlySet<string | number> = new Set(['hamid-noury', 'death-commission', 'jvmi', 'iran-tribunal']);
const IRANIAN_NAMES: ReadonlySet<string | number> = new Set([
  ...CASE_NAMES,
  'pmoi',
  'ncri',
  'ebrahim-raisi',
  'maryam-rajavi',
  'ruhollah-khomeini',
  'hossein-ali-montazeri',
  'mostafa-pourmohammadi',
  'hossein-ali-nayeri',
  'morteza-eshraghi',
]);

/**
 * Whether "the massacre" of this text is the one of 1988 in Iran. Year and country must both be there, or a name of the
 * case, or a massacre of prisoners in Iran, or a toll of thousands of them at no other time; beside another event's name the year alone is not enough.
 */
export function judgeFactSubject(fields: readonly FactField[], language: string): boolean {
  const says = (kind: string) => fields.some((field) => field.has(kind, 0, field.text.words.length));
  const names = new Set(
    fields.flatMap((field) =>
      ['person', 'organisation']
        .flatMap((kind) => field.find(kind, 0, field.text.words.length))
        .map(({ value }) => value),
    ),
  );
  const isIranian = language === 'fa' || says('iran') || [...IRANIAN_NAMES].some((name) => names.has(name));
  if (!isIranian) return false;
  const isCase = [...CASE_NAMES].some((name) => names.has(name)) || fields.some(namesMassacreOfPrisoners);
  if (isCase || (says('anchor') && (!says('other-event') || fields.some(namesPlaceOfKilling)))) return true;
  const isOther = says('other-event') && ![...IRANIAN_NAMES].some((name) => names.has(name));
  return !isOther && fields.some(namesPrisoners) && fields.some(tellsToll);
}

const PRISON_UNITS: ReadonlySet<string | number> = new Set(['prisoners', 'executed']);

function namesPrisoners(field: FactField): boolean {
  return field.find('unit', 0, field.text.words.length).some(({ value }) => PRISON_UNITS.has(value));
}

function namesMassacreOfPrisoners(field: FactField): boolean {
  return field
    .find('wording', 0, field.text.words.length)
    .some(
      ({ value, firstWord, lastWord }) =>
        (value === 'massacre' || value === 'mass-executions') &&
        field.find('unit', firstWord - 8, lastWord + 8).some((unit) => unit.value === 'prisoners'),
    );
}

/** Khavaran, Gohardasht. */
function namesPlaceOfKilling(field: FactField): boolean {
  return field
    .find('anchor', 0, field.text.words.length)
    .some(({ firstWord }) => !/[0-9]/.test(field.text.folded.charAt(field.text.words[firstWord]?.start ?? 0)));
}
