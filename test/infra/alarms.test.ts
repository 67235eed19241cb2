import { readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import type { Template } from '#infra/local/cloudformation/assembly.ts';
import { mayPublish } from '#test/infra/may-publish.ts';
import { statementsOf } from '#test/infra/policies.ts';
import { aStage, resourcesOf, template } from '#test/infra/synthesized.ts';
import { watching } from '#test/infra/watching.ts';

interface AlarmProperties {
  readonly AlarmName: string;
  readonly AlarmDescription: string;
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
        const Endpoint = Ref.includes('Wakes') ? aStage.alarmMail : aStage.morningMail;
        expect(Properties).toMatchObject({ Protocol: 'email', Endpoint });
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

describe('the two classes', () => {
  const guide = readFileSync('infra/README.md', 'utf8');
  const rows = [...guide.matchAll(/^\| `([\w…-]+)` +\| (wakes|waits) +\|/gm)];

  it.each(watching)('$name $severity: its description and the guide say so', ({ name, severity, under }) => {
    expect(rows.filter(([, named]) => named === under).map(([, , said]) => said)).toEqual([severity]);
    const alarm = alarms.find(({ AlarmName }) => AlarmName === `SoChiBo-test-${name}`);
    expect(alarm?.AlarmDescription).toBe(
      `${severity === 'wakes' ? 'Wakes' : 'Waits for the morning'}: infra/README.md, "${under}"`,
    );
  });

  it.each(['faults-made', 'logged-words'])('the guide says of no alarm in vain that %s rehearses it', (file) => {
    const links = [...guide.matchAll(/^\| `([\w-]+)` .*\| \[([\w-]+)\]\(\.\.\/([\w/.-]+)\) +\|$/gm)];
    const made = links.filter(([, , by]) => by === file);
    expect(made.length).toBeGreaterThan(4);
    for (const [, name = '', , path = ''] of made) {
      const source = readFileSync(path, 'utf8');
      const isNamed = source.includes(`'${name}'`) || source.includes(`'${name.replace(/-errors$/, '')}'`);
      expect(isNamed, `${name} in ${path}`).toBe(true);
    }
  });

  it('have their own readers; the guide has no other alarms', () => {
    const endpoints = Object.values(resourcesOf<Subscription>(template, 'AWS::SNS::Subscription')).map(
      ({ Properties }) => Properties.Endpoint,
    );
    expect(endpoints.toSorted()).toEqual([aStage.alarmMail, aStage.morningMail].toSorted());
    expect(aStage.alarmMail).not.toBe(aStage.morningMail);
    expect(new Set(rows.map(([, named]) => named))).toEqual(new Set(watching.map(({ under }) => under)));
  });

  it('wake only for what stands between people and their work', () => {
    const woken = watching.filter(({ severity }) => severity === 'wakes').map(({ name }) => name);
    expect(woken).toEqual([
      ...['web', 'scorecards', 'directory', 'guidance', 'prepare', 'steering'].map((name) => `${name}-errors`),
      'fault-pages',
      'pages-unavailable',
      'functions-throttled',
      'api-errors',
    ]);
  });
});

describe('the dashboard', () => {
  const body = JSON.stringify(Object.values(resourcesOf(template, 'AWS::CloudWatch::Dashboard'))[0]?.Properties);

  it('shows every alarm, in its class and with its metric, and what CloudFront measures elsewhere', () => {
    for (const id of Object.keys(resourcesOf(template, 'AWS::CloudWatch::Alarm'))) {
      expect(body.split(`{"Fn::GetAtt":["${id}","Arn"]}`), id).toHaveLength(3);
    }
    expect(body).toContain('us-east-1');
    expect(body).toContain('5xxErrorRate');
  });

  it('has the region in its name: an account has one list of dashboards for all regions', () => {
    template.hasResourceProperties('AWS::CloudWatch::Dashboard', {
      DashboardName: `SoChiBo-test-${aStage.region}`,
    });
  });
});

describe('what watching costs', () => {
  it('the guide says it, by the numbers of the template', () => {
    const metrics = watching.reduce((sum, { reads }) => sum + reads.length, 0);
    const own = new Set(
      watching.flatMap(({ reads }) =>
        reads.flatMap(({ metric: { Namespace, MetricName } }) =>
          Namespace === 'SoChiBo-test' || Namespace === 'AWS/SES' ? [MetricName] : [],
        ),
      ),
    );
    const dollars = metrics * 0.1 + own.size * 0.3 + 3;
    expect(readFileSync('infra/README.md', 'utf8').replaceAll(/\s+/g, ' ')).toContain(
      `${metrics} metrics in alarms at $0.10, ${own.size} metrics of our own at $0.30, a dashboard at $3: at most $${dollars.toFixed(2)} a month`,
    );
  });

  it('a budget tells before a month costs more than it may, and needs no name that two stages could share', () => {
    template.hasResourceProperties('AWS::Budgets::Budget', {
      Budget: {
        BudgetName: Match.absent(),
        BudgetLimit: { Amount: aStage.monthlyBudget, Unit: 'USD' },
        BudgetType: 'COST',
        TimeUnit: 'MONTHLY',
      },
      NotificationsWithSubscribers: [
        Match.objectLike({ Subscribers: [{ SubscriptionType: 'EMAIL', Address: aStage.morningMail }] }),
        Match.objectLike({ Notification: Match.objectLike({ NotificationType: 'ACTUAL', Threshold: 80 }) }),
      ],
    });
  });
});

describe('backups', () => {
  it('that fail are told in the morning, by events that may be published', () => {
    const [waits = ''] = Object.keys(resourcesOf(template, 'AWS::SNS::Topic')).filter((id) => id.includes('Waits'));
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.backup'],
        'detail-type': ['Backup Job State Change', 'Copy Job State Change'],
        detail: { state: ['FAILED', 'EXPIRED', 'ABORTED'] },
      },
      State: 'ENABLED',
      Targets: [Match.objectLike({ Arn: { Ref: waits } })],
    });
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      Topics: [{ Ref: waits }],
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: 'sns:Publish',
            Principal: { Service: 'events.amazonaws.com' },
            Resource: { Ref: waits },
          }),
        ]),
      },
    });
  });
});

describe('mails', () => {
  it('are counted when they come back, and their addresses left out; the sender may name the set, and no other', () => {
    template.hasResourceProperties('AWS::SES::ConfigurationSet', {
      ReputationOptions: { ReputationMetricsEnabled: true },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
    template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: { MatchingEventTypes: ['bounce', 'complaint'], CloudWatchDestination: Match.anyValue() },
    });
    const [set = ''] = Object.keys(resourcesOf(template, 'AWS::SES::ConfigurationSet'));
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ MAIL_SET: { Ref: set } }) },
    });
    const granted = statementsOf(template).filter(({ statement }) => statement.Action === 'ses:SendEmail');
    expect(granted.map(({ statement }) => JSON.stringify(statement.Resource)).join()).toContain(
      `:configuration-set/",{"Ref":"${set}"}`,
    );
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
