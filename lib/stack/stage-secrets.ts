import { Aws, RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Stage } from '../pipeline.ts';

/**
 * The generated secrets. They outlive the stack: with a new signing key the unsubscribe link of every mail that was
 * sent would be broken.
 */
export class StageSecrets extends Construct {
  readonly signingKey: Secret;
  /** By which the page knows that a request came through the firewall; undefined without one. */
  readonly originSecret: Secret | undefined;

  constructor(scope: Construct, id: string, { hasFirewall }: { hasFirewall: boolean }) {
    super(scope, id);
    this.signingKey = this.#add('SigningKey', 'Signs the links of Vigil’s mails');
    this.originSecret = hasFirewall
      ? this.#add('OriginSecret', 'Shows that a request came through the firewall')
      : undefined;
  }

  /**
   * The secrets as CloudFormation fills them in at deployment, for the stages that serve the page or sign links. The
   * other stages read strangers' bytes: they get a text that signs nothing.
   */
  environmentFor({ trigger, sendsMail }: Pick<Stage, 'trigger' | 'sendsMail'>) {
    const isPage = trigger.kind === 'http';
    return {
      SIGNING_KEY: isPage || sendsMail ? this.signingKey.secretValue.unsafeUnwrap() : `signs-nothing:${Aws.STACK_ID}`,
      ...(isPage && this.originSecret && { ORIGIN_SECRET: this.originSecret.secretValue.unsafeUnwrap() }),
    };
  }

  #add(id: string, description: string): Secret {
    return new Secret(this, id, {
      description,
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
