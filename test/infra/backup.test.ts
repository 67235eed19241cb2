import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { newApp, newStack, resourcesOf, template } from '#test/infra/synthesized.ts';

const elsewhere = 'arn:aws:backup:ap-southeast-3:111122223333:backup-vault:so-chi-bo-copy';

describe('the nightly backup', () => {
  it('has every table that outlives mistakes, and the documents', () => {
    const [selection] = Object.values(
      resourcesOf<{ BackupSelection: { Resources: unknown[] } }>(template, 'AWS::Backup::BackupSelection'),
    );
    const said = JSON.stringify(selection?.Properties.BackupSelection.Resources);
    const tables = resourcesOf<{ DeletionProtectionEnabled: boolean }>(template, 'AWS::DynamoDB::Table');
    for (const [id, { Properties }] of Object.entries(tables)) {
      expect(said.includes(`"${id}"`), id).toBe(Properties.DeletionProtectionEnabled);
    }
    expect(said).toContain('"Documents"');
  });

  it('is kept for as long as tables can be restored to any second, in a vault that outlives the stack and is locked', () => {
    template.hasResource('AWS::Backup::BackupVault', {
      DeletionPolicy: 'RetainExceptOnCreate',
      Properties: { LockConfiguration: { MinRetentionDays: 30, MaxRetentionDays: 35 } },
    });
    template.hasResourceProperties('AWS::Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanRule: [
          Match.objectLike({
            Lifecycle: { DeleteAfterDays: 35 },
            ScheduleExpression: 'cron(30 18 * * ? *)',
            CopyActions: Match.absent(),
          }),
        ],
      },
    });
  });

  it('goes to a second region or account, and is locked for good, where the settings say so', () => {
    const other = Template.fromStack(newStack(newApp(), { backupCopyTo: elsewhere, backupLock: 'compliance' }));
    other.hasResourceProperties('AWS::Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanRule: [
          Match.objectLike({
            CopyActions: [{ DestinationBackupVaultArn: elsewhere, Lifecycle: { DeleteAfterDays: 35 } }],
          }),
        ],
      },
    });
    other.hasResourceProperties('AWS::Backup::BackupVault', { LockConfiguration: { ChangeableForDays: 3 } });
  });
});
