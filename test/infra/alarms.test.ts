import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Template } from '#infra/local/cloudformation/assembly.ts';
import { mayPublish } from '#test/infra/may-publish.ts';
import { aStage, resourcesOf, template } from '#test/infra/synthesized.ts';

interface AlarmProperties {
  readonly AlarmName: string;
  readonly AlarmActions?: readonly { readonly Ref: string }[];
  readonly ActionsEnabled?: boolean;
}
interface Subscription {
  readonly TopicArn: { readonly Ref: string };
  readonly Protocol: string;
  readonly Endpoint: string;
}
type Policy = { Statement: Record<string, unknown>[] };

const alarms = Object.values(resourcesOf<AlarmProperties>(template, 'AWS::CloudWatch::Alarm')).map(
  ({ Properties }) => Properties,
);
const [TOPIC = ''] = Object.keys(resourcesOf(template, 'AWS::SNS::Topic'));
const [first] = alarms;

describe('every alarm reaches somebody', () => {
  it.each(alarms)('$AlarmName may be published to each of its topics', ({ AlarmName, AlarmActions = [], ...alarm }) => {
    expect(alarm.ActionsEnabled).not.toBe(false);
    expect(AlarmActions.length).toBeGreaterThan(0);
    for (const { Ref } of AlarmActions) expect(mayPublish(template.toJSON() as Template, Ref, AlarmName)).toBe(true);
  });

  it('each topic has a reader, whom the stage’s settings must name', () => {
    const read = Object.values(resourcesOf<Subscription>(template, 'AWS::SNS::Subscription'));
    for (const { Ref } of alarms.flatMap(({ AlarmActions = [] }) => AlarmActions)) {
      const readers = read.filter(({ Properties }) => Properties.TopicArn.Ref === Ref);
      expect(readers.length).toBeGreaterThan(0);
      for (const { Properties } of readers) {
        expect(Properties).toMatchObject({ Protocol: 'email', Endpoint: aStage.alarmMail });
      }
    }
  });

  it('an alarm of another account, or of another stack, is nobody’s business here', () => {
    const given = template.toJSON() as Template;
    expect(mayPublish(given, TOPIC, first?.AlarmName ?? '', '111111111111')).toBe(false);
    expect(mayPublish(given, TOPIC, 'SoChiBo-other-web-errors')).toBe(false);
  });
});

describe('the walk from an alarm to its topic', () => {
  const edited = (edit: (topic: Record<string, unknown>, policy: Policy, all: Template['Resources']) => void) => {
    const copy = structuredClone(template.toJSON()) as Template;
    const policy = Object.values(copy.Resources).find(({ Type }) => Type === 'AWS::SNS::TopicPolicy');
    const topic = copy.Resources[TOPIC] as { Properties?: Record<string, unknown> };
    topic.Properties ??= {};
    edit(topic.Properties, policy?.Properties?.['PolicyDocument'] as Policy, copy.Resources);
    return mayPublish(copy, TOPIC, first?.AlarmName ?? '');
  };
  const isGrant = ({ Effect }: Record<string, unknown>) => Effect === 'Allow';
  const useKey = (principal: string, ...actions: string[]) =>
    edited((topic, _, all) => {
      topic['KmsMasterKeyId'] = { 'Fn::GetAtt': ['Key', 'Arn'] };
      const Statement = [{ Effect: 'Allow', Principal: { Service: principal }, Action: actions, Resource: '*' }];
      all['Key'] = { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement } } };
    });

  it('stops at a policy that only refuses plain HTTP: it has replaced the one that lets services publish', () => {
    expect(edited((_, policy) => policy.Statement.splice(policy.Statement.findIndex(isGrant), 1))).toBe(false);
  });

  it.each([
    ['another service', { Principal: { Service: 'events.amazonaws.com' } }],
    ['another action', { Action: 'sns:Subscribe' }],
    ['another topic', { Resource: 'elsewhere' }],
    ['another account', { Condition: { StringEquals: { 'aws:SourceAccount': '111111111111' } } }],
    ['a condition that it cannot judge', { Condition: { DateGreaterThan: { 'aws:CurrentTime': '2030-01-01' } } }],
  ])('stops at a grant for %s', (_, change) => {
    expect(edited((_topic, policy) => Object.assign(policy.Statement.find(isGrant) ?? {}, change))).toBe(false);
  });

  it('stops at a refusal, whatever is granted beside it', () => {
    const Deny = { Effect: 'Deny', Principal: '*', Action: 'sns:*', Resource: '*' };
    expect(edited((_, policy) => policy.Statement.push(Deny))).toBe(false);
  });

  it('stops at a key that CloudWatch may not use', () => {
    expect(edited((topic) => Object.assign(topic, { KmsMasterKeyId: 'alias/aws/sns' }))).toBe(false);
    expect(useKey('sns.amazonaws.com', 'kms:Decrypt', 'kms:GenerateDataKey*')).toBe(false);
    expect(useKey('cloudwatch.amazonaws.com', 'kms:Decrypt')).toBe(false);
    expect(useKey('cloudwatch.amazonaws.com', 'kms:Decrypt', 'kms:GenerateDataKey*')).toBe(true);
  });

  it('goes on where a topic has no policy: SNS’s own lets the account’s services publish', () => {
    const copy = structuredClone(template.toJSON()) as { Resources: Record<string, { Type: string }> };
    const rest = Object.entries(copy.Resources).filter(([, { Type }]) => Type !== 'AWS::SNS::TopicPolicy');
    expect(mayPublish({ Resources: Object.fromEntries(rest) }, TOPIC, 'SoChiBo-test-any')).toBe(true);
  });
});

describe('the rehearsal in infra/README.md', () => {
  const commands = readFileSync('infra/README.md', 'utf8').match(/^aws cloudwatch set-alarm-state .+$/gm) ?? [];

  it('has a command for each alarm of the stage, and for nothing else', () => {
    const expected = alarms.map(({ AlarmName }) => {
      const name = AlarmName.replace(/^SoChiBo-test-/, 'SoChiBo-prod-');
      return `aws cloudwatch set-alarm-state --alarm-name ${name} --state-value ALARM --state-reason rehearsal`;
    });
    expect(commands.toSorted()).toEqual(expected.toSorted());
  });
});
