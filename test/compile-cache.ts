import { COMPILED } from '../bin/keep-compiled.ts';

/**
 * For processes that a test starts, some two hundred in a run: with what the programs keep, what they load before they say so,
 * and what their workers load.
 */
export const compileCache = { NODE_COMPILE_CACHE: COMPILED };
