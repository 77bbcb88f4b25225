import { Aws, RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Stage } from '../pipeline.ts';

/**
 * The generated secret that opens the page and signs the links of the digest. It outlives the stack, because a new one
 * breaks the unsubscribe link of every mail that was sent.
 */
export class PageToken extends Secret {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'Opens the page of Vigil and signs the links of its digest',
      // Letters and digits only: the token travels in addresses.
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /**
   * The value of PAGE_TOKEN for a stage: the secret, filled in by CloudFormation at deployment, for those that serve the
   * page or sign links; for the others, which read strangers' bytes, a text that opens nothing.
   */
  valueFor(stage: Pick<Stage, 'trigger' | 'sendsMail'>): string {
    if (stage.trigger.kind !== 'http' && !stage.sendsMail) return `opens-nothing:${Aws.STACK_ID}`;
    return this.secretValue.unsafeUnwrap();
  }
}
