import type { CompiledTerm } from './compile-lexicon.ts';
import type { Evidence } from './find-evidence.ts';
import { Role } from './lexicon.ts';

/** Terms that tell more by themselves than by the part they play: the last of their name, after its language. */
const OWN_PART: Readonly<Record<string, string>> = {
  'captive/prison-names': 'prison',
  'cue/sweden': 'sweden',
  'cue/elsewhere': 'elsewhere',
  'cue/defendant': 'defendant',
  'cue/recent-year': 'recent year',
  'cue/war': 'battle',
  'mek/hypocrites': 'hypocrites',
  'present-day': 'news',
  election: 'election',
  'prisons-today': 'prisons today',
  'captives-abroad': 'swap',
  exchange: 'swap',
  'prisoner-swap': 'swap',
  battle: 'battle',
  mersad: 'battle',
  'iran-iraq-ceasefire': 'battle',
  'tanker-war': 'battle',
  'war-dead': 'battle',
  rushdie: 'other case',
  mykonos: 'other case',
  'chain-murders': 'other case',
  'january-2026': 'other case',
  'mahsa-amini': 'other case',
  'other-iran-atrocities': 'other case',
  'revolution-executions': 'other case',
  'shah-era': 'other case',
  'mek-trial': 'mek trial',
  aside: 'aside',
};

/** Roles of words that stand in every report and tell something only beside another: "the foreign ministry", "called it". */
export const ROLES_ONLY_IN_PAIRS: ReadonlySet<string> = new Set<Evidence['role']>([
  'organ',
  'refusal',
  'hindrance',
  'telling',
]);

/** What words play in a text: the role of their term, or what the term alone stands for. Absent for themes' words. */
export function partOf({ ruleId, role }: Pick<CompiledTerm, 'ruleId' | 'role'>): string | undefined {
  return OWN_PART[ruleId.slice(ruleId.indexOf('/') + 1)] ?? (role === 'cue' ? undefined : role);
}

/** Every part that words may play, and what `find-signs.ts` calls those of a text that is not about Iran. */
export const allParts = (): ReadonlySet<string> =>
  new Set([...Role.options, ...Object.values(OWN_PART), 'confusable', 'event elsewhere', 'year elsewhere']);

/** Parts of the subject that say when, who or where. */
export const TYING_PARTS: ReadonlySet<string> = new Set([
  'event',
  'year',
  'site',
  'order',
  'tape',
  'noury',
  'montazeri',
  'rite',
]);
/** Parts of the subject that other stories have, too. */
const SUBJECT_PARTS: ReadonlySet<string> = new Set([
  ...TYING_PARTS,
  'decade',
  'killing',
  'captive',
  'prison',
  'grave',
  'mek',
  'hypocrites',
  'ward',
  'witness',
  'official',
]);
/** Parts of other subjects. */
export const OTHER_PARTS: ReadonlySet<string> = new Set([
  'confusable',
  'other case',
  'news',
  'election',
  'prisons today',
  'swap',
  'battle',
  'elsewhere',
]);
/** They come up in every story. */
const COMMON_PARTS: ReadonlySet<string> = new Set(['iran', 'law', 'voice']);
/** All that are looked at in twos. */
export const PAIRED_PARTS: ReadonlySet<string> = new Set([
  ...SUBJECT_PARTS,
  ...OTHER_PARTS,
  ...COMMON_PARTS,
  'family',
  'sweden',
  'defendant',
  'aside',
  'recent year',
]);

/** Groups that a part is of, as one number, so that a sentence is asked for one with one look. */
export const GROUP = { subject: 1, tying: 2, other: 4, notCommon: 8 };
const GROUPS: ReadonlyMap<string, number> = new Map(
  [...PAIRED_PARTS].map((part) => [
    part,
    (SUBJECT_PARTS.has(part) ? GROUP.subject : 0) |
      (TYING_PARTS.has(part) ? GROUP.tying : 0) |
      (OTHER_PARTS.has(part) ? GROUP.other : 0) |
      (COMMON_PARTS.has(part) ? 0 : GROUP.notCommon),
  ]),
);

export const groupsOf = (part: string): number => GROUPS.get(part) ?? GROUP.notCommon;
