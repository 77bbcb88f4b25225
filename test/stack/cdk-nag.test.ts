import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { synthesise, widestDeployment } from './synthesised-stack.ts';

interface Accepted {
  at: string;
  rule: string;
  reason: string;
}

/** What the rules find, whether accepted or not, and what the stack accepts. */
function examine(deployment: Record<string, unknown>) {
  const accepted: Accepted[] = [];
  const found: { at: string; rule: string }[] = [];
  const open: unknown[] = [];
  synthesise({
    deployment,
    alter(stack) {
      for (const { node } of stack.node.findAll()) {
        const entries = node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);
        for (const [id, reason] of entries.flatMap(({ data }) => Object.entries(data as Record<string, string>))) {
          accepted.push({ at: node.path, rule: id.replace(/^annotation::/i, ''), reason });
        }
      }
      open.push(...new AwsSolutionsChecks().validateScope(stack).violations);
      const strict = new AwsSolutionsChecks();
      Object.assign(strict, { isAcknowledged: () => false });
      for (const { ruleName, violatingResources } of strict.validateScope(stack).violations) {
        for (const { constructPath = '' } of violatingResources) found.push({ at: constructPath, rule: ruleName });
      }
    },
  });
  return { accepted: accepted.filter(({ rule }) => rule.startsWith('AwsSolutions-')), found, open };
}

const everywhere = [
  'APIG1 Vigil/Page',
  'APIG4 Vigil/Web/Route',
  'IAM5 Vigil/FetchFeed/Role',
  'IAM5 Vigil/MailEvents/Role',
  'IAM5 Vigil/PollFeeds/Role',
  'IAM5 Vigil/ReadArticle/Role',
  'IAM5 Vigil/ReadArticle/Role',
  'IAM5 Vigil/ReadArticle/Role',
  'IAM5 Vigil/SendDigests/Role',
  'IAM5 Vigil/SendDigests/Role',
  'IAM5 Vigil/Web/Role',
  'IAM5 Vigil/Web/Role',
  'IAM5 Vigil/Web/Role',
  'S1 Vigil/Archive',
  'SMG4 Vigil/Secrets/SigningKey',
  'SQS3 Vigil/Schedules/DeadLetters',
];
const withUserPool = ['COG8 Vigil/SignIn/Users'];
const behindFirewall = [
  'CFR1 Vigil/Firewall/Distribution',
  'CFR3 Vigil/Firewall/Distribution',
  'SMG4 Vigil/Secrets/OriginSecret',
];

describe.each([
  ['as the repository ships it', {}, [...everywhere, ...withUserPool]],
  ['with everything that can be asked for', widestDeployment, [...everywhere, ...behindFirewall]],
  [
    'with a firewall and no own name',
    { firewall: true },
    [...everywhere, ...withUserPool, ...behindFirewall, 'CFR4 Vigil/Firewall/Distribution'],
  ],
])('the stack %s', (_, deployment, wanted) => {
  const { accepted, found, open } = examine(deployment);

  test('has no finding of AwsSolutions that it does not accept', () => {
    expect(open).toEqual([]);
  });

  test('accepts this and no more, where it is found, and says why', () => {
    const short = (rule: string) => rule.replace(/^AwsSolutions-/, '').replace(/\[.*/, '');
    expect(accepted.map(({ at, rule }) => `${short(rule)} ${at}`).sort()).toEqual(wanted.toSorted());
    const covering = accepted.map(({ at, rule }) =>
      found.filter((each) => each.rule === rule && each.at.startsWith(at)),
    );
    expect(accepted.filter((_, index) => covering[index]?.length !== 1)).toEqual([]);
    expect(accepted.filter(({ reason }) => reason.length < 40)).toEqual([]);
  });
});

test('the rules are at work: a bucket without anything is refused', async () => {
  const { Bucket } = await import('aws-cdk-lib/aws-s3');
  const { Stack } = await import('aws-cdk-lib');
  const stack = new Stack(new App(), 'Open');
  new Bucket(stack, 'Bucket');
  const rules = new AwsSolutionsChecks().validateScope(stack).violations.map(({ ruleName }) => ruleName);
  expect(rules.sort()).toEqual(['AwsSolutions-S1', 'AwsSolutions-S10']);
});
