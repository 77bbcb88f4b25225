import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { account, arnOf } from './account.ts';
import { isAllowed } from './judge-call.ts';
import { readStatements } from './policy.ts';
import { resourcesOfType, type TemplateDocument } from './template-document.ts';

type Resolve = (value: unknown) => unknown;

/** How the stack takes SES's events to a queue: event destination, topic, subscription, each with its permission. */
export interface MailEventRoute {
  configurationSet: string;
  /** As CloudFormation writes them: `deliveryDelay`. */
  eventTypes: readonly string[];
  queueUrl: string;
}

/**
 * The way of mail events in the template.
 *
 * @throws when a part of it is missing, or may not hand on to the next
 */
export function readMailEventRoutes(template: TemplateDocument, resolve: Resolve): MailEventRoute[] {
  return resourcesOfType(template, 'AWS::SES::ConfigurationSetEventDestination').flatMap(([, properties]) => {
    const { ConfigurationSetName, EventDestination } = resolve(properties) as {
      ConfigurationSetName: string;
      EventDestination: { Enabled?: boolean; MatchingEventTypes: string[]; SnsDestination: { TopicARN: string } };
    };
    if (EventDestination.Enabled === false) return [];
    const topicArn = EventDestination.SnsDestination.TopicARN;
    requirePermission(template, resolve, 'AWS::SNS::TopicPolicy', {
      service: 'ses.amazonaws.com',
      action: 'sns:Publish',
      resource: topicArn,
      sourceArn: arnOf('ses', `configuration-set/${ConfigurationSetName}`),
    });
    return queuesOf(template, resolve, topicArn).map((queueUrl) => ({
      configurationSet: ConfigurationSetName,
      eventTypes: EventDestination.MatchingEventTypes,
      queueUrl,
    }));
  });
}

function queuesOf(template: TemplateDocument, resolve: Resolve, topicArn: string): string[] {
  return resourcesOfType(template, 'AWS::SNS::Subscription').flatMap(([id, properties]) => {
    const { TopicArn, Protocol, Endpoint, RawMessageDelivery } = resolve(properties) as Record<string, unknown>;
    if (TopicArn !== topicArn) return [];
    if (Protocol !== 'sqs' || RawMessageDelivery !== true) throw new Error(`${id} is not played here`);
    requirePermission(template, resolve, 'AWS::SQS::QueuePolicy', {
      service: 'sns.amazonaws.com',
      action: 'sqs:SendMessage',
      resource: String(Endpoint),
      sourceArn: topicArn,
    });
    const queue = resourcesOfType(template, 'AWS::SQS::Queue').find(
      ([queueId]) => resolve({ 'Fn::GetAtt': [queueId, 'Arn'] }) === Endpoint,
    );
    return queue === undefined ? [] : [String(resolve({ Ref: queue[0] }))];
  });
}

interface Asked {
  service: string;
  action: string;
  resource: string;
  sourceArn: string;
}

/** A resource's own policy must let the service in. */
function requirePermission(
  template: TemplateDocument,
  resolve: Resolve,
  type: string,
  { service, action, resource, sourceArn }: Asked,
): void {
  const documents = resourcesOfType(template, type).map(([, { PolicyDocument }]) => resolve(PolicyDocument));
  const statements = documents.flatMap((document) => {
    const { Statement } = document as { Statement: Record<string, unknown>[] };
    const forService = Statement.filter(({ Principal }) => namesService(Principal, service));
    return readStatements({ Statement: forService.map(({ Principal, ...rest }) => rest) });
  });
  const conditions = {
    'aws:SecureTransport': 'true',
    'aws:SourceArn': sourceArn,
    'aws:SourceAccount': account.id,
  };
  if (!isAllowed({ action, resources: [resource], conditions }, statements)) {
    throw new Error(`${service} may not ${action} ${resource}`);
  }
}

function namesService(principal: unknown, service: string): boolean {
  if (principal === '*') return true;
  const { AWS, Service } = principal as { AWS?: unknown; Service?: unknown };
  return AWS === '*' || [Service].flat().includes(service);
}

/** Hands on what SES publishes, as the routes say. */
export function publishAlong(
  routes: readonly MailEventRoute[],
  sqs: SQSClient,
  directUrl: (queueUrl: string) => string,
) {
  return async (events: readonly object[]): Promise<void> => {
    for (const event of events as { eventType: string; mail: { tags: Record<string, string[]> } }[]) {
      const type = event.eventType.charAt(0).toLowerCase() + event.eventType.slice(1);
      const sets = event.mail.tags['ses:configuration-set'] ?? [];
      for (const { configurationSet, eventTypes, queueUrl } of routes) {
        if (!sets.includes(configurationSet) || !eventTypes.includes(type)) continue;
        await sqs.send(new SendMessageCommand({ QueueUrl: directUrl(queueUrl), MessageBody: JSON.stringify(event) }));
      }
    }
  };
}
