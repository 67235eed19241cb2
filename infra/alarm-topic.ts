import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { CfnOutput, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** A topic of alarms with its first reader, a mail address; the stack prints the topic as `{id}Topic`. */
export function alarmTopic(scope: Construct, id: 'Wakes' | 'Waits', mail: string): Topic {
  const { account, region, partition, stackName } = Stack.of(scope);
  const topic = new Topic(scope, id, { enforceSSL: true });
  // A topic with a policy of its own has lost the one with which SNS lets its account's services publish.
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsPublish',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: {
        StringEquals: { 'aws:SourceAccount': account },
        ArnLike: { 'aws:SourceArn': `arn:${partition}:cloudwatch:${region}:${account}:alarm:${stackName}-*` },
      },
    }),
  );
  topic.addSubscription(new EmailSubscription(mail));
  const name = `${id}Topic`;
  new CfnOutput(scope, name, { value: topic.topicArn }).overrideLogicalId(name);
  return topic;
}
