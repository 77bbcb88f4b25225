import type { FactField } from './read-fact-field.ts';

/** Units that say that those counted are dead. */
const DEAD: ReadonlySet<string | number> = new Set(['victims', 'deaths', 'executed']);

/** Whether one of these words, both included, says that dead are counted. */
export function countsDead(field: FactField, fromWord: number, toWord: number): boolean {
  return field.find('unit', fromWord, toWord).some(({ value }) => DEAD.has(value));
}
