import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { ArchiveAccess, ArchiveFolder, QueueName, Stage, TableAccess } from '../pipeline.ts';
import type { TableName } from '../tables.ts';
import type { MailSending } from './mail-sending.ts';

export interface StageResources {
  tables: Readonly<Record<TableName, Table>>;
  queues: Readonly<Record<QueueName, Queue>>;
  archive: Bucket;
  mail: MailSending;
}

/** A query of an index is a query of another resource. */
const actionOf = {
  get: 'dynamodb:GetItem',
  'batch-get': 'dynamodb:BatchGetItem',
  query: 'dynamodb:Query',
  put: 'dynamodb:PutItem',
  update: 'dynamodb:UpdateItem',
  delete: 'dynamodb:DeleteItem',
} as const;

const objectActionOf = { get: 's3:GetObject', put: 's3:PutObject' } as const;

/** Gives a role what the stage's row says, action by action. What its trigger needs, the trigger grants. */
export function grantStage(role: Role, stage: Stage, { tables, queues, archive, mail }: StageResources): void {
  const allow = (actions: string[], resources: string[], conditions: Record<string, unknown> = {}) =>
    role.addToPolicy(new PolicyStatement({ actions, resources, conditions }));

  for (const [name, accesses] of Object.entries(stage.tables) as [TableName, readonly TableAccess[]][]) {
    const { tableArn } = tables[name];
    const onTable = accesses.flatMap((access) => (isIndexQuery(access) ? [] : actionOf[access]));
    if (onTable.length > 0) allow(onTable, [tableArn]);
    const indexes = accesses.filter(isIndexQuery).map((access) => `${tableArn}/index/${access.slice('query '.length)}`);
    if (indexes.length > 0) allow([actionOf.query], indexes);
  }
  for (const name of stage.sends) allow(['sqs:SendMessage'], [queues[name].queueArn]);
  const folders = Object.entries(stage.archive) as [ArchiveFolder, readonly ArchiveAccess[]][];
  for (const [folder, accesses] of folders) {
    allow(
      accesses.map((access) => objectActionOf[access]),
      [archive.arnForObjects(`${folder}/*`)],
    );
  }
  // Without it S3 answers 403 for an object that is not there.
  if (folders.some(([, accesses]) => accesses.includes('get'))) allow(['s3:ListBucket'], [archive.bucketArn]);
  if (stage.sendsMail) {
    const { identityArn, configurationSetArn, readerArns, sender } = mail;
    allow(['ses:SendEmail'], [identityArn, configurationSetArn, ...readerArns], {
      StringEquals: { 'ses:FromAddress': sender },
    });
  }
}

const isIndexQuery = (access: TableAccess): access is `query ${string}` => access.startsWith('query ');
