import type { AwsRequest } from './aws-call.ts';

/** The operation of a request of AWS's JSON protocols. @throws for another service's or another protocol's request */
export function targetOf({ headers, method, path }: AwsRequest, service: string): string {
  const [prefix, operation] = String(headers['x-amz-target']).split('.');
  if (prefix !== service || operation === undefined) throw new Error(`${method} ${path} is no request of ${service}`);
  return operation;
}
