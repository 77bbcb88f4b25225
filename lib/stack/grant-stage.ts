import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { EmailIdentity } from 'aws-cdk-lib/aws-ses';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { type QueueName, type Stage, type TableName, tables } from '../pipeline.ts';

export interface StageResources {
  tables: Readonly<Record<TableName, Table>>;
  queues: Readonly<Record<QueueName, Queue>>;
  archive: Bucket;
  /** Of the From-address. */
  identity: EmailIdentity;
  sender: string;
}

/** Gives a role what the stage's row says, action by action. What its trigger needs, the trigger grants. */
export function grantStage(role: Role, stage: Stage, resources: StageResources): void {
  const allow = (actions: string[], arns: string[], conditions: Record<string, unknown> = {}) => {
    if (arns.length > 0) role.addToPolicy(new PolicyStatement({ actions, resources: arns, conditions }));
  };
  const tableArn = (name: TableName) => resources.tables[name].tableArn;
  const indexArns = (name: TableName) =>
    Object.keys(tables[name].indexes).map((index) => `${tableArn(name)}/index/${index}`);

  allow(['dynamodb:GetItem', 'dynamodb:BatchGetItem'], stage.reads.map(tableArn));
  allow(
    ['dynamodb:Query'],
    stage.reads.flatMap((name) => [tableArn(name), ...indexArns(name)]),
  );
  allow(['dynamodb:PutItem', 'dynamodb:UpdateItem'], stage.writes.map(tableArn));
  allow(
    ['sqs:SendMessage'],
    stage.sends.map((name) => resources.queues[name].queueArn),
  );
  if (stage.archive.includes('read')) {
    allow(['s3:GetObject'], [resources.archive.arnForObjects('*')]);
    // Without it S3 answers 403 for an object that is not there.
    allow(['s3:ListBucket'], [resources.archive.bucketArn]);
  }
  if (stage.archive.includes('write')) allow(['s3:PutObject'], [resources.archive.arnForObjects('*')]);
  if (stage.sendsMail) {
    allow(['ses:SendEmail'], [resources.identity.emailIdentityArn], {
      StringEquals: { 'ses:FromAddress': resources.sender },
    });
  }
}
