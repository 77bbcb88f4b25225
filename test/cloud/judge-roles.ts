import type { AwsCall } from './aws-call.ts';
import type { DeployedStack } from './deployed-stack.ts';
import type { GrantUse } from './grant.ts';
import { type GrantNote, grantNotes } from './grant-notes.ts';

/** What a run shows of one role. */
export interface RoleProof {
  /** Id in the template without its hash. */
  role: string;
  roleId: string;
  calls: number;
  used: readonly GrantUse[];
  /** No call of the run made use of them. */
  unused: readonly (GrantUse & { note?: string })[];
  /** Calls that the role does not allow. */
  missing: readonly AwsCall[];
}

const withoutHash = (id: string) => id.replace(/[0-9A-F]{8}$/, '');

export function judgeRoles(
  { roles, ledger }: Pick<DeployedStack, 'roles' | 'ledger'>,
  notes: readonly GrantNote[] = grantNotes,
): RoleProof[] {
  return roles.map(({ id }) => {
    const role = withoutHash(id);
    const uses = ledger.usesOf(id);
    return {
      role,
      roleId: id,
      calls: ledger.callsOf(id).length,
      used: uses.filter(({ calls }) => calls > 0),
      unused: uses.filter(({ calls }) => calls === 0).map((use) => ({ ...use, ...noteOf(role, use, notes) })),
      missing: ledger.refusedOf(id),
    };
  });
}

function noteOf(role: string, { action }: GrantUse, notes: readonly GrantNote[]): { note?: string } {
  const found = notes.find((note) => note.role === role && note.action === action);
  return found === undefined ? {} : { note: found.reason };
}

/** Calls that a role was refused: one sentence each. */
export function findMissingGrants(proofs: readonly RoleProof[]): string[] {
  const refused = proofs.flatMap(({ role, missing }) =>
    missing.map(({ action, resources }) => `${role} may not ${action} ${resources.join(', ')}`),
  );
  return [...new Set(refused)];
}

/** Grants that a whole run never used and no note explains, and notes that explain nothing: one sentence each. */
export function findIdleGrants(proofs: readonly RoleProof[], notes: readonly GrantNote[] = grantNotes): string[] {
  const idle = proofs.flatMap(({ role, unused }) =>
    unused
      .filter(({ note }) => note === undefined)
      .map(({ action, resource }) => `${role} may ${action} ${resource}, and never does`),
  );
  const stale = notes.filter(
    ({ role, action }) =>
      !proofs.some((proof) => proof.role === role && proof.unused.some((use) => use.action === action)),
  );
  return [...idle, ...stale.map(({ role, action }) => `the note on ${action} of ${role} speaks of no unused grant`)];
}
