import { Aws, Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { StageFunction } from './stage-function.ts';

/** What a tick tells its stage; EventBridge Scheduler puts the planned time in place of the word. */
const INPUT = JSON.stringify({ time: '<aws.scheduler.scheduled-time>' });

/**
 * The clocks of the pipeline. A tick that cannot be delivered is tried again while it is worth anything; then it lies
 * in a queue for a person, and an alarm rings.
 */
export class StageSchedules extends Construct {
  readonly deadLetters: Queue;
  readonly #role: Role;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.#role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    this.#allow('sqs:SendMessage', this.deadLetters.queueArn);
  }

  start({ lambda, node }: StageFunction, period: Duration): void {
    this.#allow('lambda:InvokeFunction', lambda.functionArn);
    new CfnSchedule(this, node.id, {
      description: `Starts ${node.id} every ${period.toMinutes()} minutes`,
      scheduleExpression: `rate(${period.toMinutes()} minutes)`,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: lambda.functionArn,
        roleArn: this.#role.roleArn,
        input: INPUT,
        deadLetterConfig: { arn: this.deadLetters.queueArn },
        retryPolicy: { maximumEventAgeInSeconds: period.toSeconds(), maximumRetryAttempts: 3 },
      },
    });
  }

  #allow(action: string, resource: string): void {
    this.#role.addToPolicy(new PolicyStatement({ actions: [action], resources: [resource] }));
  }
}
