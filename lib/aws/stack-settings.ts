import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { UserError } from '../errors.ts';
import { explainAwsFault } from './explain-aws-fault.ts';

/** A stack of which the resources stand, though an update may be under way or have been taken back. */
const STANDING = /^(CREATE_COMPLETE|IMPORT_(COMPLETE|ROLLBACK_COMPLETE)|UPDATE_(?!FAILED|ROLLBACK_FAILED).*)$/;

/**
 * What a deployed stack tells about itself, under the keys of Settings: its output `FeedsQueueUrl` is
 * `FEEDS_QUEUE_URL`. Region and credentials are the caller's. The secrets are no outputs: the key of links holds a text
 * that signs nothing, and the page's door is not told. `STACK_ID` beside them is the stack's name in AWS, with account and region.
 *
 * @throws UserError when there is no such stack, it failed, or AWS does not let the caller ask
 */
export async function readStackSettings(stackName: string): Promise<Record<string, string>> {
  const { id, status, outputs } = await describeStack(stackName);
  if (!STANDING.test(status)) {
    throw new UserError(
      `stack ${stackName} is not usable: ${status}; ${status.endsWith('_IN_PROGRESS') ? 'wait until it has ended' : 'see its events in the console of CloudFormation, mend the cause and deploy it again'}`,
    );
  }
  const nothing = `signs-nothing:${stackName}`.padEnd(32, '-');
  return { ...outputs, AWS_REGION: id.split(':')[3] ?? '', STACK_ID: id, SIGNING_KEY: nothing };
}

interface Described {
  id: string;
  status: string;
  outputs: Record<string, string>;
}

async function describeStack(stackName: string): Promise<Described> {
  const client = new CloudFormationClient({});
  try {
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: stackName }));
    const outputs = (stack?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [
      keyOf(OutputKey),
      OutputValue,
    ]);
    return { id: stack?.StackId ?? '', status: stack?.StackStatus ?? 'UNKNOWN', outputs: Object.fromEntries(outputs) };
  } catch (error) {
    throw (await explain(error, stackName, client)) ?? error;
  } finally {
    client.destroy();
  }
}

/** `FeedsQueueUrl` → `FEEDS_QUEUE_URL` */
const keyOf = (output: string) => output.replace(/(?<!^)(?=[A-Z])/g, '_').toUpperCase();

async function explain(
  error: unknown,
  stackName: string,
  client: CloudFormationClient,
): Promise<UserError | undefined> {
  if (!(error instanceof CloudFormationServiceException) || error.name !== 'ValidationError') {
    return explainAwsFault(error);
  }
  if (!error.message.includes('does not exist')) return new UserError(`--stack: ${error.message}`, 2, { cause: error });
  const region = await client.config.region();
  return new UserError(
    `no stack ${stackName} in ${region}: give the name that was deployed, and its region and account by AWS_REGION and AWS_PROFILE`,
    1,
    { cause: error },
  );
}
