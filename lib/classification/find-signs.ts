import type { Evidence, ReadField } from './find-evidence.ts';
import type { Focus } from './measure-focus.ts';
import { measureShares } from './measure-shares.ts';
import { type PairNames, pairParts } from './pair-parts.ts';
import { groupsOf } from './text-parts.ts';

/** What speaks for or against a text as a whole: its weight stands in the lexicon under its name. */
export interface Sign {
  /**
   * `title killing`, `lead killing`, `text killing`: words of that part there; `both killing+year`: the two in one
   * sentence; or `share`, `prominence lead` …
   */
  name: string;
  value: number;
  /** Absent where the whole text is the sign. */
  stands?: StandingPart;
}

/** The first words that are a sign. */
export interface StandingPart {
  /** `killing`, `killing+year` */
  part: string;
  field: Evidence['field'];
  firstWord: number;
  lastWord: number;
}

const NAMED_ABOVE: ReadonlySet<Focus['prominence']> = new Set(['titleAndLead', 'title', 'lead']);
/** A text that is less than this on its subject has another one. */
const PASSING_SHARE = 0.3;
/** The sign that the points of the words are, as far as they count. */
export const POINTS = 'points';
/** Points of words beyond these say no more of a text. */
const POINTS_THAT_COUNT = { least: -10, most: 30 };
/** Without Iran these may be of anything: "the massacre of 1988". */
const DATED: ReadonlyMap<string | undefined, string> = new Map([
  ['event', 'event elsewhere'],
  ['year', 'year elsewhere'],
]);
/** The title in the place of a sentence. */
const TITLE = -1;

export interface WholeText {
  fields: Readonly<Record<Evidence['field'], ReadField>>;
  evidence: readonly Evidence[];
  focus: Focus;
  isAboutIran: boolean;
  isPlaceImplied: boolean;
  /** Sum of the points of its words. */
  points: number;
}

/**
 * Which part each word plays in the title, the first sentence and anywhere, and how the text stands to the subject.
 *
 * @param pairs parts in twos that are signs
 */
export function findSigns(
  { fields, evidence, focus, isAboutIran, isPlaceImplied, points }: WholeText,
  pairs: PairNames,
): Sign[] {
  const { sentences } = fields.text;
  const first = sentences.findIndex(({ kind }) => kind === 'sentence');
  const places = firstOfParts(evidence, sentences, isAboutIran);
  const signs: Sign[] = [];
  const seen = new Set<string>();
  const add = (where: keyof typeof namesAt, part: string, one: Evidence, other: Evidence = one) => {
    const name = nameAt(where, part);
    if (seen.has(name)) return;
    seen.add(name);
    const firstWord = Math.min(one.firstWord, other.firstWord);
    const lastWord = Math.max(one.lastWord, other.lastWord);
    signs.push({ name, value: 1, stands: { part, field: one.field, firstWord, lastWord } });
  };
  for (const [place, { parts }] of places) {
    for (const [part, piece] of parts) {
      add(place === TITLE ? 'title' : 'text', part, piece);
      if (place === first) add('lead', part, piece);
    }
    pairParts(parts, pairs, (name, one, other) => add('both', name, one, other));
  }
  const { least, most } = POINTS_THAT_COUNT;
  const { own, tied, other, bare } = measureShares(sentences, (place) => places.get(place)?.groups ?? 0);
  signs.push(
    { name: POINTS, value: Math.min(most, Math.max(least, points)) },
    { name: 'share', value: focus.share },
    { name: 'share own', value: own },
    { name: 'share tied', value: tied },
    { name: 'share other', value: other },
    { name: 'share bare', value: bare },
    { name: nameAt('prominence', focus.prominence), value: 1 },
    { name: 'opens with other', value: Number(focus.opensWithOther) },
    { name: 'long', value: Number(focus.isLong) },
    { name: 'about Iran', value: Number(isAboutIran) },
    { name: 'place implied', value: Number(isPlaceImplied) },
    { name: 'in passing', value: Number(isInPassing(focus)) },
  );
  return signs;
}

/** Names of signs by what they are of. A name is made once: put together for each sign it has to be read to be found. */
const namesAt = {
  title: new Map<string, string>(),
  lead: new Map<string, string>(),
  text: new Map<string, string>(),
  both: new Map<string, string>(),
  prominence: new Map<string, string>(),
};

/** @param part one of a few: what words may play, two of them, or a prominence */
function nameAt(where: keyof typeof namesAt, part: string): string {
  const names = namesAt[where];
  let name = names.get(part);
  if (name === undefined) {
    name = `${where} ${part}`;
    names.set(part, name);
  }
  return name;
}

interface PartsOfSentence {
  /** The first words of each. */
  parts: Map<string, Evidence>;
  /** The groups that they are of. */
  groups: number;
}

/** Sentence by sentence; menus, captions and repetitions are left out. */
function firstOfParts(
  evidence: readonly Evidence[],
  sentences: ReadField['sentences'],
  isAboutIran: boolean,
): Map<number, PartsOfSentence> {
  const places = new Map<number, PartsOfSentence>();
  for (const piece of evidence) {
    const isTitle = piece.field === 'title';
    const part = isAboutIran ? piece.part : (DATED.get(piece.part) ?? piece.part);
    if (part === undefined || (!isTitle && sentences[piece.sentence]?.kind !== 'sentence')) continue;
    const place = isTitle ? TITLE : piece.sentence;
    let here = places.get(place);
    if (!here) {
      here = { parts: new Map(), groups: 0 };
      places.set(place, here);
    }
    if (here.parts.has(part)) continue;
    here.parts.set(part, piece);
    here.groups |= groupsOf(part);
  }
  return places;
}

/** The subject is named below title and lead only, and by little of the text. */
function isInPassing({ prominence, share }: Focus): boolean {
  return !NAMED_ABOVE.has(prominence) && share < PASSING_SHARE;
}
