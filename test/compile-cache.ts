import { join } from 'node:path';

/** For processes that a test starts: what Node compiled of the same files once is kept for the next, some two hundred of them in a run. */
export const compileCache = { NODE_COMPILE_CACHE: join(import.meta.dirname, '../node_modules/.cache/compiled') };
