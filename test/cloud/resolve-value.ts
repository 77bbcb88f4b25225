import type { PhysicalNames } from './physical-names.ts';

export interface ResolveNeeds {
  names: PhysicalNames;
  /** Text of a secret by its ARN. */
  secret: (arn: string) => string;
}

const SECRET = /\{\{resolve:secretsmanager:(.+?):SecretString:::\}\}/g;

/**
 * A value of the template as CloudFormation hands it to a resource: references and joins first, then the secrets that
 * the joined text names.
 *
 * @throws for an intrinsic function or a dynamic reference that is not known here
 */
export function resolveValue(value: unknown, needs: ResolveNeeds): unknown {
  return mapTexts(referTo(value, needs.names), (text) => fillSecrets(text, needs));
}

function referTo(value: unknown, names: PhysicalNames): unknown {
  if (Array.isArray(value)) return value.map((part) => referTo(part, names));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [key, argument] = entries[0] ?? [];
  const isIntrinsic = entries.length === 1 && (key === 'Ref' || key?.startsWith('Fn::'));
  if (key !== undefined && isIntrinsic) return callIntrinsic(key, argument, names);
  return Object.fromEntries(entries.map(([name, part]) => [name, referTo(part, names)]));
}

function callIntrinsic(name: string, argument: unknown, names: PhysicalNames): unknown {
  if (name === 'Ref') return names.ref(String(argument));
  if (name === 'Fn::GetAtt') {
    const [id, attribute] = argument as [string, string];
    return names.attribute(id, attribute);
  }
  if (name === 'Fn::Join') {
    const [separator, parts] = argument as [string, unknown[]];
    return parts.map((part) => String(referTo(part, names))).join(separator);
  }
  if (name === 'Fn::Select') {
    const [index, parts] = argument as [number, unknown];
    return (referTo(parts, names) as unknown[])[index];
  }
  if (name === 'Fn::Split') {
    const [separator, text] = argument as [string, unknown];
    return String(referTo(text, names)).split(separator);
  }
  throw new Error(`${name} is not known here: ${JSON.stringify(argument)}`);
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((part) => mapTexts(part, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, mapTexts(part, change)]));
}

function fillSecrets(text: string, { secret }: ResolveNeeds): string {
  const filled = text.replace(SECRET, (_, arn: string) => secret(arn));
  if (filled.includes('{{resolve:')) throw new Error(`a dynamic reference that is not known here: ${filled}`);
  return filled;
}
