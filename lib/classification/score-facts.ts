import type { CompiledNames } from './compile-names.ts';
import type { Facts } from './facts.ts';
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
  /** Only relevant texts, or those of which nothing is said, can have a fact too many. */
  relevant?: boolean | undefined;
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
  /** Of the relevant texts that are labelled as having none those in which one is found. */
  unlabelled: { ordinals: Share; figures: Share };
}

/**
 * A figure is exact when number, upper end and, where the label has one, the sort of qualifier are those of the label:
 * "at least", "over", "about", "up to"; "several thousand" is not "thousands". Which words say it is the text's affair,
 * but a label that cannot be read must be found in its own words.
 */
export function scoreFacts(rows: readonly { labels: FactLabels; facts: Facts }[], names: CompiledNames): FactScore {
  const dated = rows.filter(({ labels }) => typeof labels.ordinal === 'number');
  const counted = rows.filter(({ labels }) => labels.victimFigure);
  const judged = counted.flatMap(({ labels, facts }) => {
    const wanted = readFigureLabel(labels.victimFigure ?? '', labels.lang, names);
    if (wanted.length === 0 || !wanted.every((figure) => isHeld(figure, labels, names))) return [];
    const said = facts.figures.map(({ words }) => ({ words, amount: amountsOf(words, labels.lang, names)[0] }));
    const isFound = wanted.every((figure) => said.some((each) => isSame(figure, each)));
    const [first] = said;
    return [{ isFound, isFirst: isFound && first !== undefined && wanted.some((figure) => isSame(figure, first)) }];
  });
  const relevant = rows.filter(({ labels }) => labels.relevant !== false);
  const undated = relevant.filter(({ labels }) => labels.ordinal === null);
  const uncounted = relevant.filter(({ labels }) => labels.victimFigure === null);
  return {
    ordinals: wilson(dated.filter(({ labels, facts }) => facts.ordinal === labels.ordinal).length, dated.length),
    figures: wilson(judged.filter(({ isFound }) => isFound).length, judged.length),
    firstFigures: wilson(judged.filter(({ isFirst }) => isFirst).length, judged.length),
    unheld: counted.length - judged.length,
    unlabelled: {
      ordinals: wilson(undated.filter(({ facts }) => facts.ordinal !== undefined).length, undated.length),
      figures: wilson(uncounted.filter(({ facts }) => facts.figures.length > 0).length, uncounted.length),
    },
  };
}

/** Without an amount the words could not be read. */
interface LabelledFigure {
  words: string;
  amount: Pick<Amount, 'value' | 'to' | 'qualifierKind'> | undefined;
}

/** One for each part; words for a number may be English ones in a label of another language. */
export function readFigureLabel(label: string, language: string, names: CompiledNames): LabelledFigure[] {
  return label.split(';').flatMap((part) => {
    const words = part.replace(/\(.*?\)/g, '').trim();
    if (words === '') return [];
    const own = amountsOf(words, language, names);
    const [from, to] = own.length > 0 ? own : amountsOf(words, 'en', names);
    // "2.800 y 30.000" is a range without the word before it.
    return [{ words, amount: from && { ...from, ...(to?.value !== undefined && { to: to.value }) } }];
  });
}

function amountsOf(words: string, language: string, names: CompiledNames): Amount[] {
  return findAmounts(readFactField('text', words, names.finder(language)));
}

function isSame({ words, amount: label }: LabelledFigure, said: LabelledFigure): boolean {
  if (!label) return isWithin(words, said.words);
  if (!said.amount || label.value !== said.amount.value || label.to !== said.amount.to) return false;
  return (
    label.qualifierKind === undefined || label.to !== undefined || label.qualifierKind === said.amount.qualifierKind
  );
}

/** The words stand in the text, or others for the same amount. */
function isHeld(label: LabelledFigure, { title, text, lang }: FactLabels, names: CompiledNames): boolean {
  const whole = `${title}\n${text}`;
  if (isWithin(label.words, whole)) return true;
  return amountsOf(whole, lang, names).some((amount) => label.amount && isSame(label, { words: '', amount }));
}

const isWithin = (words: string, text: string) => foldText(text).folded.includes(foldText(words).folded);
