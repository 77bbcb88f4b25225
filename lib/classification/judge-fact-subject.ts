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

/** Whose fame are the killings: beside their names a toll of thousands is theirs without a word for prisoners. */
const NAMES_OF_1988: ReadonlySet<string | number> = new Set([
  ...CASE_NAMES,
  'hossein-ali-montazeri',
  'mostafa-pourmohammadi',
  'hossein-ali-nayeri',
  'morteza-eshraghi',
]);

/**
 * Whether "the massacre" of this text is the one of 1988 in Iran. Year and country must both be there, or a name of the
 * case, or a massacre of prisoners in Iran, or a toll of thousands of them at no other time, with 1988 or Iran; beside
 * another event's name the year alone is not enough.
 */
export function judgeFactSubject(fields: readonly FactField[], language: string): boolean {
  const says = (kind: string) => fields.some((field) => field.has(kind, 0, field.text.words.length));
  const names = new Set(
    fields.flatMap((field) =>
      ['person', 'person-short', 'organisation']
        .flatMap((kind) => field.find(kind, 0, field.text.words.length))
        // Nouri alone may be anybody.
        .filter(({ kind, value }) => kind !== 'person-short' || !CASE_NAMES.has(value))
        .map(({ value }) => value),
    ),
  );
  const hasOneOf = (known: ReadonlySet<string | number>) => [...known].some((name) => names.has(name));
  const isOfIranians = hasOneOf(IRANIAN_NAMES);
  const isIranian = language === 'fa' || says('iran') || isOfIranians;
  const isOther = says('other-event') && !isOfIranians;
  const isAnchored = says('anchor');
  if (isIranian) {
    if (hasOneOf(CASE_NAMES) || fields.some(namesMassacreOfPrisoners)) return true;
    if (isAnchored && (!says('other-event') || fields.some(namesPlaceOfKilling))) return true;
  }
  if (isOther) return false;
  if (!isIranian) {
    if (isAnchored && fields.some(namesExecutedOf1988)) return true;
    const isMeant = isAnchored ? namesPrisonersIn : looksBackOnPrisoners;
    return fields.some((field) => tellsToll(field, isMeant));
  }
  const tells = fields.some((field) => tellsToll(field));
  return (
    tells && (hasOneOf(NAMES_OF_1988) || fields.some(namesPrisoners) || (isOfIranians && fields.some(namesVictims)))
  );
}

/** Exact years that a text looks back, as it does on the killings of 1988. */
const LEAST_YEARS = 26;
const MOST_YEARS = 60;
/** Words between the executed and the year. */
const NAME_REACH = 3;
const PRISON_UNITS: ReadonlySet<string | number> = new Set(['prisoners', 'executed']);

function namesPrisoners(field: FactField): boolean {
  return field.find('unit', 0, field.text.words.length).some(({ value }) => PRISON_UNITS.has(value));
}

/** "The executed of 1988", "som avrättades sommaren 1988". */
const namesExecutedOf1988 = (field: FactField): boolean =>
  field
    .find('anchor', 0, field.text.words.length)
    .some(({ firstWord, lastWord }) =>
      field.find('unit', firstWord - NAME_REACH, lastWord + NAME_REACH).some(({ value }) => value === 'executed'),
    );

const namesPrisonersIn = (field: FactField, first: number, last: number): boolean =>
  field.find('unit', first, last).some(({ value }) => value === 'prisoners');

/** "Thirty-five years after the executions of thousands of prisoners": no other prisoners are looked back on so. */
const looksBackOnPrisoners = (field: FactField, first: number, last: number): boolean =>
  namesPrisonersIn(field, first, last) &&
  field
    .numeralsIn(first, last)
    .some(
      ({ value, lastWord }) =>
        value >= LEAST_YEARS &&
        value <= MOST_YEARS &&
        value % 10 !== 0 &&
        ['years', 'anniversary'].some((kind) => field.has(kind, lastWord + 1, lastWord + 2)),
    );

const namesVictims = (field: FactField): boolean =>
  field.find('unit', 0, field.text.words.length).some(({ value }) => value === 'victims') ||
  field.find('wording', 0, field.text.words.length).some(({ value }) => value === 'massacre');

function namesMassacreOfPrisoners(field: FactField): boolean {
  return field
    .find('wording', 0, field.text.words.length)
    .some(
      ({ value, firstWord, lastWord }) =>
        (value === 'massacre' || value === 'mass-executions') &&
        (field.find('unit', firstWord - 8, lastWord + 8).some((unit) => unit.value === 'prisoners') ||
          field.has('prison', firstWord - 3, lastWord + 4)),
    );
}

/** Khavaran, Gohardasht. */
function namesPlaceOfKilling(field: FactField): boolean {
  return field
    .find('anchor', 0, field.text.words.length)
    .some(({ firstWord }) => !/[0-9]/.test(field.text.folded.charAt(field.text.words[firstWord]?.start ?? 0)));
}
