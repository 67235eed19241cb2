import {
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupVault,
  type BackupVaultProps,
  type CfnBackupVault,
} from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Settings } from '#infra/stages/settings.ts';
import type { Tables } from '#infra/tables.ts';

/**
 * As long as tables can be restored to any second: words that were taken out are gone from all copies when they say so.
 */
const KEPT_DAYS = 35;

/** What the lock asks for at least; it must be less than the most. */
const LEAST_KEPT_DAYS = 30;

/** How long the compliance lock can still be taken off: AWS's least. Afterwards nobody can, not even AWS. */
const GRACE_DAYS = 3;

interface BackupProps {
  readonly stage: Pick<Settings, 'backupCopyTo' | 'backupLock'>;
  readonly tables: Tables;
  readonly documents: Bucket;
}

/**
 * Nightly backups of the tables and the documents, apart from them and locked: who can delete a table cannot shorten what
 * the vault keeps.
 */
export class Backup extends Construct {
  readonly vault: BackupVault;

  constructor(scope: Construct, { stage, tables, documents }: BackupProps) {
    super(scope, 'Backup');
    this.vault = new BackupVault(this, 'Vault', {
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      lockConfiguration: lock(stage.backupLock),
    });
    (this.vault.node.defaultChild as CfnBackupVault).overrideLogicalId('BackupVault');
    const { backupCopyTo: copyTo } = stage;
    const keptFor = Duration.days(KEPT_DAYS);
    const plan = new BackupPlan(this, 'Plan', { backupVault: this.vault });
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'nightly',
        // 01:30 in Vietnam: after the night's roll-ups.
        scheduleExpression: Schedule.cron({ hour: '18', minute: '30' }),
        startWindow: Duration.hours(1),
        completionWindow: Duration.hours(6),
        deleteAfter: keptFor,
        ...(copyTo !== 'none' && {
          copyActions: [
            { destinationBackupVault: BackupVault.fromBackupVaultArn(this, 'CopyTo', copyTo), deleteAfter: keptFor },
          ],
        }),
      }),
    );
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      managedPolicies: [
        ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSBackupServiceRolePolicyForBackup'),
        ManagedPolicy.fromAwsManagedPolicyName('AWSBackupServiceRolePolicyForS3Backup'),
      ],
    });
    Validations.of(role).acknowledge(
      ...['service-role/AWSBackupServiceRolePolicyForBackup', 'AWSBackupServiceRolePolicyForS3Backup'].map((name) => ({
        id: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${name}]`,
        reason: 'Amazon keeps these policies in step with what its service needs; only that service can take the role.',
      })),
    );
    const recorded = [tables.cells, tables.meetings, tables.scorecards, tables.audit, tables.matters, tables.actions];
    plan.addSelection('Records', {
      role,
      resources: [
        ...[...recorded, tables.owed].map((table) => BackupResource.fromDynamoDbTable(table)),
        BackupResource.fromArn(documents.bucketArn),
      ],
    });
  }
}

function lock(kind: Settings['backupLock']): NonNullable<BackupVaultProps['lockConfiguration']> {
  return {
    minRetention: Duration.days(LEAST_KEPT_DAYS),
    maxRetention: Duration.days(KEPT_DAYS),
    ...(kind === 'compliance' && { changeableFor: Duration.days(GRACE_DAYS) }),
  };
}
