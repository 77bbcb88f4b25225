import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Deployment } from './deployment.ts';
import type { StageFunction } from './stage-function.ts';

/**
 * Lets a stage ask one model, in the stack's own region and in no other: inference profiles, which hand texts on to
 * other regions, are not among what may be chosen.
 */
export function allowSecondOpinion(
  { lambda, role }: StageFunction,
  { model, bandPoints, monthlyDollars }: NonNullable<Deployment['secondOpinion']>,
): void {
  const arn = Stack.of(role).formatArn({
    service: 'bedrock',
    account: '',
    resource: 'foundation-model',
    resourceName: model,
  });
  role.addToPolicy(new PolicyStatement({ actions: ['bedrock:InvokeModel'], resources: [arn] }));
  lambda.addEnvironment('SECOND_OPINION_MODEL', model);
  lambda.addEnvironment('SECOND_OPINION_BAND_POINTS', String(bandPoints));
  lambda.addEnvironment('SECOND_OPINION_MONTHLY_DOLLARS', String(monthlyDollars));
}
