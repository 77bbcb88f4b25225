import { type CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import type { PageFirewall } from './page-firewall.ts';
import type { PageSignIn } from './page-sign-in.ts';
import type { StageFunction } from './stage-function.ts';
import type { StageSchedules } from './stage-schedules.ts';
import type { StageSecrets } from './stage-secrets.ts';

export interface FoundConstructs {
  archive: Bucket;
  page: { api: IConstruct; firewall: PageFirewall | undefined };
  signIn: PageSignIn;
  secrets: StageSecrets;
  schedules: StageSchedules;
  functions: readonly StageFunction[];
}

/**
 * Records what the rules of cdk-nag (AwsSolutions) find and why the stack stays so, at the construct that it is about.
 *
 * @see https://github.com/cdklabs/cdk-nag/blob/main/RULES.md
 */
export function acceptFindings({ archive, page, signIn, secrets, schedules, functions }: FoundConstructs): void {
  accept(
    archive,
    'S1',
    'Only three roles reach the archive, and what they do is in the log; a log of reads has no reader',
  );
  accept(
    page.api,
    'APIG1',
    'An access log would keep who reads what: readers are at risk, and none of them is tracked',
  );
  accept(secrets.signingKey, 'SMG4', 'A new key breaks the unsubscribe link of every mail that was sent');
  accept(
    schedules.deadLetters,
    'SQS3',
    'It is a dead-letter queue; the schedules name it, which the rule does not see',
  );
  acceptOfFirewall(page.firewall, secrets);
  if (signIn.userPool) {
    const reason =
      'Threat protection keeps where readers sign in from, and costs by the head: few are invited, with a second factor';
    accept(signIn.userPool, 'COG8', reason);
  }
  const archiveId = Stack.of(archive).getLogicalId(archive.node.defaultChild as CfnElement);
  for (const { stage, role, node } of functions) {
    if (stage.trigger.kind === 'http') {
      const reason =
        'The page asks for a session or a program’s token itself; what is open is in lib/web/route-access.ts';
      accept(node.findChild('Route'), 'APIG4', reason);
    }
    accept(role, 'IAM5[Resource::*]', 'X-Ray knows no resources: whoever may write a trace may write any');
    for (const folder of Object.keys(stage.archive)) {
      accept(
        role,
        `IAM5[Resource::<${archiveId}.Arn>/${folder}/*]`,
        'Names of objects are hashes of what is not written yet: within a folder no narrower pattern says which',
      );
    }
  }
}

function acceptOfFirewall(firewall: PageFirewall | undefined, { originSecret }: StageSecrets): void {
  if (firewall === undefined || originSecret === undefined) return;
  accept(originSecret, 'SMG4', 'Page and firewall take it at the same deployment: a schedule would part the two');
  const { distribution } = firewall;
  accept(distribution, 'CFR1', 'Readers live in every country, and many of them abroad');
  accept(
    distribution,
    'CFR3',
    'An access log would keep who reads what: readers are at risk, and none of them is tracked',
  );
  if (firewall.hasOwnName) return;
  accept(distribution, 'CFR4', 'CloudFront’s own certificate sets the version of TLS; an own name takes 1.2 at least');
}

const accept = (construct: IConstruct, rule: string, reason: string) =>
  Validations.of(construct).acknowledge({ id: `AwsSolutions-${rule}`, reason });
