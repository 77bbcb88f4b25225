import { RemovalPolicy } from 'aws-cdk-lib';
import { type Attribute, AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { type TableName, type TableShape, tables } from '../tables.ts';
import { constructId } from './construct-id.ts';

/** The tables of the pipeline. They outlive the stack: what was recorded cannot be fetched again. */
export class PipelineTables extends Construct {
  readonly byName: Readonly<Record<TableName, Table>>;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const made = Object.entries(tables).map(([name, shape]) => [name, this.#add(constructId(name), shape)]);
    this.byName = Object.fromEntries(made) as Record<TableName, Table>;
  }

  #add(id: string, shape: TableShape): Table {
    const table = new Table(this, id, {
      ...keysOf(shape),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      // Every table is encrypted; the others with a key of DynamoDB's own, which costs nothing and leaves no trail.
      ...(shape.namesPeople && { encryption: TableEncryption.AWS_MANAGED }),
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(shape.timeToLive !== undefined && { timeToLiveAttribute: shape.timeToLive }),
    });
    for (const [indexName, index] of Object.entries(shape.indexes)) {
      table.addGlobalSecondaryIndex({ indexName, ...keysOf(index) });
    }
    return table;
  }
}

interface Keys {
  partitionKey: string;
  sortKey?: string;
}

function keysOf({ partitionKey, sortKey }: Keys): { partitionKey: Attribute; sortKey?: Attribute } {
  const attribute = (name: string): Attribute => ({ name, type: AttributeType.STRING });
  return { partitionKey: attribute(partitionKey), ...(sortKey !== undefined && { sortKey: attribute(sortKey) }) };
}
