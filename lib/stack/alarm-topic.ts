import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/** Where every alarm of the stack goes. */
export class AlarmTopic extends Topic {
  /** @param address gets a mail with a link to confirm; without one nobody is told until somebody subscribes */
  constructor(scope: Construct, id: string, address: string | undefined) {
    super(scope, id, { displayName: 'Vigil alarms', enforceSSL: true });
    // A topic with a policy has lost the one by which services of the account may publish.
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: ['cloudwatch', 'budgets'].map((service) => new ServicePrincipal(`${service}.amazonaws.com`)),
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    if (address !== undefined) this.addSubscription(new EmailSubscription(address));
  }
}
