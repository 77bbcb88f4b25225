import { changeJsonText } from './change-json-text.ts';
import type { Lexicon } from './lexicon.ts';

/** One number of the lexicon, changed. */
export interface RuleChange {
  /** Keys from the top of the lexicon to the number. */
  path: readonly string[];
  from: number;
  to: number;
}

/**
 * The text of a lexicon's file with the change, and with a version that says it is none of the file. All else stays as it
 * was written: who compares the two files sees the change.
 */
export function applyChange(json: string, { path, to }: RuleChange): string {
  const { version } = JSON.parse(json) as Pick<Lexicon, 'version'>;
  return changeJsonText(changeJsonText(json, path, to), ['version'], `${version}+proposed`);
}

/** `en/event/1988-massacre: weight 5 → 6`, or `thresholds.relevant 9 → 8`. */
export function describeChange({ path, from, to }: RuleChange): string {
  const [first, second, third, fourth, ...rest] = path;
  if (first === 'languages') return `${second}/${fourth}: ${rest.join('.')} ${from} → ${to}`;
  if (first === 'pairs' || first === 'confusables') {
    return `${first}/${second}: ${[third, fourth, ...rest].filter(Boolean).join('.')} ${from} → ${to}`;
  }
  return `${path.join('.')} ${from} → ${to}`;
}

/** The change as a JSON Patch (RFC 6902), with a test that it is made to the lexicon it was found for. */
export function patchOf({ path, from, to }: RuleChange): object[] {
  const pointer = path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  if (mayBeUnsaid({ path, from, to })) return [{ op: 'add', path: pointer, value: to }];
  return [
    { op: 'test', path: pointer, value: from },
    { op: 'replace', path: pointer, value: to },
  ];
}

/** What a file need not say, it cannot be tested for: a patch would be refused by the file that it was found for. */
function mayBeUnsaid({ path: [first, second, ...rest], from }: RuleChange): boolean {
  const name = rest.at(-1);
  if (first === 'thresholds') return second === 'themes' && from === 1;
  return name === 'strength' || (first === 'languages' && name === 'weight' && from === 0);
}

/** Where the weight of a rule stands; undefined for the built-in ones. */
export function weightPath(ruleId: string): string[] | undefined {
  const [first = '', second = '', third] = ruleId.split('/');
  if (first === 'built-in') return undefined;
  if (first === 'pairs' || first === 'confusables') return [first, second, 'weight'];
  return ['languages', first, 'terms', `${second}/${third}`, 'weight'];
}

/** Where stands how much a rule is worth for its themes; undefined for the built-in ones and for other events. */
export function strengthPath(ruleId: string): string[] | undefined {
  const path = weightPath(ruleId);
  return path === undefined || path[0] === 'confusables' ? undefined : [...path.slice(0, -1), 'strength'];
}

/** The number at a path; undefined where there is none. */
export function numberAt(lexicon: Lexicon, path: readonly string[]): number | undefined {
  let node: unknown = lexicon;
  for (const key of path) node = (node as Record<string, unknown> | undefined)?.[key];
  return typeof node === 'number' ? node : undefined;
}

/** The rule whose weight is changed; undefined for a threshold. */
export function ruleOfChange({ path: [first, second, , fourth] }: RuleChange): string | undefined {
  if (first === 'languages') return `${second}/${fourth}`;
  return first === 'pairs' || first === 'confusables' ? `${first}/${second}` : undefined;
}
