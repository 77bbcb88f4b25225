import { benchClassify } from './classify.ts';
import { benchCost } from './cost.ts';
import { benchDigest } from './digest.ts';
import { benchExtract } from './extract.ts';
import { benchFeeds } from './feeds.ts';
import { benchLambda } from './lambda.ts';
import { benchStories } from './stories.ts';

const BENCHES = {
  extract: benchExtract,
  feeds: benchFeeds,
  classify: benchClassify,
  cost: benchCost,
  lambda: benchLambda,
  stories: benchStories,
  digest: benchDigest,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`bench: no bench named ${unknown.join(', ')}; choose from ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length === 0 || wanted.includes(name)) await bench();
}
