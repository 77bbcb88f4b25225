import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { countUsage } from './usage-meter.ts';

const READS = ['GetItemCommand', 'BatchGetItemCommand', 'QueryCommand', 'ScanCommand'];
const WRITES = ['PutItemCommand', 'UpdateItemCommand', 'DeleteItemCommand', 'BatchWriteItemCommand'];

/** What AWS takes for the least read; the emulator reports 0 for a query that finds nothing. */
const LEAST_READ = 0.5;

/**
 * Counts the request units that DynamoDB reports, those of indexes included; it is asked for them here, so that the stores
 * need not know. A write whose condition does not hold is billed by the size of the row that stands there and reports
 * nothing: 1 is counted, for the rows whose conditions fail in the usual course (names that are taken) are below 1 KB.
 */
export function meterDynamo(client: DynamoDBClient): void {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const isRead = READS.includes(commandName);
        if (!isRead && !WRITES.includes(commandName)) return next(args);
        try {
          const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
          const units = consumedUnits(answer.output as Consumed);
          countUsage(isRead ? { readUnits: Math.max(units, LEAST_READ) } : { writeUnits: units });
          return answer;
        } catch (error) {
          if (error instanceof ConditionalCheckFailedException) countUsage({ writeUnits: 1 });
          throw error;
        }
      },
    { step: 'initialize', name: 'meterDynamo' },
  );
}

interface Capacity {
  CapacityUnits?: number | undefined;
}
interface Consumed {
  /** A list from batches, which may span tables. */
  ConsumedCapacity?: Capacity | Capacity[] | undefined;
}

function consumedUnits({ ConsumedCapacity = [] }: Consumed): number {
  return [ConsumedCapacity].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
}
