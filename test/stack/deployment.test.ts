import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Deployment } from '../../lib/stack/deployment.ts';
import { isReservedAddress } from '../../lib/stack/is-reserved-address.ts';
import { readDeployment } from '../../lib/stack/read-deployment.ts';
import { deploymentJson, synthesise, widestDeployment } from './synthesised-stack.ts';

const given = { sender: 'digest@monitor.org', contact: 'https://monitor.org/about' };
const defaults = {
  budget: 20,
  identity: 'address',
  firewall: false,
  logDays: 30,
  reserveConcurrency: true,
  signUp: false,
};
const read = (production: unknown, context: Record<string, unknown> = {}) =>
  readDeployment({ production }, (key) => context[key]);
const parametersOf = (deployment: Record<string, unknown>) =>
  Object.entries(synthesise({ deployment }).toJSON().Parameters as Record<string, { Default?: string }>)
    .filter(([, { Default }]) => Default === undefined)
    .map(([name]) => name);

test('sender and contact are enough; everything else has its default', () => {
  expect(read(given)).toEqual({ stackName: 'Vigil', deployment: { ...defaults, ...given } });
  expect(read(widestDeployment).deployment).toEqual({ ...defaults, ...widestDeployment });
});

test('the stage is chosen by context and names the stack', () => {
  const file = { $schema: './deployment.schema.json', production: given, staging: { ...given, budget: 5 } };
  const { stackName, deployment } = readDeployment(file, (key) => ({ stage: 'staging' })[key]);
  expect([stackName, deployment.budget]).toEqual(['Vigil-staging', 5]);
  expect(() => readDeployment(file, (key) => ({ stage: 'stagging' })[key])).toThrow(
    'config/deployment.json has no stage "stagging": write one, or choose with -c stage=… of production, staging',
  );
});

test('sender, contact, alarms and budget can be said at the command instead', () => {
  const said = { sender: 'a@b.org', contact: 'mailto:a@b.org', alarms: 'c@b.org', budget: '7', firewall: 'true' };
  expect(read({}, said).deployment).toEqual({ ...defaults, ...said, budget: 7, firewall: false });
});

test('every value that is missing or wrong is named with the way to give it', () => {
  expect(() => read({})).toThrow(
    'the stack cannot be synthesised; config/deployment.json, production: sender: give the From-address of the ' +
      'digest, as digest@your-domain; contact: give an address for publishers, as mailto:you@your-domain or ' +
      'https://your-domain/monitor',
  );
});

test.each([
  ['sender', 'Vigil <digest@monitor.org>', 'sender: give the From-address'],
  ['contact', 'javascript:alert(1)', 'contact: give an address for publishers'],
  ['alarms', 'nobody', 'alarms: give one mail address'],
  ['budget', 'little', 'budget: give US dollars a month'],
  ['budget', -1, 'budget: give US dollars a month'],
  ['identity', 'mailbox', 'identity: write "address", "domain" or'],
  ['hostedZone', { id: 'Z0123456789ABC', name: 'monitor.org' }, 'hostedZone: goes with "identity": "domain"'],
  ['hostedZone', { id: 'zone', name: 'monitor.org' }, 'hostedZone.id: write the id of a Route 53 hosted zone'],
  [
    'domain',
    { name: 'vigil.monitor.org', certificateArn: 'mine' },
    'domain.certificateArn: give the ARN of a certificate',
  ],
  ['domain', { name: 'https://monitor.org' }, 'domain.name: write a domain name in small letters'],
  ['domain', { name: 'vigil.monitor.org' }, 'domain.certificateArn: give the ARN of a certificate'],
  ['hostedZone', { name: 'monitor.org' }, 'hostedZone.id: write the id of a Route 53 hosted zone'],
  [
    'domain',
    { ...widestDeployment.domain, hostedZone: { id: 'Z0123456789ABC', name: 'or.org' } },
    'domain.hostedZone: give the zone in which the name lies',
  ],
  ['firewall', 'yes', 'firewall: write true for a web ACL of the stack’s own'],
  ['objectLockDays', 1.5, 'objectLockDays: write whole days'],
  ['keepPagesDays', 3, 'keepPagesDays: at least 30 days'],
  ['sandboxReaders', ['nobody'], 'sandboxReaders.0: write mail addresses of readers'],
  ['logDays', 31, 'logDays: choose 7, 14, 30'],
  ['reserveConcurrency', 'no', 'reserveConcurrency: write true or false'],
  ['senders', 'digest@monitor.org', 'Unrecognized key: "senders"'],
])('%s %j is refused', (key, value, problem) => {
  expect(() => read({ ...given, [key]: value })).toThrow(problem);
});

test.each(['production', [given], null])('a file that is %j and not stages by their names is refused', (file) => {
  expect(() => readDeployment(file, () => undefined)).toThrow('write the stages by their names');
});

test('behind a firewall the certificate is of the region from which CloudFront takes it', () => {
  const certificateArn = widestDeployment.domain.certificateArn.replace('us-east-1', 'eu-central-1');
  const domain = { ...widestDeployment.domain, certificateArn };
  expect(read({ ...given, domain }).deployment.domain).toEqual(domain);
  const problem = 'domain.certificateArn: behind a firewall the name is CloudFront’s';
  expect(() => read({ ...given, domain, firewall: true })).toThrow(problem);
});

test('more people than the environment of a function holds are not named one by one', () => {
  const listOf = (length: number) => Array.from({ length }, (_, one) => `reader-${one}@newsroom-of-the-coast.org`);
  const signIn = (length: number) => ({ issuer: 'https://i.org', clientId: 'v', allowed: listOf(length) });
  expect(read({ ...given, signIn: signIn(40) }).deployment.signIn?.allowed).toHaveLength(40);
  const problem = 'signIn.allowed: at most 1500 letters in all';
  expect(() => read({ ...given, signIn: signIn(50) })).toThrow(problem);
});

test.each(['Staging', 'draws', 'cognito-test', 'a'.repeat(32)])('%s is no name of a stage', (stage) => {
  expect(() => readDeployment({ [stage]: given }, (key) => ({ stage })[key])).toThrow(
    `config/deployment.json: ${stage}: name a stage in small letters, such as staging, and without "aws"`,
  );
});

test('pages are not deleted while Object Lock holds them', () => {
  const problem = 'keepPagesDays: pages cannot be deleted while Object Lock holds them';
  expect(() => read({ ...given, objectLockDays: 90, keepPagesDays: 60 })).toThrow(problem);
});

test('the schema that editors read is the one that is enforced', () => {
  const path = join(import.meta.dirname, '../../config/deployment.schema.json');
  const { $schema, ...stage } = z.toJSONSchema(Deployment, { io: 'input', unrepresentable: 'any' });
  const schema = {
    $schema,
    title: 'Deployments of Vigil by stage',
    type: 'object',
    properties: { $schema: { type: 'string' } },
    additionalProperties: stage,
  };
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(schema);
});

test('the examples of the repository synthesise and cannot be deployed', () => {
  expect(read(deploymentJson.production).deployment).toMatchObject({
    sender: 'digest@vigil.example',
    contact: 'mailto:operator@vigil.example',
  });
  const own = { sender: 'digest@monitor.org', contact: 'mailto:operator@monitor.org' };
  const stop = ['GiveYourOwnAddressesInConfigDeploymentJson'];
  expect(parametersOf({})).toEqual(stop);
  expect(parametersOf({ ...own, sender: 'digest@vigil.example' })).toEqual(stop);
  expect(parametersOf({ ...own, contact: 'https://example.org/about' })).toEqual(stop);
  expect(parametersOf({ ...own, alarms: 'a@vigil.example' })).toEqual(stop);
  expect(parametersOf(own)).toEqual([]);
});

describe('names that nobody owns', () => {
  test.each(['a@vigil.example', 'mailto:a@Example.COM', 'https://example.net:8443/a', 'https://a.test', 'a@b.invalid'])(
    '%s stands under one',
    (address) => expect(isReservedAddress(address)).toBe(true),
  );
  test.each([
    'a@example.com.de',
    'mailto:example@monitor.org',
    'https://contest.org/test',
    'https://a.org/a.example.b',
  ])('%s does not', (address) => expect(isReservedAddress(address)).toBe(false));
});
