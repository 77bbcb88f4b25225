import { afterAll, describe, expect, it } from 'vitest';
import { createFeedReader } from '../../lib/feeds/feed-reader.ts';
import { HOSTILE } from './hostile-documents.ts';

const url = 'https://harbour.example/feed';
const feedReader = createFeedReader();
const bytesOf = (text: string | Uint8Array) => (typeof text === 'string' ? new TextEncoder().encode(text) : text);
/** Of the process: its other threads are idle or work for the reader (compiler, garbage collector). */
const costs: { name: string; cpuMilliseconds: number; megabytes: number }[] = [];

/** While a worker of its own reads, this thread is idle and looks at the memory of the process. */
async function readMeasured(bytes: Uint8Array) {
  await feedReader.close();
  await feedReader.read(bytesOf('<rss><channel/></rss>'), { url });
  const idleBytes = process.memoryUsage.rss();
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 5);
  const before = process.cpuUsage();
  const reading = await feedReader.read(bytes, { url });
  const { user, system } = process.cpuUsage(before);
  clearInterval(timer);
  const megabytes = (Math.max(peak, process.memoryUsage.rss()) - idleBytes) / 2 ** 20;
  return { reading, cpuMilliseconds: (user + system) / 1_000, megabytes };
}

afterAll(async () => {
  await feedReader.close();
  const slowest = costs.toSorted((a, b) => b.cpuMilliseconds - a.cpuMilliseconds)[0];
  const largest = costs.toSorted((a, b) => b.megabytes - a.megabytes)[0];
  console.log(
    `hostile feeds: ${costs.length} documents, process deaths 0, slowest ${slowest?.cpuMilliseconds.toFixed(0)} ms of CPU (${slowest?.name}), most memory ${largest?.megabytes.toFixed(0)} MB (${largest?.name})`,
  );
});

describe('hostile documents', () => {
  it.each(Object.keys(HOSTILE))('are read or refused within their time and memory: %s', async (name) => {
    const { reading, cpuMilliseconds, megabytes } = await readMeasured(bytesOf((HOSTILE[name] as () => string)()));
    costs.push({ name, cpuMilliseconds, megabytes });
    expect(['read', 'not-a-feed', 'broken']).toContain(reading.status);
    expect(cpuMilliseconds).toBeLessThan(2_000);
    expect(megabytes).toBeLessThan(300);
  });

  it('grow no faster than their length', async () => {
    for (const piece of [
      '<a>',
      '</a>',
      '<',
      'x<p',
      '&lt;p',
      '<![CDATA[',
      '<!--',
      '&amp;',
      '<a b="',
      '<link>',
      ']]>',
      '"',
    ]) {
      const cost = async (chars: number) => {
        const bytes = bytesOf(`<rss><channel><item><title>${piece.repeat(chars / piece.length)}`);
        const before = process.cpuUsage();
        await feedReader.read(bytes, { url });
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1_000;
      };
      await cost(100_000);
      const [once, fourTimes] = [await cost(1_000_000), await cost(4_000_000)];
      // Milliseconds of CPU. Quadratic cost would be sixteen times; the constant is for the garbage collector.
      expect(fourTimes, piece).toBeLessThan(8 * once + 400);
    }
  });
});
