import { account } from './account.ts';
import type { AwsCall, AwsRequest } from './aws-call.ts';

/**
 * Converse asks for the right to invoke the model. A profile, which has no `foundation-model` ARN, is not known here.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html
 */
export function nameBedrockCall({ method, path }: Pick<AwsRequest, 'method' | 'path'>): AwsCall[] {
  const model = /^\/model\/([^/?]+)\/converse$/.exec(path)?.[1];
  if (method !== 'POST' || model === undefined) throw new Error(`bedrock: ${method} ${path} is not known here`);
  const resource = `foundation-model/${decodeURIComponent(model)}`;
  const arn = `arn:${account.partition}:bedrock:${account.region}::${resource}`;
  return [{ action: 'bedrock:InvokeModel', resources: [arn], conditions: {} }];
}
