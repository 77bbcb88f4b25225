import { randomBytes } from 'node:crypto';
import { SQSClient } from '@aws-sdk/client-sqs';
import { account, arnOf } from './account.ts';
import type { AwsCall } from './aws-call.ts';
import { openBedrockDoor } from './bedrock-door.ts';
import { type CallLedger, createCallLedger } from './call-ledger.ts';
import { startCallRecorder } from './call-recorder.ts';
import { deployTemplate } from './deploy-template.ts';
import type { DeployedFunction } from './deployed-function.ts';
import { startEmbeddedServers } from './embedded-servers.ts';
import { createFunctionPool, type FunctionPool } from './function-pool.ts';
import type { Credentials } from './lambda-variables.ts';
import { publishAlong, readMailEventRoutes } from './mail-event-route.ts';
import { createPhysicalNames } from './physical-names.ts';
import { readFunctions } from './read-functions.ts';
import { resolveValue } from './resolve-value.ts';
import { type Role, readRoles } from './role-policies.ts';
import { resourcesOfType, type TemplateDocument } from './template-document.ts';
import { startXrayDaemon } from './xray-daemon.ts';

export interface DeployedStackOptions {
  template: TemplateDocument;
  /** Folder of the assembly that the template lies in. */
  assembly: string;
  /** For the data of the embedded services. */
  dataDir: string;
  /** Name of a pipeline row by the logical id of its function. */
  stageOf: (functionId: string) => string;
  /** Variables of a stage beside the template's, or in their place. */
  addedTo: (stage: string) => Readonly<Record<string, string>>;
}

/** A synthesised stack on the embedded services, its functions under Lambda's own runtime client. */
export interface DeployedStack {
  template: TemplateDocument;
  resolve: (value: unknown) => unknown;
  roles: readonly Role[];
  functions: readonly FunctionPool[];
  ledger: CallLedger;
  /** Lines that the functions printed, by stage. */
  lines: ReadonlyMap<string, string[]>;
  /** Trace segments that the functions sent, by name of the function. */
  segments: readonly { name: string }[];
  /** Requests that nobody could judge. */
  faults: readonly string[];
  /** Addresses of the embedded services without anybody between. */
  urls: Readonly<Record<'dynamodb' | 'sqs' | 's3' | 'ses', string>>;
  /** Where SES keeps the mails that it took. */
  mailDir: string;
  /** SQS as the operator reaches it. */
  operatorQueues: SQSClient;
  /** Address at which the operator reaches a queue. */
  directUrl: (queueUrl: string) => string;
  /** SQS as Lambda’s pollers reach it with a function's role. */
  pollerOf: (deployed: DeployedFunction) => SQSClient;
  close(): Promise<void>;
}

export async function startDeployedStack(options: DeployedStackOptions): Promise<DeployedStack> {
  const { template, assembly, dataDir, stageOf, addedTo } = options;
  const faults: string[] = [];
  const lines = new Map<string, string[]>();
  const roleOfKey = new Map<string, string>();
  await using started = new AsyncDisposableStack();
  const servers = started.adopt(await startEmbeddedServers(dataDir), (one) => one.close());
  const daemon = started.adopt(await startXrayDaemon(), (one) => one.close());
  const judge = {
    authorise: (accessKeyId: string, call: AwsCall) =>
      ledger.authorise(roleOfKey.get(accessKeyId) ?? accessKeyId, call),
    onFault: (reason: string) => faults.push(reason),
  };
  const recorder = await startCallRecorder({
    ...judge,
    targets: servers.urls,
    identities: resourcesOfType(template, 'AWS::SES::EmailIdentity').map(([, { EmailIdentity }]) =>
      String(EmailIdentity),
    ),
  });
  started.adopt(recorder, (one) => one.close());
  const bedrock = started.adopt(await openBedrockDoor(judge), (one) => one.close());
  const names = createPhysicalNames(template, { sqsUrl: recorder.urls.sqs });
  const secret = createSecrets(template, names.ref);
  const resolve = (value: unknown) => resolveValue(value, { names, secret });
  const roles = readRoles(template, resolve);
  const ledger = createCallLedger(roles);
  await deployTemplate(template, resolve, { dynamoUrl: servers.urls.dynamodb, fauxqsUrl: servers.urls.sqs });
  const openClient = (url: string, name: string) =>
    started.adopt(new SQSClient(access(url, keysOf(name))), (client) => client.destroy());
  const operator = openClient(servers.urls.sqs, 'operator');
  const directUrl = (queueUrl: string) => queueUrl.replace(recorder.urls.sqs, servers.urls.sqs);
  servers.ses.publishTo(publishAlong(readMailEventRoutes(template, resolve), operator, directUrl));

  const variables = {
    AWS_ENDPOINT_URL_DYNAMODB: recorder.urls.dynamodb,
    AWS_ENDPOINT_URL_SQS: recorder.urls.sqs,
    AWS_ENDPOINT_URL_S3: recorder.urls.s3,
    AWS_ENDPOINT_URL_SESV2: recorder.urls.ses,
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.url,
    AWS_XRAY_DAEMON_ADDRESS: daemon.address,
  };
  const functions = readFunctions(template, resolve, { assembly, stageOf }).map((deployed) => {
    const role = roles.find(({ id }) => id === deployed.roleId);
    if (!role?.trusted.includes('lambda.amazonaws.com')) throw new Error(`Lambda may not take on ${deployed.roleId}`);
    const credentials = keysOf(deployed.id);
    roleOfKey.set(credentials.accessKeyId, deployed.roleId);
    const printed: string[] = [];
    lines.set(deployed.stage, printed);
    const pool = createFunctionPool(deployed, {
      credentials,
      added: { ...variables, ...addedTo(deployed.stage) },
      onStart: () => asLambda(ledger, deployed, template, resolve),
      onLine: (line) => printed.push(line),
    });
    return started.adopt(pool, (one) => one.close());
  });
  const pollers = new Map(functions.map(({ deployed: { id } }) => [id, openClient(recorder.urls.sqs, id)]));
  const all = started.move();
  return {
    template,
    resolve,
    roles,
    functions,
    ledger,
    lines,
    segments: daemon.segments,
    faults,
    urls: servers.urls,
    mailDir: servers.mailDir,
    operatorQueues: operator,
    directUrl,
    pollerOf({ id }) {
      const client = pollers.get(id);
      if (!client) throw new Error(`${id} is no function of the template`);
      return client;
    },
    close: () => all.disposeAsync(),
  };
}

/** What Lambda does itself with a function's role: it writes the log, and the trace where tracing is on. */
function asLambda(
  ledger: CallLedger,
  { roleId, name, isTraced }: DeployedFunction,
  template: TemplateDocument,
  resolve: (value: unknown) => unknown,
): void {
  const fn = resourcesOfType(template, 'AWS::Lambda::Function').find(([id]) => resolve({ Ref: id }) === name);
  const group = String(resolve((fn?.[1].LoggingConfig as { LogGroup?: unknown })?.LogGroup ?? `/aws/lambda/${name}`));
  const stream = [arnOf('logs', `log-group:${group}:log-stream:stream`)];
  for (const action of ['logs:CreateLogStream', 'logs:PutLogEvents']) {
    ledger.authorise(roleId, { action, resources: stream, conditions: {} });
  }
  for (const action of isTraced ? ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'] : []) {
    ledger.authorise(roleId, { action, resources: ['*'], conditions: {} });
  }
}

/** @returns the text of a secret by its ARN: as long as the template wants it, the same at every call */
function createSecrets(template: TemplateDocument, arnOfSecret: (id: string) => string): (arn: string) => string {
  const texts = new Map(
    resourcesOfType(template, 'AWS::SecretsManager::Secret').map(([id, { GenerateSecretString }]) => {
      const { PasswordLength } = GenerateSecretString as { PasswordLength: number };
      return [arnOfSecret(id), randomBytes(PasswordLength).toString('hex').slice(0, PasswordLength)];
    }),
  );
  return (arn) => {
    const text = texts.get(arn);
    if (text === undefined) throw new Error(`${arn} is no secret of the template`);
    return text;
  };
}

const keysOf = (name: string): Credentials => ({
  accessKeyId: `ASIA${name}`,
  secretAccessKey: 'embedded',
  sessionToken: 'embedded',
});

const access = (endpoint: string, credentials: Credentials) => ({ region: account.region, endpoint, credentials });
