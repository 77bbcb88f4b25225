/** What IAM is asked before AWS does something. */
export interface AwsCall {
  /** `dynamodb:PutItem` */
  action: string;
  /** ARNs; each must be allowed. */
  resources: readonly string[];
  /** Condition keys of the request, `ses:FromAddress`. */
  conditions: Readonly<Record<string, string>>;
}

/** The part of an HTTP request to AWS that says what it does. */
export interface AwsRequest {
  method: string;
  /** Path with query. */
  path: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
}

export type AwsService = 'dynamodb' | 'sqs' | 's3' | 'ses';
