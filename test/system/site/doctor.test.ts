import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { doctor } from '#infra/admin/doctor/doctor.ts';
import { exitCodeOf, reportOf } from '#infra/admin/doctor/finding.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { thisMonth } from '#test/system/meeting.ts';
import { operator } from '#test/system/operator-db.ts';
import { type Answers, startAwsAccount, startNameServer } from '#test/system/site/aws-account.ts';
import { system } from '#test/system/system.ts';
import { admin } from '#test/system/visitor.ts';

const stops: (() => unknown)[] = [];
afterAll(() => {
  for (const stop of stops) stop();
});

interface Examined {
  readonly code: number;
  readonly said: string;
}

/** Runs the command on the local system. */
function runDoctor(): Promise<Examined> {
  const compiled = join(tmpdir(), 'so-chi-bo-compiled');
  const env = { ...process.env, DATA_DIR: system().dataDir, NODE_COMPILE_CACHE: compiled };
  return new Promise((resolve) => {
    execFile(process.execPath, ['infra/admin/admin.ts', 'doctor'], { env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr });
    });
  });
}

const now = Date.now();
const hoursAgo = (hours: number) => now / 1000 - hours * 3600;
const topic = 'arn:aws:sns:ap-southeast-1:123456789012:alarms';
const member = (parts: Readonly<Record<string, string>>) =>
  `<member>${Object.entries(parts)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</member>`;

/** How AWS answers for a stage that is as it should be. Its data are those of the local system. */
function wellAnswers(): Answers {
  const { outputs } = operator();
  const all = { ...outputs, WakesTopic: topic, WaitsTopic: topic, RollupQueueUrl: 'https://sqs/worked' };
  const stack = Object.entries(all)
    .map(([OutputKey, OutputValue]) => member({ OutputKey, OutputValue }))
    .join('');
  const quotas = ['UserAuthentication', 'UserRead', 'UserCreation', 'UserResourceRead'];
  return {
    DescribeStacks: `<Stacks><member><StackName>SoChiBo-prod</StackName><StackStatus>UPDATE_COMPLETE</StackStatus><CreationTime>2026-01-02T03:04:05.000Z</CreationTime><EnableTerminationProtection>true</EnableTerminationProtection><Outputs>${stack}</Outputs></member></Stacks>`,
    DescribeStackResources: `<StackResources>${['worked', 'failed']
      .map((name) => member({ ResourceType: 'AWS::SQS::Queue', PhysicalResourceId: `https://sqs/${name}` }))
      .join('')}</StackResources>`,
    GetQueueAttributes: { Attributes: { ApproximateNumberOfMessages: '0' } },
    'GET /2016-08-19/account-settings': { AccountLimit: { ConcurrentExecutions: 1000 } },
    [`GET /2015-03-31/functions/${encodeURIComponent(outputs['RemindFunction'] ?? '')}/configuration`]: {
      Environment: { Variables: { MAIL_FROM: 'so-chi-bo@huyen.example' } },
    },
    ListServiceQuotas: { Quotas: quotas.map((name) => ({ QuotaName: `Rate of ${name} requests`, Value: 120 })) },
    DescribeUserPool: {
      UserPool: {
        DeletionProtection: 'ACTIVE',
        EstimatedNumberOfUsers: 30_000,
        EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' },
      },
    },
    DescribeTable: { Table: { TableStatus: 'ACTIVE', DeletionProtectionEnabled: true } },
    DescribeContinuousBackups: {
      ContinuousBackupsDescription: {
        ContinuousBackupsStatus: 'ENABLED',
        PointInTimeRecoveryDescription: {
          PointInTimeRecoveryStatus: 'ENABLED',
          EarliestRestorableDateTime: hoursAgo(800),
        },
      },
    },
    ListBackups: {
      BackupSummaries: [{ BackupCreationDateTime: hoursAgo(20) }, { BackupCreationDateTime: hoursAgo(44) }],
    },
    'GET /v2/email/account': {
      ProductionAccessEnabled: true,
      SendingEnabled: true,
      EnforcementStatus: 'HEALTHY',
      SendQuota: { Max24HourSend: 50_000, SentLast24Hours: 700, MaxSendRate: 14 },
    },
    'GET /v2/email/identities/huyen.example': { VerifiedForSendingStatus: true, DkimAttributes: { Status: 'SUCCESS' } },
    ListSubscriptionsByTopic: `<Subscriptions>${member({ Protocol: 'email', Endpoint: 'truc@huyen.example', SubscriptionArn: `${topic}:1` })}</Subscriptions>`,
    DescribeAlarms: `<MetricAlarms>${member({ AlarmName: 'SoChiBo-prod-web-errors', StateValue: 'OK', ActionsEnabled: 'true' })}</MetricAlarms>`,
  };
}

/** Examines a stage of an account that answers so, with such texts in DNS. */
async function examine(answers: Answers, texts: Readonly<Record<string, string>>) {
  const { env } = operator();
  const account = await startAwsAccount(answers, env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '');
  const names = await startNameServer(texts);
  stops.push(account.stop, names.stop);
  const { outputs } = operator();
  const set = {
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: env['AWS_ACCESS_KEY_ID'] ?? '',
    AWS_SECRET_ACCESS_KEY: env['AWS_SECRET_ACCESS_KEY'] ?? '',
    AWS_ENDPOINT_URL: account.url,
    DNS_SERVER: names.address,
  };
  const before = Object.keys(set).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, set);
  try {
    const all = { ...outputs, WakesTopic: topic, WaitsTopic: topic, RollupQueueUrl: `${account.url}/worked` };
    const patient = { stackName: 'SoChiBo-prod', outputs: all, tables: tablesOf(outputs) };
    const findings = await doctor(patient, new Date().toISOString());
    return { code: exitCodeOf(findings), said: reportOf(findings), asked: account.asked };
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

it('says of the local system what is there, and what only AWS has', async () => {
  await admin('rollup', '--district', 'hiep-hoa', '--month', thisMonth);
  const { code, said } = await runDoctor();
  expect(said).toContain(`ok    pages at ${system().url}: answer`);
  expect(said).toMatch(/ok {4}last night’s run: \d+ of \d+ districts counted since/);
  expect(said).toContain('reminders: ');
  expect(said).toContain('ok    table meetings: stands');
  expect(said).toContain('ok    user pool: stands');
  for (const absent of ['stack', 'quotas', 'mail sandbox and DNS', 'alarms and their subscriptions']) {
    expect(said).toContain(`-     ${absent}: the local system has none`);
  }
  // Another test may put something aside at this moment.
  const queues = said.split('\n').filter((line) => / queue \S*fail/i.test(line));
  expect(queues).toHaveLength(1);
  expect(queues[0]).toMatch(/^(ok {4}queue \S+: empty|BAD {3}queue \S+: \d+ failed events)/);
  expect(said.replaceAll(/^BAD {3}queue .*$/gm, '')).not.toContain('BAD');
  expect([0, 3, 4]).toContain(code); // another test's district may not have been counted yet
});

it('finds a stage well that is well, and asks AWS by its own protocols', async () => {
  const { code, said, asked } = await examine(wellAnswers(), {
    'huyen.example': 'v=spf1 include:amazonses.com -all',
    '_dmarc.huyen.example': 'v=DMARC1; p=quarantine',
  });
  expect(said).not.toContain('BAD');
  expect(said).toContain('ok    alarms that wake: 1 subscribed: email');
  expect(said).toContain('ok    quota of Cognito: Rate of UserRead requests: 120 a second');
  expect(said).toContain('ok    quota of SES: 700 of 50000 mails in 24 hours, 14 a second');
  expect(said).toContain('ok    table audit: newest backup is 20 hours old');
  expect(said).toContain('ok    DNS of huyen.example: DMARC asks for p=quarantine');
  expect(said).toContain('ok    queue failed: empty');
  expect(asked).toContain('sns ListSubscriptionsByTopic');
  expect(asked).toContain('servicequotas ListServiceQuotas');
  expect(asked).toContain('monitoring DescribeAlarms');
  expect([0, 3]).toContain(code);
});

it('names everything that is ill, and goes on past what it may not read', async () => {
  const well = wellAnswers();
  const { ListServiceQuotas: _, ...rest } = well;
  const { code, said } = await examine(
    {
      ...rest,
      DescribeStacks: String(well['DescribeStacks'])
        .replace('UPDATE_COMPLETE', 'UPDATE_ROLLBACK_FAILED')
        .replace('>true<', '>false<'),
      'GET /2016-08-19/account-settings': { AccountLimit: { ConcurrentExecutions: 10 } },
      DescribeUserPool: { UserPool: { DeletionProtection: 'INACTIVE' } },
      DescribeTable: { Table: { TableStatus: 'ACTIVE', DeletionProtectionEnabled: false } },
      DescribeContinuousBackups: {
        ContinuousBackupsDescription: { PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'DISABLED' } },
      },
      ListBackups: { BackupSummaries: [{ BackupCreationDateTime: hoursAgo(100) }] },
      'GET /v2/email/account': {
        ProductionAccessEnabled: false,
        SendingEnabled: true,
        EnforcementStatus: 'PROBATION',
        SendQuota: { Max24HourSend: 200, SentLast24Hours: 190, MaxSendRate: 1 },
      },
      'GET /v2/email/identities/huyen.example': {
        VerifiedForSendingStatus: false,
        DkimAttributes: { Status: 'PENDING' },
      },
      GetQueueAttributes: { Attributes: { ApproximateNumberOfMessages: '2' } },
      ListSubscriptionsByTopic: `<Subscriptions>${member({ Protocol: 'email', Endpoint: 'truc@huyen.example', SubscriptionArn: 'PendingConfirmation' })}</Subscriptions>`,
      DescribeAlarms: `<MetricAlarms>${member({ AlarmName: 'SoChiBo-prod-web-errors', StateValue: 'ALARM', ActionsEnabled: 'false' })}</MetricAlarms>`,
    },
    { '_dmarc.huyen.example': 'v=DMARC1; p=none' },
  );
  expect(code).toBe(4);
  for (const line of [
    'BAD   stack SoChiBo-prod: UPDATE_ROLLBACK_FAILED',
    'BAD   stack SoChiBo-prod: can be deleted as a whole',
    'BAD   quota of Lambda: 10 runs at once',
    'BAD   quota of Cognito: could not be read: Error: servicequotas answered 400',
    'BAD   user pool: can be deleted',
    'WARN  user pool: mails codes by Cognito’s own sender',
    'BAD   table meetings: can be deleted',
    'BAD   table meetings: cannot be restored to a second',
    'WARN  table meetings: newest backup is 100 hours old',
    'BAD   SES: is in the sandbox',
    'BAD   SES: sending is on, the account PROBATION',
    'WARN  quota of SES: 190 of 200 mails',
    'BAD   mail of huyen.example: DKIM is PENDING',
    'WARN  DNS of huyen.example: has 0 SPF records',
    'WARN  DNS of huyen.example: DMARC asks for p=none',
    'BAD   queue failed: 2 failed events',
    'BAD   alarms that wake: nobody has confirmed',
    'WARN  alarms that wake: email truc@huyen.example has not confirmed',
    'BAD   alarms: SoChiBo-prod-web-errors rings',
    'BAD   alarms: SoChiBo-prod-web-errors was silenced',
  ]) {
    expect(said).toContain(line);
  }
});
