import type { AwsCall } from './aws-call.ts';
import type { Statement } from './policy.ts';

type Operator = (given: string, wanted: string) => boolean;

const isLike: Operator = (given, pattern) => matchesPattern(given, pattern);

/** Of these the template's policies are made. A statement with another one is refused, not passed over. */
const operators: Readonly<Record<string, Operator>> = {
  StringEquals: (given, wanted) => given === wanted,
  StringLike: isLike,
  ArnEquals: isLike,
  ArnLike: isLike,
  Bool: (given, wanted) => given.toLowerCase() === wanted.toLowerCase(),
};

/**
 * Whether IAM lets a role do it: every resource allowed by some statement, none denied.
 *
 * @throws for an operator of a condition that is not known here
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function isAllowed(call: AwsCall, statements: readonly Statement[]): boolean {
  return call.resources.every((resource) => {
    const applying = statements.filter((statement) => applies(statement, call, resource));
    return applying.length > 0 && applying.every(({ effect }) => effect === 'Allow');
  });
}

/** Whether a statement speaks of the call and of this one of its resources. */
export function applies(statement: Statement, call: AwsCall, resource: string): boolean {
  return (
    statement.actions.some((action) => matchesPattern(call.action.toLowerCase(), action.toLowerCase())) &&
    statement.resources.some((pattern) => matchesPattern(resource, pattern)) &&
    Object.entries(statement.conditions).every(([operator, keys]) => holds(operator, keys, call))
  );
}

function holds(operator: string, keys: Readonly<Record<string, readonly string[]>>, { conditions }: AwsCall): boolean {
  const compare = operators[operator];
  if (compare === undefined) throw new Error(`the condition ${operator} is not judged here`);
  const givenBy = new Map(Object.entries(conditions).map(([key, value]) => [key.toLowerCase(), value]));
  return Object.entries(keys).every(([key, values]) => {
    const given = givenBy.get(key.toLowerCase());
    // A key that the request does not have holds for no operator of these.
    return given !== undefined && values.some((wanted) => compare(given, wanted));
  });
}

/** `*` stands for any characters, `?` for one. */
function matchesPattern(text: string, pattern: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`, 's').test(text);
}
