import { CfnOutput, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/** The topic of the alarms, with the first reader that the stage's settings name. */
export function alarmTopic(scope: Construct, alarmMail: string): Topic {
  const { account, region, partition, stackName } = Stack.of(scope);
  const topic = new Topic(scope, 'Topic', { enforceSSL: true });
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
  topic.addSubscription(new EmailSubscription(alarmMail));
  new CfnOutput(scope, 'AlarmTopic', { value: topic.topicArn }).overrideLogicalId('AlarmTopic');
  return topic;
}
