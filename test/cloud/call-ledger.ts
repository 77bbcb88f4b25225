import type { AwsCall } from './aws-call.ts';
import { countUses, type GrantUse } from './grant.ts';
import { isAllowed } from './judge-call.ts';
import type { Role } from './role-policies.ts';

/** Every call of a run under the role that it was made with, judged when it was made. */
export interface CallLedger {
  /** Judges a call and notes it. */
  authorise(roleId: string, call: AwsCall): boolean;
  callsOf(roleId: string): readonly AwsCall[];
  /** Calls that the role does not allow. */
  refusedOf(roleId: string): readonly AwsCall[];
  usesOf(roleId: string): GrantUse[];
}

export function createCallLedger(roles: readonly Role[]): CallLedger {
  const accounts = new Map(roles.map((role) => [role.id, { role, calls: [] as AwsCall[], refused: [] as AwsCall[] }]));
  const of = (roleId: string) => {
    const found = accounts.get(roleId);
    if (!found) throw new Error(`no role ${roleId} in the template`);
    return found;
  };
  return {
    authorise(roleId, call) {
      const { role, calls, refused } = of(roleId);
      const allowed = isAllowed(call, role.statements);
      (allowed ? calls : refused).push(call);
      return allowed;
    },
    callsOf: (roleId) => of(roleId).calls,
    refusedOf: (roleId) => of(roleId).refused,
    usesOf(roleId) {
      const { role, calls } = of(roleId);
      return countUses(role.statements, calls);
    },
  };
}
