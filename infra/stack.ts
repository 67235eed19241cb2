import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms } from '#infra/alarms.ts';
import { Api } from '#infra/api.ts';
import { Backup } from '#infra/backup.ts';
import { documentBucket, suppressDocumentFindings } from '#infra/documents.ts';
import { Functions, type Scripts } from '#infra/functions.ts';
import { originSecret } from '#infra/origin-secret.ts';
import { Reminders } from '#infra/reminders.ts';
import { RollUp } from '#infra/roll-up.ts';
import { SignIn } from '#infra/sign-in.ts';
import { Site } from '#infra/site.ts';
import { Tables } from '#infra/tables.ts';

interface SoChiBoProps {
  /** The folder of hashed files that `vite build` makes. */
  readonly assets: string;
  /** The paths of the page script and the service worker in that folder. */
  readonly scripts: Scripts;
  /** The sender of reminders. */
  readonly mailFrom: string;
}

/**
 * The whole system of one stage, in one stack: it is small, and its parts are never deployed separately.
 *
 * The operator's command line needs the outputs; `infra/local/` writes the same names for the local system.
 */
export class SoChiBoStack extends Stack {
  constructor(scope: Construct, id: string, { assets, scripts, mailFrom }: SoChiBoProps) {
    super(scope, id, {
      terminationProtection: true,
      description: 'Sổ Chi Bộ: meeting reports and district scorecards',
    });

    const tables = new Tables(this);
    const signIn = new SignIn(this);
    const rollUp = new RollUp(this);
    const files = documentBucket(this);
    const backup = new Backup(this, { tables, documents: files });
    const secret = originSecret(this);
    const functions = new Functions(this, {
      tables,
      signIn,
      queue: rollUp.queue,
      scripts,
      files,
      originSecrets: secret.accepted,
    });
    suppressDocumentFindings(functions.guidance);
    rollUp.connect(functions);
    const api = new Api(this, functions);
    const site = new Site(this, { api, assets, originSecret: secret.sent });
    const url = `https://${site.distribution.domainName}`;
    const reminders = new Reminders(this, { tables, signIn, url, mailFrom });
    new Alarms(this, { functions, api, rollUp, reminders });

    const outputs = {
      Url: url,
      ...tables.outputs(),
      AuditDays: String(tables.auditDays),
      FilesBucket: files.bucketName,
      BackupVault: backup.vault.backupVaultName,
      UserPoolId: signIn.pool.userPoolId,
      UserPoolClientId: signIn.client.userPoolClientId,
      RollupQueueUrl: rollUp.queue.queueUrl,
      PlanFunction: functions.plan.functionName,
      RollupFunction: functions.rollup.functionName,
      RemindFunction: reminders.remind.functionName,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
