import { isDeepStrictEqual } from 'node:util';
import type { Lexicon } from '../classification/lexicon.ts';

/**
 * That two rule sets go by one version; undefined where they do not. Records name the rule set by its version alone: of two
 * that share it nobody can tell later which one judged.
 */
export function sayVersionTaken(inUse: Lexicon, tried: Lexicon): string | undefined {
  if (inUse.version !== tried.version || isDeepStrictEqual(inUse, tried)) return undefined;
  return `both rule sets have the version ${inUse.version}: give the one to try another "version" before you run it`;
}
