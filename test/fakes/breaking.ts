/** Where a run breaks: at which port call from 1 on, and whether the call's effect has happened by then. */
export interface Break {
  call: number;
  moment: 'before the effect' | 'after the effect';
}

export const NEVER: Break = { call: 0, moment: 'before the effect' };
export const MOMENTS = ['before the effect', 'after the effect'] as const;

/**
 * The same needs, with one call of the named ports failing; `calls` lists what was called, as `port.method`. Later calls
 * of the run fail too: the process is gone. Those of the next run, after `revive`, do not.
 */
export function breaking<Needs extends object>(needs: Needs, ports: readonly (keyof Needs)[], plan: Break) {
  const calls: string[] = [];
  let isGone = false;
  const wrap = <Port extends object>(name: string, port: Port): Port =>
    new Proxy(port, {
      get: (target, key) => {
        const method = target[key as keyof Port];
        if (typeof method !== 'function') return method;
        return async (...args: unknown[]) => {
          if (isGone) throw new Error('the process is gone');
          const isHit = calls.push(`${name}.${String(key)}`) === plan.call;
          if (!isHit) return method.apply(target, args);
          if (plan.moment === 'after the effect') await method.apply(target, args);
          isGone = true;
          throw new Error(`broken at call ${plan.call}`);
        };
      },
    });
  const wrapped = { ...needs };
  for (const name of ports) wrapped[name] = wrap(String(name), needs[name] as object) as Needs[keyof Needs];
  return {
    needs: wrapped,
    calls,
    revive: () => {
      isGone = false;
    },
  };
}
