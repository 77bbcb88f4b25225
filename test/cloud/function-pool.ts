import type { DeployedFunction } from './deployed-function.ts';
import { type ExecutionEnvironment, type InvocationEnd, startEnvironment } from './execution-environment.ts';
import type { Credentials } from './lambda-variables.ts';

export interface FunctionPoolNeeds {
  credentials: Credentials;
  /** Beside the template's variables and Lambda's own. */
  added: Readonly<Record<string, string>>;
  onStart: () => void;
  onLine: (line: string) => void;
}

/** A deployed function with the environments that Lambda keeps for it. */
export interface FunctionPool {
  deployed: DeployedFunction;
  needs: FunctionPoolNeeds;
  /** From now on its environments live so much later; those that stand are ended. */
  advance(seconds: number): Promise<void>;
  /** In an environment that is free, or in a new one. */
  invoke(event: unknown): Promise<InvocationEnd>;
  /** Of every environment that was started: milliseconds until it asked for its first event. */
  initMilliseconds: readonly number[];
  invocations(): number;
  /** Why invocations failed, one after another: the handler threw, or the environment was killed or did not start. */
  failures: readonly string[];
  /** Of the environment that took most. */
  peakMegabytes(): number;
  close(): Promise<void>;
}

export function createFunctionPool(deployed: DeployedFunction, needs: FunctionPoolNeeds): FunctionPool {
  const idle: ExecutionEnvironment[] = [];
  const all: ExecutionEnvironment[] = [];
  const initMilliseconds: number[] = [];
  const failures: string[] = [];
  let invocations = 0;
  let aheadSeconds = 0;

  async function start(): Promise<ExecutionEnvironment> {
    needs.onStart();
    const environment = await startEnvironment(deployed, { ...needs, aheadSeconds }).catch((error: Error) => {
      failures.push(error.message);
      throw error;
    });
    all.push(environment);
    initMilliseconds.push(environment.initMilliseconds);
    return environment;
  }

  return {
    deployed,
    needs,
    initMilliseconds,
    failures,
    invocations: () => invocations,
    peakMegabytes: () => Math.max(0, ...all.map((environment) => environment.peakMegabytes())),
    async advance(seconds) {
      aheadSeconds = seconds;
      await Promise.all(idle.splice(0).map((environment) => environment.close()));
    },
    async invoke(event) {
      invocations += 1;
      const environment = idle.pop() ?? (await start());
      const end = await environment.invoke(event);
      if (environment.isAlive()) idle.push(environment);
      if (end.status !== 'response') failures.push(end.reason);
      return end;
    },
    close: async () => void (await Promise.all(all.map((environment) => environment.close()))),
  };
}
