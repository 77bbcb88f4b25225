import { account, arnOf } from './account.ts';
import type { TemplateDocument, TemplateResource } from './template-document.ts';

export interface PhysicalNames {
  /** What `Ref` gives. */
  ref(id: string): string;
  /** What `Fn::GetAtt` gives. */
  attribute(id: string, name: string): string;
}

type Naming = (id: string, resource: TemplateResource, sqsUrl: string) => Record<string, string>;

const named = (id: string) => `${account.stackName}-${id}`;
const withArn = (name: string, arn: string) => ({ Ref: name, Arn: arn });

/** What CloudFormation knows of a resource that it made: `Ref` and the attributes. A type that is not here fails. */
const namings: Readonly<Record<string, Naming>> = {
  'AWS::DynamoDB::Table': (id) => withArn(named(id), arnOf('dynamodb', `table/${named(id)}`)),
  'AWS::SQS::Queue': (id, { Properties = {} }, sqsUrl) => {
    const name = `${named(id)}${Properties.FifoQueue === true ? '.fifo' : ''}`;
    return { Ref: `${sqsUrl}/${account.id}/${name}`, Arn: arnOf('sqs', name), QueueName: name };
  },
  'AWS::S3::Bucket': (id) =>
    withArn(named(id).toLowerCase(), `arn:${account.partition}:s3:::${named(id).toLowerCase()}`),
  'AWS::Lambda::Function': (id) => withArn(named(id), arnOf('lambda', `function:${named(id)}`)),
  'AWS::IAM::Role': (id) => withArn(named(id), `arn:${account.partition}:iam::${account.id}:role/${named(id)}`),
  'AWS::Logs::LogGroup': (id) => withArn(named(id), arnOf('logs', `log-group:${named(id)}:*`)),
  'AWS::SES::EmailIdentity': (_, { Properties = {} }) => ({ Ref: String(Properties.EmailIdentity) }),
  'AWS::SES::ConfigurationSet': (id) => ({ Ref: named(id) }),
  'AWS::SNS::Topic': (id) => ({
    Ref: arnOf('sns', named(id)),
    TopicArn: arnOf('sns', named(id)),
    TopicName: named(id),
  }),
  'AWS::SecretsManager::Secret': (id) => ({ Ref: arnOf('secretsmanager', `secret:${named(id)}`) }),
  'AWS::ApiGatewayV2::Api': (id) => ({
    Ref: id.toLowerCase(),
    ApiId: id.toLowerCase(),
    ApiEndpoint: `https://${id.toLowerCase()}.execute-api.${account.region}.amazonaws.com`,
  }),
  'AWS::Cognito::UserPool': (id) => {
    const pool = `${account.region}_${id}`;
    return { Ref: pool, ProviderURL: `https://cognito-idp.${account.region}.amazonaws.com/${pool}` };
  },
  'AWS::Cognito::UserPoolClient': (id) => ({ Ref: id.toLowerCase() }),
  'AWS::ApiGatewayV2::Integration': (id) => ({ Ref: id.toLowerCase() }),
};

/** Names for everything that the template makes: the stack's name and the logical id. */
export function createPhysicalNames(template: TemplateDocument, { sqsUrl }: { sqsUrl: string }): PhysicalNames {
  const known = (id: string, key: string): string => {
    const pseudo = key === 'Ref' ? pseudoParameters[id] : undefined;
    if (pseudo !== undefined) return pseudo;
    const parameter = template.Parameters?.[id]?.Default;
    if (key === 'Ref' && parameter !== undefined) return parameter;
    const resource = template.Resources[id];
    const value = resource && namings[resource.Type]?.(id, resource, sqsUrl)[key];
    if (value === undefined) throw new Error(`${resource?.Type ?? 'nothing'} ${id}: no ${key} is known here`);
    return value;
  };
  return { ref: (id) => known(id, 'Ref'), attribute: known };
}

const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::AccountId': account.id,
  'AWS::Region': account.region,
  'AWS::Partition': account.partition,
  'AWS::StackName': account.stackName,
  'AWS::StackId': arnOf('cloudformation', `stack/${account.stackName}/00000000-0000-0000-0000-000000000000`),
  'AWS::URLSuffix': 'amazonaws.com',
};
