import { type Transferable, Worker } from 'node:worker_threads';

/** What became of one input. `failed` is an error that the parser threw itself; the worker lives on. */
export type BoxResult<Out> =
  | { status: 'done'; value: Out }
  | { status: 'killed'; reason: 'too-slow' | 'out-of-memory' }
  | { status: 'failed'; error: { name: string; message: string } };

/**
 * A worker thread that parses strangers' bytes and is killed when they cost too much. Neither try/catch nor a byte
 * limit stops a parser that backtracks or builds a million nodes; ending its thread does.
 */
export interface ParsingBox<In, Out> {
  /** One input at a time, in the order of the calls. Never rejects. */
  run(input: In, transfer?: readonly Transferable[]): Promise<BoxResult<Out>>;
  /** Ends the worker; an input under way answers `failed`. The box can be run again afterwards. */
  close(): Promise<void>;
}

export interface ParsingBoxOptions {
  /** A module that calls `serveParsingBox`. */
  worker: URL;
  /** Counted from the moment the worker has loaded, for each input. */
  timeoutMilliseconds: number;
  maxOldGenerationMegabytes: number;
}

/** What goes to the worker and what comes back. */
export type BoxMessage<Out> = 'ready' | { value: Out } | { error: { name: string; message: string } };

/** Loading the parsers takes 0.1–1.5 s; a worker that has not loaded by then never will. */
const START_MILLISECONDS = 30_000;

/** The worker starts with the first input, is kept for the next ones, and never holds the process open while idle. */
export function createParsingBox<In, Out>(options: ParsingBoxOptions): ParsingBox<In, Out> {
  let idle: Worker | undefined;
  let busy: Worker | undefined;
  let line: Promise<unknown> = Promise.resolve();

  function start(): Worker {
    const worker = new Worker(options.worker, {
      env: {},
      execArgv: [],
      resourceLimits: {
        maxOldGenerationSizeMb: options.maxOldGenerationMegabytes,
        maxYoungGenerationSizeMb: 32,
      },
    });
    // Without a listener the error of an idle worker would end the process.
    worker.on('error', () => forget(worker));
    worker.on('exit', () => forget(worker));
    return worker;
  }

  function forget(worker: Worker): void {
    if (idle === worker) idle = undefined;
  }

  async function runNow(input: In, transfer: readonly Transferable[]): Promise<BoxResult<Out>> {
    const isFresh = idle === undefined;
    const worker = idle ?? start();
    idle = undefined;
    busy = worker;
    const result = await ask<In, Out>(worker, isFresh, input, transfer, options.timeoutMilliseconds);
    busy = undefined;
    if (result.isAlive) {
      worker.unref();
      idle = worker;
    } else {
      await worker.terminate();
    }
    return result.answer;
  }

  return {
    run(input, transfer = []) {
      const turn = line.then(() => runNow(input, transfer));
      line = turn;
      return turn;
    },
    async close() {
      await Promise.all([idle?.terminate(), busy?.terminate()]);
      idle = undefined;
    },
  };
}

interface Asked<Out> {
  answer: BoxResult<Out>;
  isAlive: boolean;
}

function ask<In, Out>(
  worker: Worker,
  isFresh: boolean,
  input: In,
  transfer: readonly Transferable[],
  timeoutMilliseconds: number,
): Promise<Asked<Out>> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout;
    const end = (answer: BoxResult<Out>, isAlive: boolean) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('messageerror', onError).off('error', onError).off('exit', onExit);
      resolve({ answer, isAlive });
    };
    const onMessage = (message: BoxMessage<Out>) => {
      if (message === 'ready') send();
      else if ('value' in message) end({ status: 'done', value: message.value }, true);
      else end({ status: 'failed', error: message.error }, true);
    };
    const onError = (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') end({ status: 'killed', reason: 'out-of-memory' }, false);
      else end(failed(error), false);
    };
    const onExit = () => end(failed(new Error('the parsing worker was closed')), false);
    const send = () => {
      clearTimeout(timer);
      timer = setTimeout(() => end({ status: 'killed', reason: 'too-slow' }, false), timeoutMilliseconds);
      try {
        worker.postMessage(input, transfer);
      } catch (error) {
        end(failed(error), true);
      }
    };
    worker.ref();
    worker.on('message', onMessage).on('messageerror', onError).on('error', onError).on('exit', onExit);
    if (isFresh) {
      const late = new Error(`the parsing worker did not load within ${START_MILLISECONDS} ms`);
      timer = setTimeout(() => end(failed(late), false), START_MILLISECONDS);
    } else {
      send();
    }
  });
}

function failed(error: unknown): { status: 'failed'; error: { name: string; message: string } } {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { status: 'failed', error: { name, message } };
}
