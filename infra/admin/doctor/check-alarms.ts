import { CloudFormationClient, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import { GetQueueAttributesCommand, ListQueuesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Finding } from '#infra/admin/doctor/finding.ts';
import { askByQuery, membersIn } from '#infra/admin/doctor/query-aws.ts';

type Config = LambdaClient['config'];

/** Whether somebody hears the alarms. */
export async function checkSubscriptions(config: Config, about: string, TopicArn: string): Promise<Finding[]> {
  const question = { Action: 'ListSubscriptionsByTopic', Version: '2010-03-31', TopicArn };
  const members = membersIn(await askByQuery(config, 'sns', question));
  const confirmed = members.filter(({ SubscriptionArn = '' }) => SubscriptionArn.startsWith('arn:'));
  const pending = members.filter(({ SubscriptionArn }) => SubscriptionArn === 'PendingConfirmation');
  return [
    confirmed.length > 0
      ? {
          level: 'ok',
          about,
          said: `${confirmed.length} subscribed: ${confirmed.map(({ Protocol }) => Protocol).join(', ')}`,
        }
      : { level: 'bad', about, said: 'nobody has confirmed a subscription: no alarm reaches anybody' },
    ...pending.map(
      ({ Protocol, Endpoint }) =>
        ({
          level: 'warn',
          about,
          said: `${Protocol} ${Endpoint} has not confirmed: see the mail that AWS sent there`,
        }) as const,
    ),
  ];
}

/** Which alarms ring now, and whether any was silenced. */
export async function checkAlarms(config: Config, prefix: string): Promise<Finding[]> {
  const question = { Action: 'DescribeAlarms', Version: '2010-08-01', AlarmNamePrefix: prefix, MaxRecords: '100' };
  const alarms = membersIn(await askByQuery(config, 'monitoring', question)).filter(({ AlarmName }) => AlarmName);
  const ringing = alarms.filter(({ StateValue }) => StateValue === 'ALARM');
  const silent = alarms.filter(({ ActionsEnabled }) => ActionsEnabled === 'false');
  const about = 'alarms';
  if (alarms.length === 0) return [{ level: 'bad', about, said: `there is none whose name begins with ${prefix}` }];
  return [
    { level: 'ok', about, said: `${alarms.length - ringing.length} of ${alarms.length} are quiet` },
    ...ringing.map(
      ({ AlarmName }) =>
        ({ level: 'bad', about, said: `${AlarmName} rings: see its heading in infra/README.md` }) as const,
    ),
    ...silent.map(
      ({ AlarmName }) => ({ level: 'bad', about, said: `${AlarmName} was silenced: turn its actions on` }) as const,
    ),
  ];
}

/**
 * Whether anything lies in a queue of what failed. The one that is worked off is another.
 *
 * @param StackName absent for the local system, which has no queues but its own
 */
export async function checkQueues(sqs: SQSClient, StackName: string | undefined, worked: string): Promise<Finding[]> {
  const { QueueUrls = [] } =
    StackName === undefined ? await sqs.send(new ListQueuesCommand({})) : { QueueUrls: await queuesOf(StackName) };
  return Promise.all(
    QueueUrls.filter((url) => url !== worked).map(async (QueueUrl): Promise<Finding> => {
      const AttributeNames = ['ApproximateNumberOfMessages' as const];
      const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
      const waiting = Number(Attributes?.ApproximateNumberOfMessages);
      const about = `queue ${QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1)}`;
      return waiting === 0
        ? { level: 'ok', about, said: 'empty' }
        : { level: 'bad', about, said: `${waiting} failed events: see its alarm in infra/README.md` };
    }),
  );
}

async function queuesOf(StackName: string): Promise<string[]> {
  const { StackResources = [] } = await new CloudFormationClient({}).send(
    new DescribeStackResourcesCommand({ StackName }),
  );
  const queues = StackResources.filter(({ ResourceType }) => ResourceType === 'AWS::SQS::Queue');
  return queues.map(({ PhysicalResourceId = '' }) => PhysicalResourceId);
}
