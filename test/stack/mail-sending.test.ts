import { expect, test } from 'vitest';
import { grantsOf, render, resourcesOf, synthesise, widestDeployment } from './synthesised-stack.ts';

const { sender, hostedZone } = widestDeployment;
const identitiesOf = (deployment: Record<string, unknown>) =>
  resourcesOf(synthesise({ deployment }), 'AWS::SES::EmailIdentity').map(({ Properties }) => Properties);

test('what became of a mail comes through a topic to the queue of mail-events; opening and clicking are not asked for', () => {
  const template = synthesise();
  const destinations = resourcesOf(template, 'AWS::SES::ConfigurationSetEventDestination').map(({ Properties }) => {
    const destination = Properties.EventDestination as {
      Enabled: boolean;
      MatchingEventTypes: string[];
      SnsDestination: { TopicARN: unknown };
    };
    return [destination.Enabled, render(destination.SnsDestination.TopicARN), destination.MatchingEventTypes];
  });
  const told = ['send', 'delivery', 'deliveryDelay', 'reject', 'bounce', 'complaint'];
  expect(destinations).toEqual([[true, 'MailEvents', told]]);
  const subscriptions = resourcesOf(template, 'AWS::SNS::Subscription').map(({ Properties }) => [
    render(Properties.TopicArn),
    Properties.Protocol,
    render(Properties.Endpoint),
    Properties.RawMessageDelivery,
  ]);
  expect(subscriptions).toEqual([['MailEvents', 'sqs', 'QueuesMailEvents.Arn', true]]);
});

test('mails go by TLS or not at all, and never to who bounced or complained before', () => {
  const [set] = resourcesOf(synthesise(), 'AWS::SES::ConfigurationSet');
  expect(set?.Properties).toMatchObject({
    DeliveryOptions: { TlsPolicy: 'REQUIRE' },
    SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
  });
});

test('the sender is an address of its own by default', () => {
  expect(identitiesOf({ sender })).toEqual([
    { EmailIdentity: sender, FeedbackAttributes: { EmailForwardingEnabled: false } },
  ]);
});

test('a domain is signed by DKIM and has its own return path', () => {
  const [identity] = identitiesOf({ sender, identity: 'domain' });
  expect(identity).toMatchObject({
    EmailIdentity: 'monitor.org',
    MailFromAttributes: { MailFromDomain: 'mail.monitor.org' },
  });
});

test('its records are written where the zone is known, and told where it is not', () => {
  const records = (deployment: Record<string, unknown>) => {
    const template = synthesise({ deployment: { sender, identity: 'domain', ...deployment } });
    const outputs = Object.keys(template.toJSON().Outputs).filter((name) => name.startsWith('DnsRecord'));
    const types = resourcesOf(template, 'AWS::Route53::RecordSet').map(({ Properties }) => Properties.Type);
    return { written: types.toSorted(), told: outputs.length };
  };
  expect(records({ hostedZone })).toEqual({ written: ['CNAME', 'CNAME', 'CNAME', 'MX', 'TXT'], told: 0 });
  expect(records({})).toEqual({ written: [], told: 5 });
});

test('an identity that is there already is used as it is', () => {
  const template = synthesise({ deployment: { sender, identity: { existing: 'monitor.org' } } });
  expect(resourcesOf(template, 'AWS::SES::EmailIdentity')).toEqual([]);
  const mayMail = grantsOf(template, 'send-digests').filter((grant) => grant.startsWith('ses:'));
  expect(mayMail).toContain('ses:SendEmail arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:identity/monitor.org');
});

test('in SES’s sandbox the role may also write to the readers who confirmed their address there', () => {
  const grants = (deployment: Record<string, unknown>) =>
    grantsOf(synthesise({ deployment: { sender, ...deployment } }), 'send-digests').filter((grant) =>
      grant.includes('reader@'),
    );
  expect(grants({})).toEqual([]);
  expect(grants({ sandboxReaders: ['reader@newsroom.org'] })).toEqual([
    'ses:SendEmail arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:identity/reader@newsroom.org',
  ]);
});
