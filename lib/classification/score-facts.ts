import type { CompiledNames } from './compile-names.ts';
import type { Facts, FigureFact } from './facts.ts';
import { type Amount, findAmounts } from './find-amounts.ts';
import { foldText } from './fold-text.ts';
import { readFactField } from './read-fact-field.ts';
import { type Share, wilson } from './score-labels.ts';

export interface FactLabels {
  title: string;
  text: string;
  lang: string;
  /** Null where the text has none, absent where nobody looked. */
  ordinal?: number | null | undefined;
  /** As written: "over 30,000", "thousands"; several are parted by semicolons, a note may follow in brackets. */
  victimFigure?: string | null | undefined;
}

export interface FactScore {
  /** Of the texts with an ordinal those that have this one. */
  ordinals: Share;
  /** Of the texts that hold the labelled figures those in which all of them are found as they are. */
  figures: Share;
  /** The same, and the labelled one is the first figure of the text. */
  firstFigures: Share;
  /** Figures were labelled after the page: so many texts do not hold theirs, and count nowhere. */
  unheld: number;
}

/**
 * A figure is exact when number, upper end and, where the label has one, the sort of qualifier are those of the label:
 * "at least", "over", "about", "up to"; "several thousand" is not "thousands". Which words say it is the text's affair.
 */
export function scoreFacts(rows: readonly { labels: FactLabels; facts: Facts }[], names: CompiledNames): FactScore {
  const dated = rows.filter(({ labels }) => typeof labels.ordinal === 'number');
  const counted = rows.filter(({ labels }) => labels.victimFigure);
  const judged = counted.flatMap(({ labels, facts }) => {
    const wanted = readFigureLabel(labels.victimFigure ?? '', labels.lang, names);
    if (wanted.length === 0 || !wanted.every((figure) => isHeld(figure, labels, names))) return [];
    const said = facts.figures.map((figure) => amountOf(figure, labels.lang, names));
    const isFound = wanted.every((figure) => said.some((amount) => amount && isSame(figure, amount)));
    const [first] = said;
    return [{ isFound, isFirst: isFound && first !== undefined && wanted.some((figure) => isSame(figure, first)) }];
  });
  return {
    ordinals: wilson(dated.filter(({ labels, facts }) => facts.ordinal === labels.ordinal).length, dated.length),
    figures: wilson(judged.filter(({ isFound }) => isFound).length, judged.length),
    firstFigures: wilson(judged.filter(({ isFirst }) => isFirst).length, judged.length),
    unheld: counted.length - judged.length,
  };
}

type LabelledFigure = Pick<Amount, 'value' | 'to' | 'qualifierKind'> & { words: string };

/** Empty where the label says no number and no word such as "thousands". */
export function readFigureLabel(label: string, language: string, names: CompiledNames): LabelledFigure[] {
  return label.split(';').flatMap((part) => {
    const words = part.replace(/\(.*?\)/g, '').trim();
    const [from, to] = amountsOf(words, language, names);
    if (!from) return [];
    // "2.800 y 30.000" is a range without the word before it.
    return [{ ...from, words, ...(to?.value !== undefined && { to: to.value }) }];
  });
}

function amountsOf(words: string, language: string, names: CompiledNames): Amount[] {
  return findAmounts(readFactField('text', words, names.finder(language)));
}

const amountOf = ({ words }: FigureFact, language: string, names: CompiledNames) =>
  amountsOf(words, language, names)[0];

function isSame(label: LabelledFigure, { value, to, qualifierKind }: Amount): boolean {
  if (label.value !== value || label.to !== to) return false;
  return label.qualifierKind === undefined || label.to !== undefined || label.qualifierKind === qualifierKind;
}

/** The words stand in the text, or others for the same amount. */
function isHeld(label: LabelledFigure, { title, text, lang }: FactLabels, names: CompiledNames): boolean {
  const whole = `${title}\n${text}`;
  if (foldText(whole).folded.includes(foldText(label.words).folded)) return true;
  return amountsOf(whole, lang, names).some((amount) => isSame(label, amount));
}
