import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { createParsingBox } from '../../lib/feeds/parsing-box.ts';
import type { OddInput } from './odd-worker.ts';

const worker = new URL('./odd-worker.ts', import.meta.url);
const box = createParsingBox<OddInput, unknown>({ worker, timeoutMilliseconds: 500, maxOldGenerationMegabytes: 48 });
afterAll(() => box.close());

describe('parsing box', () => {
  it('answers inputs in order from one worker', async () => {
    await box.close();
    const answers = await Promise.all([box.run({ say: 'a' }), box.run({ say: 'b' }), box.run(new Uint8Array(3))]);
    expect(answers).toEqual([
      { status: 'done', value: { said: 'a', inputs: 1 } },
      { status: 'done', value: { said: 'b', inputs: 2 } },
      { status: 'done', value: { bytes: 3, inputs: 3 } },
    ]);
  });

  it('passes on what the parser throws and keeps the worker', async () => {
    await box.close();
    expect(await box.run('throw')).toEqual({ status: 'failed', error: { name: 'TypeError', message: 'odd input' } });
    expect(await box.run('throw-text')).toEqual({ status: 'failed', error: { name: 'Error', message: 'just text' } });
    expect(await box.run({ say: 'on' })).toEqual({ status: 'done', value: { said: 'on', inputs: 3 } });
  });

  it('kills a parser that does not end and replaces it', async () => {
    expect(await box.run('loop')).toEqual({ status: 'killed', reason: 'too-slow' });
    expect(await box.run({ say: 'new' })).toEqual({ status: 'done', value: { said: 'new', inputs: 1 } });
  });

  it('kills a parser that hoards memory and replaces it', async () => {
    const patient = createParsingBox<OddInput, unknown>({
      worker,
      timeoutMilliseconds: 20_000,
      maxOldGenerationMegabytes: 48,
    });
    await patient.run({ say: 'warm' });
    const before = process.memoryUsage.rss();
    let peak = before;
    const timer = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 5);
    expect(await patient.run('hoard')).toEqual({ status: 'killed', reason: 'out-of-memory' });
    clearInterval(timer);
    // 48 MB, and what the collector needs on top before it gives up; without a limit it takes gigabytes.
    expect((peak - before) / 2 ** 20).toBeLessThan(300);
    expect(await patient.run({ say: 'new' })).toEqual({ status: 'done', value: { said: 'new', inputs: 1 } });
    await patient.close();
  });

  it('fails instead of hanging when the answer cannot be sent', async () => {
    expect(await box.run('answer-function')).toMatchObject({ status: 'failed', error: { name: 'DataCloneError' } });
  });

  it('fails instead of hanging when the input cannot be sent', async () => {
    const input = { say: (() => 'x') as unknown as string };
    expect(await box.run(input)).toMatchObject({ status: 'failed', error: { name: 'DataCloneError' } });
    expect(await box.run({ say: 'on' })).toMatchObject({ status: 'done' });
  });

  it('fails when the worker module does not load', async () => {
    const broken = createParsingBox<string, string>({
      worker: new URL('./no-such-worker.ts', import.meta.url),
      timeoutMilliseconds: 500,
      maxOldGenerationMegabytes: 48,
    });
    expect(await broken.run('x')).toMatchObject({ status: 'failed' });
  });

  it('answers an input under way when it is closed', async () => {
    const patient = createParsingBox<OddInput, unknown>({
      worker,
      timeoutMilliseconds: 20_000,
      maxOldGenerationMegabytes: 48,
    });
    await patient.run({ say: 'warm' });
    const running = patient.run('loop');
    await Promise.resolve();
    await patient.close();
    expect(await running).toEqual({
      status: 'failed',
      error: { name: 'Error', message: 'the parsing worker was closed' },
    });
  });

  it('does not hold the process open when it is idle', async () => {
    const boxUrl = new URL('../../lib/feeds/parsing-box.ts', import.meta.url).href;
    const script = `import { createParsingBox } from ${JSON.stringify(boxUrl)};
      const box = createParsingBox({ worker: new URL(${JSON.stringify(worker.href)}), timeoutMilliseconds: 5000, maxOldGenerationMegabytes: 48 });
      console.log((await box.run({ say: 'bye' })).status);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      timeout: 20_000,
    });
    expect(stdout).toBe('done\n');
  });
});
