import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Alarms } from '#infra/alarms.ts';
import { Api } from '#infra/api.ts';
import { Backup } from '#infra/backup.ts';
import { budget } from '#infra/budget.ts';
import { dashboard } from '#infra/dashboard.ts';
import { documentBucket, suppressDocumentFindings } from '#infra/documents.ts';
import { Functions, type Scripts } from '#infra/functions.ts';
import { Live } from '#infra/live.ts';
import { MailOutcomes } from '#infra/mail-outcomes.ts';
import { originSecret } from '#infra/origin-secret.ts';
import { Reminders } from '#infra/reminders.ts';
import { RollUp } from '#infra/roll-up.ts';
import { SignIn } from '#infra/sign-in.ts';
import { Site } from '#infra/site.ts';
import type { Stage } from '#infra/stages/read-stage.ts';
import { Tables } from '#infra/tables.ts';

interface SoChiBoProps {
  /** The folder of hashed files that `vite build` makes. */
  readonly assets: string;
  /** The paths of the page script and the service worker in that folder. */
  readonly scripts: Scripts;
}

/**
 * The whole system of one stage, in one stack: it is small, and its parts are never deployed separately.
 *
 * It has account and region from the stage's settings: CDK deploys it with no other account's credentials.
 *
 * The operator's command line needs the outputs; `infra/local/` writes the same names for the local system.
 */
export class SoChiBoStack extends Stack {
  constructor(scope: Construct, stage: Stage, { assets, scripts }: SoChiBoProps) {
    super(scope, `SoChiBo-${stage.name}`, {
      env: { account: stage.account, region: stage.region },
      tags: { system: 'so-chi-bo', stage: stage.name },
      terminationProtection: stage.terminationProtection,
      description: 'Sổ Chi Bộ: meeting reports and district scorecards',
    });

    const tables = new Tables(this, stage);
    const signIn = new SignIn(this);
    const rollUp = new RollUp(this);
    const files = documentBucket(this);
    const backup = new Backup(this, { stage, tables, documents: files });
    const secret = originSecret(this, stage);
    const functions = new Functions(this, {
      tables,
      signIn,
      queue: rollUp.queue,
      scripts,
      files,
      originSecrets: secret.accepted,
    });
    suppressDocumentFindings(functions.guidance);
    const live = new Live(this, functions);
    // One of its own: Scheduler counts what it could not start by group.
    const schedules = new ScheduleGroup(this, 'Schedules', { removalPolicy: RemovalPolicy.DESTROY });
    rollUp.connect(
      { plan: functions.plan, rollup: live.functions.rollup, directory: live.functions.directory },
      schedules,
    );
    const api = new Api(this, live.functions);
    const site = new Site(this, { api, assets, originSecret: secret.sent, address: stage.address });
    const mailOutcomes = new MailOutcomes(this);
    const reminders = new Reminders(this, { tables, signIn, url: site.url, stage, mailOutcomes, schedules });
    const watched = { functions, api, rollUp, reminders, tables, mailOutcomes, schedules };
    const alarms = new Alarms(this, { ...watched, stage });
    live.shift((name) => alarms.node.findChild(name) as Alarm, site.scripts);
    dashboard(this, alarms, site.distribution);
    budget(this, stage);

    const outputs = {
      Url: site.url,
      Distribution: site.distribution.distributionId,
      ...tables.outputs(),
      AuditDays: String(tables.auditDays),
      FilesBucket: files.bucketName,
      BackupVault: backup.vault.backupVaultName,
      UserPoolId: signIn.pool.userPoolId,
      UserPoolClientId: signIn.client.userPoolClientId,
      RollupQueueUrl: rollUp.queue.queueUrl,
      FailedQueueArn: rollUp.failed.queueArn,
      PlanFunction: functions.plan.functionName,
      RollupFunction: functions.rollup.functionName,
      RemindFunction: reminders.remind.functionName,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
