import type { Evidence, ReadField } from './find-evidence.ts';
import type { Focus } from './measure-focus.ts';
import { measureShares } from './measure-shares.ts';
import { pairParts } from './pair-parts.ts';
import { partOf } from './text-parts.ts';

/** What speaks for or against a text as a whole: its weight stands in the lexicon under its name. */
export interface Sign {
  /**
   * `title killing`, `lead killing`, `text killing`: words of that part there; `both killing+year`: the two in one
   * sentence; or `share`, `prominence lead` …
   */
  name: string;
  value: number;
  /** The first words that are one; absent where the whole text is. */
  piece?: Evidence;
}

const NAMED_ABOVE: ReadonlySet<Focus['prominence']> = new Set(['titleAndLead', 'title', 'lead']);
/** A text that is less than this on its subject has another one. */
const PASSING_SHARE = 0.3;
/** Points of words beyond these say no more of a text. */
const POINTS_THAT_COUNT = { least: -10, most: 30 };
/** Without Iran these may be of anything: "the massacre of 1988". */
const DATED: ReadonlySet<string> = new Set(['event', 'year']);
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

/** Which part each word plays in the title, the first sentence and anywhere, and how the text stands to the subject. */
export function findSigns({ fields, evidence, focus, isAboutIran, isPlaceImplied, points }: WholeText): Sign[] {
  const { sentences } = fields.text;
  const first = sentences.findIndex(({ kind }) => kind === 'sentence');
  const places = firstOfParts(evidence, sentences, isAboutIran);
  const signs = new Map<string, Sign>();
  const add = (name: string, piece: Evidence) => {
    if (!signs.has(name)) signs.set(name, { name, value: 1, piece });
  };
  for (const [place, parts] of places) {
    for (const [part, piece] of parts) {
      add(`${place === TITLE ? 'title' : 'text'} ${part}`, piece);
      if (place === first) add(`lead ${part}`, piece);
    }
    for (const { name, piece } of pairParts(parts)) add(`both ${name}`, piece);
  }
  const { least, most } = POINTS_THAT_COUNT;
  const shares = measureShares(sentences, (place) => places.get(place)?.keys() ?? []);
  return [
    ...signs.values(),
    { name: 'points', value: Math.min(most, Math.max(least, points)) },
    { name: 'share', value: focus.share },
    ...Object.entries(shares).map(([name, value]) => ({ name: `share ${name}`, value })),
    { name: `prominence ${focus.prominence}`, value: 1 },
    { name: 'opens with other', value: Number(focus.opensWithOther) },
    { name: 'long', value: Number(focus.isLong) },
    { name: 'about Iran', value: Number(isAboutIran) },
    { name: 'place implied', value: Number(isPlaceImplied) },
    { name: 'in passing', value: Number(isInPassing(focus)) },
  ];
}

/**
 * The first words of each part, sentence by sentence; menus, captions and repetitions are left out.
 */
function firstOfParts(
  evidence: readonly Evidence[],
  sentences: ReadField['sentences'],
  isAboutIran: boolean,
): Map<number, Map<string, Evidence>> {
  const places = new Map<number, Map<string, Evidence>>();
  for (const piece of evidence) {
    const isTitle = piece.field === 'title';
    const own = partOf(piece);
    const part = own === undefined || isAboutIran || !DATED.has(own) ? own : `${own} elsewhere`;
    if (part === undefined || (!isTitle && sentences[piece.sentence]?.kind !== 'sentence')) continue;
    const place = isTitle ? TITLE : piece.sentence;
    const here = places.get(place) ?? new Map<string, Evidence>();
    if (!here.has(part)) here.set(part, piece);
    places.set(place, here);
  }
  return places;
}

/** The subject is named below title and lead only, and by little of the text. */
function isInPassing({ prominence, share }: Focus): boolean {
  return !NAMED_ABOVE.has(prominence) && share < PASSING_SHARE;
}
