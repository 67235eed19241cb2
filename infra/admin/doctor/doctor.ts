import { Resolver } from 'node:dns/promises';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import { documentClient } from '#functions/store/db.ts';
import { directoryStore } from '#functions/store/directory-store.ts';
import { owedStore } from '#functions/store/owed-store.ts';
import { reminderStore } from '#functions/store/reminder-store.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import type { TableNames } from '#functions/store/tables.ts';
import { checkConcurrency, checkPool, checkPoolRates, checkStack } from '#infra/admin/doctor/check-account.ts';
import { checkAlarms, checkQueues, checkSubscriptions } from '#infra/admin/doctor/check-alarms.ts';
import { checkDns, checkMail, senderDomain } from '#infra/admin/doctor/check-mail.ts';
import { checkTables } from '#infra/admin/doctor/check-tables.ts';
import { checkNight, checkOwed, checkPages, checkReminders, checkVersions } from '#infra/admin/doctor/check-work.ts';
import { type Check, examine, type Finding } from '#infra/admin/doctor/finding.ts';
import type { Instant } from '#shared/period.ts';

interface Patient {
  /** The deployed stack; absent for the local system. */
  readonly stackName?: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly tables: TableNames;
}

/** Looks at everything that an operator should know of a system, and changes nothing. */
export function doctor({ stackName, outputs, tables }: Patient, now: Instant): Promise<Finding[]> {
  const db = documentClient();
  const stores = {
    directory: directoryStore(db, tables.cells),
    scorecards: scorecardStore(db, tables.scorecards),
    owed: owedStore(db, tables.owed),
    reminders: reminderStore(db, tables.transient),
  };
  const output = (name: string) => outputs[name] ?? '';
  const isLocal = stackName === undefined;
  return examine({
    pages: () => checkPages(output('Url')),
    'last night’s run': () => checkNight(stores, now),
    reminders: () => checkReminders(stores, now),
    owed: () => checkOwed(stores, now),
    versions: () => checkVersions(stores, now),
    tables: () => checkTables(new DynamoDBClient({}), { ...tables }, Date.parse(now), isLocal),
    'user pool': () => checkPool(new CognitoIdentityProviderClient({}), output('UserPoolId'), isLocal),
    queues: () => checkQueues(new SQSClient({}), stackName, output('RollupQueueUrl')),
    ...(isLocal ? { here: absentHere } : ofAws(stackName, output)),
  });
}

function ofAws(stackName: string, output: (name: string) => string): Record<string, Check> {
  const lambda = new LambdaClient({});
  const sender = senderDomain(lambda, output('RemindFunction'));
  sender.catch(() => undefined); // each that needs it says so
  return {
    stack: () => checkStack(stackName),
    'quota of Lambda': () => checkConcurrency(lambda),
    'quota of Cognito': () => checkPoolRates(lambda.config),
    mail: async () => checkMail(new SESv2Client({}), await sender),
    DNS: async () => checkDns(resolver(), await sender),
    'alarms that wake': () => checkSubscriptions(lambda.config, 'alarms that wake', output('WakesTopic')),
    'alarms that wait': () => checkSubscriptions(lambda.config, 'alarms that wait', output('WaitsTopic')),
    alarms: () => checkAlarms(lambda.config, `${stackName}-`),
  };
}

/** The machine's own resolver, or the one that `DNS_SERVER` names. */
function resolver(): Resolver {
  const asked = new Resolver({ timeout: 5000, tries: 2 });
  const server = process.env['DNS_SERVER'];
  if (server) asked.setServers([server]);
  return asked;
}

const absentHere: Check = async () =>
  ['stack', 'quotas', 'mail sandbox and DNS', 'alarms and their subscriptions'].map((about) => ({
    level: 'absent',
    about,
    said: 'the local system has none: --stage',
  }));
