import { benchArticles, classifyContenders, WORDS } from './classify-contenders.ts';
import { serveRounds } from './measure-apart.ts';

// A process of its own for each contender.
const make = classifyContenders[process.argv[2] ?? ''];
if (!make || !process.send) throw new Error('started by "npm run bench -- classify" with the name of a contender');
serveRounds(make(), benchArticles(WORDS));
