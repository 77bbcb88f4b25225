import { account } from './account.ts';
import type { AwsCall, AwsRequest } from './aws-call.ts';

const OBJECT_PERMISSIONS: Readonly<Record<string, string>> = {
  GET: 'GetObject',
  HEAD: 'GetObject',
  PUT: 'PutObject',
  DELETE: 'DeleteObject',
};

/** Headers by which a request for an object asks for more than its own permission. */
const ASKS_FOR_MORE = /^x-amz-(acl|grant-|tagging|copy-source|object-lock-|server-side-encryption-aws-kms)/;

const bucketArn = (bucket: string) => `arn:${account.partition}:s3:::${bucket}`;

/** Path-style requests for objects, and lists. @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
export function nameS3Call({ method, path, headers }: AwsRequest): AwsCall[] {
  const { pathname, searchParams } = new URL(path, 'http://s3.invalid');
  const [, bucket = '', ...rest] = pathname.split('/');
  const key = decodeURIComponent(rest.join('/'));
  const parts = [...searchParams.keys()].filter((name) => name !== 'x-id');
  if (key === '' && method === 'GET' && searchParams.has('list-type')) {
    return [{ action: 's3:ListBucket', resources: [bucketArn(bucket)], conditions: {} }];
  }
  const permission = OBJECT_PERMISSIONS[method];
  const more = Object.keys(headers).find((name) => ASKS_FOR_MORE.test(name));
  if (key === '' || parts.length > 0 || permission === undefined || more !== undefined) {
    throw new Error(`s3: ${method} ${path} ${more ?? ''} is not known here`);
  }
  return [{ action: `s3:${permission}`, resources: [`${bucketArn(bucket)}/${key}`], conditions: {} }];
}

/**
 * What S3 asks besides when an object is not there: whoever may not list the bucket is told 403, not 404.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export function nameS3Absence([call]: readonly AwsCall[]): AwsCall | undefined {
  if (call?.action !== 's3:GetObject') return undefined;
  const bucket = call.resources[0]?.replace(/\/.*$/, '') ?? '';
  return { action: 's3:ListBucket', resources: [bucket], conditions: {} };
}
