import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';

/** Pages, articles and editions under the hash of their content. Outlives the stack, as the tables do. */
export class ArchiveBucket extends Bucket {
  constructor(
    scope: Construct,
    id: string,
    { objectLockDays, keepPagesDays }: Pick<Deployment, 'objectLockDays' | 'keepPagesDays'>,
  ) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(objectLockDays !== undefined && {
        objectLockEnabled: true,
        objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(objectLockDays)),
      }),
      lifecycleRules: [
        {
          id: 'old-versions-and-torn-uploads',
          // The name of an object is its content's hash: an older version is the same bytes, or what was deleted.
          noncurrentVersionExpiration: Duration.days(30),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
        ...(keepPagesDays === undefined
          ? []
          : [{ id: 'old-pages', prefix: 'pages/', expiration: Duration.days(keepPagesDays) }]),
      ],
    });
  }
}
