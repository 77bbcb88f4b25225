import { Aws, Stack } from 'aws-cdk-lib';
import { PublicHostedZone } from 'aws-cdk-lib/aws-route53';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  DkimIdentity,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';

export interface MailSendingProps extends Pick<Deployment, 'sender' | 'identity' | 'hostedZone' | 'sandboxReaders'> {
  /** Where SES's events go. */
  events: Queue;
}

/** What SES is asked to tell. Opening and clicking are not: readers are not tracked. */
const TOLD = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.DELIVERY_DELAY,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
];

/**
 * The sender's identity at SES and the rules of its mails: TLS on the way or not at all, the account's suppression list
 * for who bounced or complained, and every event through a topic to the queue of mail-events.
 */
export class MailSending extends Construct {
  readonly sender: string;
  readonly identityArn: string;
  /** Identities of readers, for which SES asks in its sandbox. */
  readonly readerArns: readonly string[];
  readonly configurationSetName: string;
  readonly configurationSetArn: string;
  /**
   * What the domain's DNS must hold, one `<name> <type> <value>` each, where the stack cannot write it itself; empty for
   * identities that need none.
   */
  readonly dnsRecords: readonly string[];

  constructor(scope: Construct, id: string, props: MailSendingProps) {
    super(scope, id);
    const { sender, identity, hostedZone, sandboxReaders = [], events } = props;
    this.sender = sender;
    const arnOf = (resource: 'identity' | 'configuration-set', resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName });

    this.readerArns = sandboxReaders.map((address) => arnOf('identity', address));

    const set = new ConfigurationSet(this, 'Rules', {
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
    });
    this.configurationSetName = set.configurationSetName;
    this.configurationSetArn = arnOf('configuration-set', set.configurationSetName);

    const topic = new Topic(this, 'Events', { displayName: 'What became of Vigil’s mails', enforceSSL: true });
    set.addEventDestination('Topic', { destination: EventDestination.snsTopic(topic), events: TOLD });
    topic.addSubscription(new SqsSubscription(events, { rawMessageDelivery: true }));

    if (typeof identity === 'object') {
      this.identityArn = arnOf('identity', identity.existing);
      this.dnsRecords = [];
      return;
    }
    const domain = sender.slice(sender.lastIndexOf('@') + 1);
    const made = new EmailIdentity(this, 'Sender', {
      ...(identity === 'domain'
        ? {
            identity: this.#domainIdentity(domain, hostedZone),
            dkimIdentity: DkimIdentity.easyDkim(),
            // Its own return path lets SPF speak for the domain; without the record SES uses its own.
            mailFromDomain: `mail.${domain}`,
          }
        : { identity: Identity.email(sender) }),
      // Bounces come as events; as mails to the sender they would carry readers' addresses into a mailbox.
      feedbackForwarding: false,
    });
    this.identityArn = made.emailIdentityArn;
    this.dnsRecords = identity === 'domain' && hostedZone === undefined ? recordsOf(made, domain) : [];
  }

  /** With the hosted zone of the domain its DKIM records are written there. */
  #domainIdentity(domain: string, zone: Deployment['hostedZone']): Identity {
    if (zone === undefined) return Identity.domain(domain);
    const attributes = { hostedZoneId: zone.id, zoneName: zone.name };
    return Identity.publicHostedZone(PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', attributes));
  }
}

/** @see https://docs.aws.amazon.com/ses/latest/dg/mail-from.html for the two records of the return path */
const recordsOf = ({ dkimRecords }: EmailIdentity, domain: string): string[] => [
  ...dkimRecords.map(({ name, value }) => `${name} CNAME ${value}`),
  `mail.${domain} MX 10 feedback-smtp.${Aws.REGION}.amazonses.com`,
  `mail.${domain} TXT "v=spf1 include:amazonses.com ~all"`,
];
