import { parentPort } from 'node:worker_threads';
import type { BoxMessage } from './parsing-box.ts';

/** The worker's side of a parsing box: answers every input with what `parse` makes of it. Call it once, last. */
export function serveParsingBox<In, Out>(parse: (input: In) => Out | Promise<Out>): void {
  const port = parentPort;
  if (!port) throw new Error('serveParsingBox belongs in a worker thread');
  const say = (message: BoxMessage<Out>) => port.postMessage(message);
  port.on('message', async (input: In) => {
    try {
      say({ value: await parse(input) });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      say({ error: { name, message } });
    }
  });
  say('ready');
}
