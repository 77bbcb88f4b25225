import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { StageName } from '../../lib/pipeline.ts';
import { stages } from '../../lib/pipeline.ts';
import { constructId } from '../../lib/stack/construct-id.ts';
import { readDeployment } from '../../lib/stack/read-deployment.ts';
import { VigilStack } from '../../lib/stack/vigil-stack.ts';

const root = join(import.meta.dirname, '..', '..');
const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>;
/** The example that the repository ships. */
export const deploymentJson = readJson('config/deployment.json') as { production: Record<string, unknown> };
const cdkContext = readJson('cdk.json').context as Record<string, unknown>;

/** The sources stand in for the bundles: a template holds only their hash. */
const sources = Object.fromEntries(stages.map(({ name }) => [name, join(root, 'lambdas', name)]));

/** Everything that a deployment can ask for. */
export const widestDeployment = {
  sender: 'digest@monitor.org',
  contact: 'mailto:operator@monitor.org',
  alarms: 'operator@monitor.org',
  identity: 'domain',
  hostedZone: { id: 'Z0123456789ABC', name: 'monitor.org' },
  domain: {
    name: 'vigil.monitor.org',
    certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef',
    hostedZone: { id: 'Z0123456789ABC', name: 'monitor.org' },
  },
  signIn: {
    issuer: 'https://sign-in.monitor.org/',
    clientId: 'vigil',
    clientSecretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:vigil-client-AbCdEf',
    allowed: ['@monitor.org', 'guest@press.org'],
  },
  signUp: true,
  firewall: true,
  objectLockDays: 30,
  keepPagesDays: 365,
};

export interface SynthesisOptions {
  /** Values of the stage in `config/deployment.json`. */
  deployment?: Record<string, unknown>;
  /** Added to the context of cdk.json. */
  context?: Record<string, unknown>;
  bundles?: Record<string, string>;
  /** Changes the stack before it is synthesised. */
  alter?: (stack: VigilStack) => void;
  /** Where the assembly is written; a temporary folder by default. */
  outdir?: string;
}

export function synthesise(options: SynthesisOptions = {}): Template {
  const { deployment, context, bundles = sources, alter, outdir } = options;
  const app = new App({ ...(outdir !== undefined && { outdir }), context: { ...cdkContext, ...context } });
  const file = { ...deploymentJson, production: { ...deploymentJson.production, ...deployment } };
  const staged = readDeployment(file, (key) => app.node.tryGetContext(key));
  const stack = new VigilStack(app, staged.stackName, { ...staged, bundles: bundles as Record<StageName, string> });
  alter?.(stack);
  return Template.fromStack(stack);
}

export interface Resource {
  id: string;
  Properties: Record<string, unknown>;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
}

/** Resources of a type in the order of the template, their ids without the hash at the end. */
export function resourcesOf(template: Template, type: string): Resource[] {
  return Object.entries(template.findResources(type)).map(([id, resource]) => ({
    ...(resource as Omit<Resource, 'id'>),
    id: withoutHash(id),
  }));
}

/** The function, or what else belongs to one row, of a type that each row has once. */
export function resourceOfStage(template: Template, type: string, stage: string): Resource {
  const found = resourcesOf(template, type).filter(({ id }) => id.startsWith(constructId(stage)));
  if (found.length !== 1 || !found[0]) throw new Error(`${stage} has ${found.length} resources of ${type}`);
  return found[0];
}

type Intrinsic = string | { Ref: string } | { 'Fn::GetAtt': [string, string] } | { 'Fn::Join': [string, Intrinsic[]] };

/** A value of the template as text: `TablesFeeds.Arn/index/byState`. */
export function render(value: unknown): string {
  const known = value as Intrinsic;
  if (typeof known === 'string') return known;
  if ('Ref' in known) return withoutHash(known.Ref);
  if ('Fn::GetAtt' in known) return `${withoutHash(known['Fn::GetAtt'][0])}.${known['Fn::GetAtt'][1]}`;
  if ('Fn::Join' in known) return known['Fn::Join'][1].map(render).join(known['Fn::Join'][0]);
  throw new Error(`no text for ${JSON.stringify(value)}`);
}

const withoutHash = (id: string) => id.replace(/[0-9A-F]{8}$/, '');

/** Variables of a row's function, rendered. */
export function environmentOf(template: Template, stage: string): Record<string, string> {
  const { Environment } = resourceOfStage(template, 'AWS::Lambda::Function', stage).Properties;
  const { Variables } = Environment as { Variables: Record<string, unknown> };
  return Object.fromEntries(Object.entries(Variables).map(([key, value]) => [key, render(value)]));
}

/** What a row's role may do, one `action resource` each. */
export function grantsOf(template: Template, stage: string): string[] {
  const { PolicyDocument } = resourceOfStage(template, 'AWS::IAM::Policy', stage).Properties;
  const { Statement } = PolicyDocument as { Statement: { Action: string | string[]; Resource: unknown }[] };
  return Statement.flatMap(({ Action, Resource }) =>
    [Action].flat().flatMap((action) => [Resource].flat().map((resource) => `${action} ${render(resource)}`)),
  ).sort();
}
