import { OTHER_PARTS, TYING_PARTS } from '../lib/classification/text-parts.ts';
import type { WeightRule } from './fit-weights.ts';

/** From files that the weights had not seen. Two parts in one sentence are rarer than one part anywhere, and words than parts. */
const PENALTY = { sign: 2, pair: 3, word: 3 };
/** What is told of the subject may say little, and speaks against it nowhere. */
const FOR: ReadonlySet<string> = new Set([
  ...TYING_PARTS,
  'killing',
  'captive',
  'grave',
  'ward',
  'witness',
  'family',
  'decade',
  'official',
  'law',
  'voice',
  'hypocrites',
  'sweden',
  'defendant',
]);
/** What is told of others, and asides, speak for the subject nowhere. */
const AGAINST: ReadonlySet<string> = new Set([...OTHER_PARTS, 'aside', 'mek trial', 'event elsewhere']);
const WHOLE_FOR: ReadonlySet<string> = new Set(['share', 'share own', 'share tied', 'about Iran']);
const WHOLE_AGAINST: ReadonlySet<string> = new Set([
  'share bare',
  'share other',
  'in passing',
  'opens with other',
  'place implied',
]);

/** Points of words keep their say: so much at least of the log odds for ten of them. */
const LEAST_OF_POINTS = 1;

const FREE = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };

/**
 * Which way a sign of relevance may point. Few texts would let chance say that a word for killings speaks against the
 * subject, or that an election speaks for it.
 *
 * @param name as `findSigns` gives it
 */
export function ruleOfSign(name: string): WeightRule {
  const space = name.indexOf(' ');
  const parts = name.slice(space + 1).split('+');
  const isPlaced = /^(?:both|title|lead|text) /.test(name);
  const isFor = isPlaced ? parts.every((part) => FOR.has(part)) : WHOLE_FOR.has(name);
  const isAgainst = isPlaced ? parts.some((part) => AGAINST.has(part)) : WHOLE_AGAINST.has(name);
  return {
    ...FREE,
    penalty: penaltyOf(name),
    ...(isFor && { least: 0 }),
    ...(isAgainst && { most: 0 }),
    ...(name === 'points' && { least: LEAST_OF_POINTS }),
  };
}

function penaltyOf(name: string): number {
  if (name.startsWith('word ')) return PENALTY.word;
  return name.startsWith('both ') ? PENALTY.pair : PENALTY.sign;
}
