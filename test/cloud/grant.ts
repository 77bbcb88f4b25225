import type { AwsCall } from './aws-call.ts';
import { applies } from './judge-call.ts';
import type { Statement } from './policy.ts';

/** One permission that a role has: an action on a resource, as its policy writes them. */
interface Grant {
  action: string;
  resource: string;
}

export interface GrantUse extends Grant {
  /** How many calls it let through. */
  calls: number;
}

/** Every grant of a role, and how often the calls of a run made use of it. */
export function countUses(statements: readonly Statement[], calls: readonly AwsCall[]): GrantUse[] {
  const asked = calls.flatMap((call) => call.resources.map((resource) => ({ call, resource })));
  return statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap((statement) =>
      statement.actions.flatMap((action) =>
        statement.resources.map((resource) => {
          const alone = { ...statement, actions: [action], resources: [resource] };
          return { action, resource, calls: asked.filter((one) => applies(alone, one.call, one.resource)).length };
        }),
      ),
    );
}
