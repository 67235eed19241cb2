import type { CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';
import type { BucketDeployment } from 'aws-cdk-lib/aws-s3-deployment';
import { Stack, Validations } from 'aws-cdk-lib/core';

/**
 * Gives the reasons why findings about CDK's own function remain. It copies files into the bucket; its code, runtime
 * and permissions come with CDK, and it runs only when the operator deploys.
 */
export function suppressDeploymentFindings(deployment: BucketDeployment, bucket: IBucket): void {
  const copier = deployment.handlerRole.node.scope;
  if (!copier) throw new Error('the role of the deployment stands in no construct');
  const bucketId = Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnBucket);
  const basic = 'arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
  const { account, region } = Stack.of(bucket);
  const staging = `cdk-hnb659fds-assets-${account}-${region}`;

  Validations.of(copier).acknowledge(
    { id: 'AwsSolutions-L1', reason: 'The runtime comes with the pinned version of CDK and is renewed with it.' },
    { id: `AwsSolutions-IAM4[Policy::${basic}]`, reason: "The role comes with CDK; it writes the copier's own log." },
    ...['s3:GetObject*', 's3:GetBucket*', 's3:List*'].map((action) => ({
      id: `AwsSolutions-IAM5[Action::${action}]`,
      reason: "CDK's grant for reading the staged assets and comparing them with the bucket's.",
    })),
    ...['s3:DeleteObject*', 's3:Abort*'].map((action) => ({
      id: `AwsSolutions-IAM5[Action::${action}]`,
      reason: "CDK's grant for writing the assets; the bucket holds nothing that the repository does not make again.",
    })),
    {
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::${staging}/*]`,
      reason: 'The staging bucket of CDK names its files by their digests, which differ at every deploy.',
    },
    { id: `AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/*]`, reason: 'Hashed file names differ at every build.' },
  );
}
