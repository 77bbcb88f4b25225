import type { Evidence, ReadField } from './find-evidence.ts';
import type { Focus } from './measure-focus.ts';

/** What speaks for or against a text as a whole: its weight stands in the lexicon under its name. */
export interface Sign {
  /** `title killing`, `lead killing`, `text killing`: words of that part there; or `share`, `prominence lead` … */
  name: string;
  value: number;
  /** The first words that are one; absent where the whole text is. */
  piece?: Evidence;
}

/** Terms that tell more by themselves than by the part they play. */
const OWN_PART: Readonly<Record<string, string>> = {
  'any/captive/prison-names': 'prison',
  'any/cue/sweden': 'sweden',
  'confusables/present-day': 'news',
  'confusables/battle': 'battle',
  'confusables/aside': 'aside',
  'confusables/exchange': 'swap',
  'confusables/prisoner-swap': 'swap',
};
const NAMED_ABOVE: ReadonlySet<Focus['prominence']> = new Set(['titleAndLead', 'title', 'lead']);
/** A text that is less than this on its subject has another one. */
const PASSING_SHARE = 0.3;
/** Points of words beyond these say no more of a text. */
const POINTS_THAT_COUNT = { least: -10, most: 30 };

export interface WholeText {
  fields: Readonly<Record<Evidence['field'], ReadField>>;
  evidence: readonly Evidence[];
  focus: Focus;
  isAboutIran: boolean;
  /** Sum of the points of its words. */
  points: number;
}

/** Which part each word plays in the title, the first sentence and anywhere, and how the text stands to the subject. */
export function findSigns({ fields, evidence, focus, isAboutIran, points }: WholeText): Sign[] {
  const { sentences } = fields.text;
  const first = sentences.findIndex(({ kind }) => kind === 'sentence');
  const signs = new Map<string, Sign>();
  const add = (name: string, piece: Evidence) => {
    if (!signs.has(name)) signs.set(name, { name, value: 1, piece });
  };
  for (const piece of evidence) {
    const part = partOf(piece);
    if (part === 'pair' || part === 'cue') continue;
    if (piece.field === 'title') add(`title ${part}`, piece);
    else if (sentences[piece.sentence]?.kind === 'sentence') {
      add(`text ${part}`, piece);
      if (piece.sentence === first) add(`lead ${part}`, piece);
    }
  }
  const { least, most } = POINTS_THAT_COUNT;
  return [
    ...signs.values(),
    { name: 'points', value: Math.min(most, Math.max(least, points)) },
    { name: 'share', value: focus.share },
    { name: `prominence ${focus.prominence}`, value: 1 },
    { name: 'opens with other', value: Number(focus.opensWithOther) },
    { name: 'long', value: Number(focus.isLong) },
    { name: 'about Iran', value: Number(isAboutIran) },
    { name: 'in passing', value: Number(isInPassing(focus)) },
  ];
}

/** The subject is named below title and lead only, and by little of the text. */
function isInPassing({ prominence, share }: Focus): boolean {
  return !NAMED_ABOVE.has(prominence) && share < PASSING_SHARE;
}

function partOf({ ruleId, role }: Evidence): string {
  return OWN_PART[ruleId] ?? (ruleId.endsWith('/mek/hypocrites') ? 'hypocrites' : role);
}
