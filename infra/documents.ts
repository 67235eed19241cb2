import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** The id is fixed: CloudFormation must not replace the bucket when the construct moves in the code. */
const ID = 'Documents';

/**
 * The bucket of the documents that districts publish: private, TLS only. No role overwrites or deletes a file; versions
 * are for mistakes of those who may, and the backup asks for them. A rule deletes uploads that were never published, and
 * what stood in the place of those that were refused.
 */
export function documentBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, ID, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.RETAIN,
    versioned: true,
    lifecycleRules: [
      {
        prefix: 'incoming/',
        expiration: Duration.days(1),
        noncurrentVersionExpiration: Duration.days(1),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
      // As long as the tables can be restored to any second.
      { prefix: 'files/', noncurrentVersionExpiration: Duration.days(35) },
    ],
  });
  (bucket.node.defaultChild as CfnBucket).overrideLogicalId(ID);
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason:
      'Who publishes and who opens a document is in the audit, by account; the bucket is reached in no other way.',
  });
  return bucket;
}

/** Gives the reason why the function may reach all documents. */
export function suppressDocumentFindings(keeper: LambdaFunction): void {
  if (!keeper.role) throw new Error('the function has no role');
  Validations.of(keeper.role).acknowledge(
    ...['incoming', 'files'].map((place) => ({
      id: `AwsSolutions-IAM5[Resource::<${ID}.Arn>/${place}/*]`,
      reason: 'Every document has a name of its own; whose it is the function checks, district and cells.',
    })),
  );
}
