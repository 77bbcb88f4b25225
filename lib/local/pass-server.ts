import { timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import type { Instance } from './instance.ts';
import type { StageRunner } from './stage-runner.ts';

/**
 * Lets other processes ask this one, whose runner was started, for a pass: two readers of the same queues would each
 * count half of it. The answer is one JSON value a line: `{progress}` about twice a second, then `{summary}` or `{error}`.
 */
export async function offerPasses(
  instance: Instance,
  runner: Pick<StageRunner, 'runOnce'>,
): Promise<{ close(): Promise<void> }> {
  const server = createServer(getRequestListener(createPassApp(instance.env.PAGE_TOKEN ?? '', runner).fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  instance.announce({ passUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/passes` });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function createPassApp(token: string, runner: Pick<StageRunner, 'runOnce'>): Hono {
  const expected = Buffer.from(`Bearer ${token}`);
  let last: Promise<unknown> = Promise.resolve();
  const app = new Hono();
  app.post('/passes', async (c) => {
    const given = Buffer.from(c.req.header('authorization') ?? '');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return c.text('not allowed', 401);
    const { force, digests } = await c.req.json<{ force?: boolean; digests?: boolean }>();
    return stream(c, async (answer) => {
      const stop = new AbortController();
      answer.onAbort(() => stop.abort());
      const write = (value: object) => answer.write(`${JSON.stringify(value)}\n`);
      const options = {
        force,
        digests,
        signal: stop.signal,
        onProgress: (progress: object) => void write({ progress }),
      };
      // One pass after the other: each pauses the runner and counts what it sees.
      const pass = last.catch(() => {}).then(() => runner.runOnce(options));
      last = pass;
      const end = await pass.then(
        (summary) => ({ summary }),
        (error: Error) => ({ error: error.message }),
      );
      await write(end);
    });
  });
  return app;
}
