import { z } from 'zod';
import { UserError } from '../errors.ts';
import { Deployment } from './deployment.ts';

/** By the name of the stage: `production`, `staging`, or another. Cognito takes no sign-in page with one of its words. */
const Deployments = z.record(
  z
    .string()
    .regex(
      /^(?!.*(aws|amazon|cognito))[a-z][a-z0-9-]{0,30}$/,
      'name a stage in small letters, such as staging, and without "aws", "amazon" or "cognito" in it',
    ),
  z.unknown(),
);

/** Keys that `-c key=value` may say instead of the file. */
const BY_CONTEXT = ['sender', 'contact', 'alarms', 'budget'] as const;

const DEFAULT_STAGE = 'production';

export interface StagedDeployment {
  deployment: Deployment;
  /** `Vigil` for production, `Vigil-<stage>` for every other. */
  stackName: string;
}

/**
 * @param file content of `config/deployment.json`
 * @param context `-c stage=…` chooses the entry, `-c sender=…` and the like stand in for values of it
 * @throws UserError naming every value that is missing or wrong, and how to give it
 */
export function readDeployment(file: unknown, context: (key: string) => unknown): StagedDeployment {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) {
    throw new UserError('config/deployment.json: write the stages by their names, as {"production": {…}}');
  }
  const { $schema, ...entries } = file as Record<string, unknown>;
  const stages = Deployments.safeParse(entries);
  if (!stages.success) throw new UserError(`config/deployment.json: ${listProblems(stages.error)}`);
  const stage = String(context('stage') ?? DEFAULT_STAGE);
  const entry = stages.data[stage];
  if (typeof entry !== 'object' || entry === null) {
    const known = Object.keys(stages.data).join(', ');
    throw new UserError(
      `config/deployment.json has no stage "${stage}": write one, or choose with -c stage=… of ${known}`,
    );
  }
  const said = BY_CONTEXT.flatMap((key) => (context(key) === undefined ? [] : [[key, context(key)] as const]));
  const parsed = Deployment.safeParse({ ...entry, ...Object.fromEntries(said) });
  if (!parsed.success) {
    throw new UserError(
      `the stack cannot be synthesised; config/deployment.json, ${stage}: ${listProblems(parsed.error)}`,
    );
  }
  return { deployment: parsed.data, stackName: stage === DEFAULT_STAGE ? 'Vigil' : `Vigil-${stage}` };
}

function listProblems({ issues }: z.ZodError): string {
  const said = issues.map((issue) => {
    // Of a key that is no name zod says only that, and keeps the reason below.
    const message = (issue.code === 'invalid_key' && issue.issues[0]?.message) || issue.message;
    return issue.path.length === 0 ? message : `${issue.path.join('.')}: ${message}`;
  });
  return said.join('; ');
}
