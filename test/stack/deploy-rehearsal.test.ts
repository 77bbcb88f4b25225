import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { resourcesOf, synthesise, widestDeployment } from './synthesised-stack.ts';

/** The widest stack that a deployment can ask for, as the CLI would deploy it. */
const folder = mkdtempSync(join(tmpdir(), 'vigil-assembly-'));
const template = synthesise({ deployment: widestDeployment, outdir: folder });
const document = template.toJSON() as { Resources: Record<string, { Type: string; DeletionPolicy?: string }> };
const resources = Object.entries(document.Resources);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LIMITS = {
  /** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
  resources: 500,
  outputs: 200,
  templateBytes: 1_000_000,
  /** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html : inline policies of one role */
  rolePolicyChars: 10_240,
  /** @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html : variables of one function */
  environmentBytes: 4096,
  descriptionChars: 256,
  /** @see https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html and SQS: policy of one resource */
  resourcePolicyBytes: 20_480,
};

/** Room for what a reference becomes in the account: an ARN is longer than the reference to it. */
const ROOM = 0.5;

describe('the limits of AWS are kept with half of each to spare', () => {
  test('of CloudFormation', () => {
    const size = Buffer.byteLength(JSON.stringify(document));
    const outputs = Object.keys(template.toJSON().Outputs).length;
    expect(resources.length).toBeGreaterThan(80);
    expect(resources.length).toBeLessThan(LIMITS.resources * ROOM);
    expect(outputs).toBeLessThan(LIMITS.outputs * ROOM);
    expect(size).toBeLessThan(LIMITS.templateBytes * ROOM);
  });

  test('of roles, queues, topic and archive', () => {
    const tooLong = ['AWS::IAM::Policy', 'AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy', 'AWS::S3::BucketPolicy']
      .flatMap((type) => resourcesOf(template, type).map((resource) => ({ type, ...resource })))
      .filter(({ type, Properties: { PolicyDocument } }) => {
        const limit = type === 'AWS::IAM::Policy' ? LIMITS.rolePolicyChars : LIMITS.resourcePolicyBytes;
        return JSON.stringify(PolicyDocument).length > limit * ROOM;
      });
    expect(tooLong.map(({ id }) => id)).toEqual([]);
  });

  test('of functions', () => {
    for (const { Properties } of resourcesOf(template, 'AWS::Lambda::Function')) {
      expect(JSON.stringify(Properties.Environment).length).toBeLessThan(LIMITS.environmentBytes * ROOM);
      expect(String(Properties.Description).length).toBeLessThan(LIMITS.descriptionChars);
    }
  });
});

test('every asset that the template needs lies in the assembly', () => {
  const { files } = JSON.parse(readFileSync(join(folder, 'Vigil.assets.json'), 'utf8')) as {
    files: Record<string, { source: { path: string } }>;
  };
  expect(Object.values(files).filter(({ source }) => !existsSync(join(folder, source.path)))).toEqual([]);
  const wanted = resourcesOf(template, 'AWS::Lambda::Function').map(({ Properties }) => {
    return (Properties.Code as { S3Key: string }).S3Key.replace('.zip', '');
  });
  expect(wanted.filter((hash) => files[hash] === undefined)).toEqual([]);
  expect(new Set(wanted).size).toBe(wanted.length);
});

/** Resources of the widest stack, and of one that has what the widest does not: the user pool, an own name without a firewall. */
const { signIn: _signIn, firewall: _firewall, ...ofThePool } = widestDeployment;
const pooled = synthesise({ deployment: ofThePool }).toJSON() as typeof document;
const everywhere = Object.entries({ ...document.Resources, ...pooled.Resources });

test('what holds data is kept by these ids: under another one, an update would begin with an empty one', () => {
  const kept = everywhere.filter(([, { DeletionPolicy }]) => DeletionPolicy?.startsWith('Retain'));
  expect(kept.map(([id, { Type }]) => `${Type.replace('AWS::', '')} ${id}`).sort()).toEqual([
    'Cognito::UserPool SignInUsers1801E146',
    'DynamoDB::Table TablesAccessFC9D8B84',
    'DynamoDB::Table TablesConfirmations46F85C43',
    'DynamoDB::Table TablesCoverage05278253',
    'DynamoDB::Table TablesEditionsA7BA05ED',
    'DynamoDB::Table TablesFeedback3DCD6885',
    'DynamoDB::Table TablesFeedsCC965DAB',
    'DynamoDB::Table TablesIdentities4BDFD7EE',
    'DynamoDB::Table TablesItems7D42244B',
    'DynamoDB::Table TablesStories3EAEDCED',
    'DynamoDB::Table TablesSubscribers21E06D30',
    'DynamoDB::Table TablesUsageA60E9525',
    'S3::Bucket ArchiveDA4CB258',
    'SecretsManager::Secret SecretsOriginSecret03A8BC6E',
    'SecretsManager::Secret SecretsSigningKey427004F6',
  ]);
  const unsafe = kept.filter(
    ([, resource]) => (resource as { UpdateReplacePolicy?: string }).UpdateReplacePolicy !== 'Retain',
  );
  expect(unsafe).toEqual([]);
});

test('what an update may replace or remove is wiring, messages under way and logs', () => {
  const replaceable = everywhere.filter(([, { DeletionPolicy }]) => !DeletionPolicy?.startsWith('Retain'));
  expect([...new Set(replaceable.map(([, { Type }]) => Type))].sort()).toEqual([
    'AWS::ApiGatewayV2::Api',
    'AWS::ApiGatewayV2::ApiMapping',
    'AWS::ApiGatewayV2::DomainName',
    'AWS::ApiGatewayV2::Integration',
    'AWS::ApiGatewayV2::Route',
    'AWS::ApiGatewayV2::Stage',
    'AWS::Budgets::Budget',
    'AWS::CloudFront::Distribution',
    'AWS::CloudWatch::Alarm',
    'AWS::CloudWatch::Dashboard',
    'AWS::Cognito::UserPoolClient',
    'AWS::Cognito::UserPoolDomain',
    'AWS::IAM::Policy',
    'AWS::IAM::Role',
    'AWS::Lambda::EventInvokeConfig',
    'AWS::Lambda::EventSourceMapping',
    'AWS::Lambda::Function',
    'AWS::Lambda::Permission',
    'AWS::Logs::LogGroup',
    'AWS::Route53::RecordSet',
    'AWS::S3::BucketPolicy',
    'AWS::SES::ConfigurationSet',
    'AWS::SES::ConfigurationSetEventDestination',
    'AWS::SES::EmailIdentity',
    'AWS::SNS::Subscription',
    'AWS::SNS::Topic',
    'AWS::SNS::TopicPolicy',
    'AWS::SQS::Queue',
    'AWS::SQS::QueuePolicy',
    'AWS::Scheduler::Schedule',
    'AWS::WAFv2::WebACL',
  ]);
});
