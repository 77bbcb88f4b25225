import { fork } from 'node:child_process';
import { once } from 'node:events';
import { MEASURED } from '../lib/cost/measured-units.ts';
import type { FeedSettings } from '../lib/feeds/feed.ts';
import { setLogSink } from '../lib/log.ts';
import { createServices } from '../lib/services.ts';
import { readSettings } from '../lib/settings.ts';
import { measureBatches } from './cost-batches.ts';
import type { Figures } from './cost-spent.ts';
import { measureStages } from './cost-stages.ts';

/**
 * What one check, article, edition and page use, by running the stages on the sample newsroom with the meter on, beside
 * the figures that the cost model reckons with; then what a batch costs when its hosts are asked one after another and
 * side by side.
 */
export async function benchCost(): Promise<void> {
  const servers = fork(`${import.meta.dirname}/cost-servers.ts`);
  const [{ env, feeds }] = (await once(servers, 'message')) as [{ env: Record<string, string>; feeds: FeedSettings[] }];
  Object.assign(process.env, env);
  setLogSink(() => {});
  const services = createServices(readSettings());
  try {
    printFigures(await measureStages(services, feeds));
    await measureBatches();
  } finally {
    setLogSink();
    await services.close();
    servers.disconnect();
    await once(servers, 'exit');
  }
}

function printFigures(measured: Figures): void {
  console.log(
    `\ncost: what the stages use on the sample newsroom; in use: lib/cost/measured-units.ts of ${MEASURED.on}`,
  );
  console.log(`${'measured'.padStart(10)}  ${'in use'.padStart(10)}`);
  const inUse = MEASURED as unknown as Figures;
  for (const [group, units] of Object.entries(measured)) {
    for (const [unit, amount] of Object.entries(units)) {
      const used = inUse[group]?.[unit];
      console.log(`${amount.toFixed(2).padStart(10)}  ${(used?.toFixed(2) ?? '–').padStart(10)}  ${group}.${unit}`);
    }
  }
}
