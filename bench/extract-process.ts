import { extractContenders } from './extract-contenders.ts';
import { readPages } from './inputs.ts';
import { serveRounds } from './measure-apart.ts';

// A process of its own for each contender.
const load = extractContenders[process.argv[2] ?? ''];
if (!load || !process.send) throw new Error('started by "npm run bench -- extract" with the name of a contender');
const [run, pages] = await Promise.all([load(), readPages()]);
serveRounds(run, pages);
