/**
 * Stands in for Lambda's runtime in a process of its own: loads the handler named by the first argument, then answers
 * one event after another.
 */
import { pathToFileURL } from 'node:url';
import type { BundleAnswer, BundleEvent } from './start-bundle.ts';

const { handler } = await import(pathToFileURL(process.argv[2] ?? '').href);
const say = (answer: BundleAnswer) => process.send?.(answer);

process.on('message', async ({ event, remainingMilliseconds }: BundleEvent) => {
  const deadline = Date.now() + remainingMilliseconds;
  try {
    const response = await handler(event, { getRemainingTimeInMillis: () => deadline - Date.now() });
    say({ response: response ?? null });
  } catch (error) {
    say({ fault: String(error) });
  }
});
say('ready');
