import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { UserError } from '../errors.ts';
import type { Instance } from './instance.ts';
import type { PassProgress } from './pass-progress.ts';
import type { PassSummary } from './pass-summary.ts';
import type { RunOnceOptions } from './stage-runner.ts';

/**
 * Asks the process that runs the stages for a pass.
 *
 * @returns undefined when this process has to make the pass itself: it owns the instance, or the owner runs no stages
 * @throws UserError when the other process ends before the pass does
 */
export async function requestPass(
  { passUrl, env }: Pick<Instance, 'passUrl' | 'env'>,
  { force, digests, signal, onProgress }: RunOnceOptions,
): Promise<PassSummary | undefined> {
  if (passUrl === undefined) return undefined;
  try {
    const response = await fetch(passUrl, {
      method: 'POST',
      headers: { authorization: `Bearer ${env.PAGE_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ force, digests }),
      ...(signal && { signal }),
    });
    if (!response.ok || response.body === null) throw new Error(`answer ${response.status}`);
    for await (const line of createInterface({ input: Readable.fromWeb(response.body as ReadableStream) })) {
      const said: { progress?: PassProgress; summary?: PassSummary; error?: string } = JSON.parse(line);
      if (said.progress) onProgress?.(said.progress);
      if (said.summary) return said.summary;
      if (said.error) throw new Error(said.error);
    }
    throw new Error('the answer ended early');
  } catch (error) {
    if (signal?.aborted)
      throw new UserError('stopped; what was accepted is kept, run again to go on', 130, { cause: error });
    throw new UserError(
      `the running Vigil process could not finish the pass (${(error as Error).message}): run the command again`,
      1,
      { cause: error },
    );
  }
}
