import { Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/**
 * Tells the readers of a topic that a backup of the account was not made or not copied. AWS Backup's events say so; of its
 * metrics, their dimensions are not the same everywhere, and an alarm on one that does not exist is silent.
 */
export function backupFaults(scope: Construct, topic: Topic): void {
  const rule = new Rule(scope, 'BackupFaults', {
    description: 'A backup was not made or not copied',
    eventPattern: {
      source: ['aws.backup'],
      detailType: ['Backup Job State Change', 'Copy Job State Change'],
      detail: { state: ['FAILED', 'EXPIRED', 'ABORTED'] },
    },
  });
  const message = RuleTargetInput.fromText('A backup failed: infra/README.md, Alarms, "Backups"');
  rule.addTarget(new SnsTopic(topic, { message }));
}
