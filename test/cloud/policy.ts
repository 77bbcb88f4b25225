/** One statement of a role's policy, every reference resolved. */
export interface Statement {
  effect: 'Allow' | 'Deny';
  actions: readonly string[];
  resources: readonly string[];
  /** Operator → condition key → values. */
  conditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

const KNOWN_KEYS = new Set(['Sid', 'Effect', 'Action', 'Resource', 'Condition']);

/**
 * @param document as CloudFormation hands it to IAM
 * @throws for NotAction, NotResource and what else is not judged here
 */
export function readStatements(document: unknown): Statement[] {
  const { Statement: statements } = document as { Statement: Record<string, unknown> | Record<string, unknown>[] };
  return [statements].flat().map((raw) => {
    const unknown = Object.keys(raw).find((key) => !KNOWN_KEYS.has(key));
    if (unknown !== undefined) throw new Error(`a policy with ${unknown} is not judged here`);
    const { Effect, Action, Resource, Condition = {} } = raw;
    if (Effect !== 'Allow' && Effect !== 'Deny') throw new Error(`a policy with the effect ${Effect}`);
    return {
      effect: Effect,
      actions: texts(Action),
      resources: texts(Resource),
      conditions: readConditions(Condition),
    };
  });
}

const texts = (value: unknown): string[] => [value].flat().map(String);

const readConditions = (condition: unknown): Statement['conditions'] =>
  Object.fromEntries(
    Object.entries(condition as object).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys as object).map(([key, value]) => [key, texts(value)])),
    ]),
  );
