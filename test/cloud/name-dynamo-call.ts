import { arnOf } from './account.ts';
import type { AwsCall, AwsRequest } from './aws-call.ts';
import { targetOf } from './target-of.ts';

/** Operations that ask one table for one permission of their own name. */
const ON_ONE_TABLE = new Set(['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan', 'DescribeTable']);
const ON_MANY_TABLES = new Set(['BatchGetItem', 'BatchWriteItem']);

const tableArn = (name: string) => arnOf('dynamodb', `table/${name}`);

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html */
export function nameDynamoCall(request: AwsRequest): AwsCall[] {
  const operation = targetOf(request, 'DynamoDB_20120810');
  const body = JSON.parse(request.body.toString('utf8'));
  const action = `dynamodb:${operation}`;
  if (ON_MANY_TABLES.has(operation)) {
    return [{ action, resources: Object.keys(body.RequestItems).map(tableArn), conditions: {} }];
  }
  if (!ON_ONE_TABLE.has(operation)) throw new Error(`${action} is not known here`);
  const index = body.IndexName === undefined ? '' : `/index/${body.IndexName}`;
  return [{ action, resources: [`${tableArn(body.TableName)}${index}`], conditions: {} }];
}
