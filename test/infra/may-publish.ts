import type { Template } from '#infra/local/cloudformation/assembly.ts';
import { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { account, localResourceNames, region } from '#infra/local/cloudformation/resource-names.ts';
import { matches } from '#infra/local/iam/conditions.ts';

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: '*' | Readonly<Record<string, string | readonly string[]>>;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

interface Policy {
  readonly Statement: readonly Statement[];
}

interface Call {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string>>;
}

const SERVICE = 'cloudwatch.amazonaws.com';

/** What CloudWatch says of itself when an alarm publishes. */
function contextOf(alarmName: string, of: string): Call['context'] {
  return {
    'aws:SourceAccount': of,
    'aws:SourceArn': `arn:aws:cloudwatch:${region}:${of}:alarm:${alarmName}`,
    'aws:SecureTransport': 'true',
  };
}

/**
 * Whether CloudWatch may publish an alarm to a topic of the template, by the topic's policy and its key's.
 *
 * A service has no policy of its own in the account: it may do what the resource's policy allows it. A topic without one
 * has SNS's own, which lets the account's services publish. What this cannot judge, it takes for the worse.
 *
 * @param topic the topic's logical id
 */
export function mayPublish(template: Template, topic: string, alarmName: string, from: string = account): boolean {
  const stack = new LocalStack(template, localResourceNames('http://aws', 'pages.test'));
  const context = contextOf(alarmName, from);
  const policies = stack
    .all<{ Topics: readonly string[]; PolicyDocument: Policy }>('AWS::SNS::TopicPolicy')
    .filter(({ properties }) => properties.Topics.includes(stack.ref(topic)));
  const publish = { action: 'sns:Publish', resource: stack.ref(topic), context };
  if (!policies.every(({ properties }) => allows(properties.PolicyDocument, publish))) return false;

  const { properties } = stack.all<{ KmsMasterKeyId?: string }>('AWS::SNS::Topic').find(({ id }) => id === topic) ?? {};
  if (!properties?.KmsMasterKeyId) return true;
  // The policy of AWS's own key for SNS does not name CloudWatch, and cannot be changed.
  const key = stack
    .all<{ KeyPolicy: Policy }>('AWS::KMS::Key')
    .find(({ id }) => [stack.ref(id), stack.attribute(id, 'Arn')].includes(properties.KmsMasterKeyId ?? ''));
  return ['kms:Decrypt', 'kms:GenerateDataKey'].every(
    (action) => key && allows(key.properties.KeyPolicy, { action, resource: '*', context }),
  );
}

function allows({ Statement }: Policy, call: Call): boolean {
  const speaking = Statement.filter((each) => speaksOf(each, call));
  return speaking.some(({ Effect }) => Effect === 'Allow') && speaking.every(({ Effect }) => Effect === 'Allow');
}

function speaksOf({ Effect, Principal, Action, Resource, Condition = {} }: Statement, call: Call): boolean {
  const who = Principal === '*' ? ['*'] : [Principal?.['Service'] ?? [], Principal?.['AWS'] ?? []].flat();
  return (
    who.some((each) => each === '*' || each === SERVICE) &&
    [Action].flat().some((pattern) => matches(pattern.toLowerCase(), call.action.toLowerCase())) &&
    [Resource].flat().some((pattern) => matches(pattern, call.resource)) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => holds(operator, call.context[key], [values].flat(), Effect)),
    )
  );
}

function holds(operator: string, given: string | undefined, values: readonly string[], effect: Statement['Effect']) {
  switch (operator) {
    case 'StringEquals':
    case 'Bool':
      return given !== undefined && values.includes(given);
    case 'ArnLike':
    case 'ArnEquals':
    case 'StringLike':
      return given !== undefined && values.some((pattern) => matches(pattern, given));
    default:
      return effect === 'Deny';
  }
}
