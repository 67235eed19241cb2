import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ListBackupsCommand,
} from '@aws-sdk/client-dynamodb';
import type { Finding } from '#infra/admin/doctor/finding.ts';

/** A backup of every day is at most so old, with half a day for AWS to begin. */
const BACKUP_HOURS = 36;
const HOUR_MS = 3_600_000;

/** The table whose items all expire: it has no recovery, and may be deleted. */
const expiring = 'transient';

/** Whether the tables stand, are protected from deletion, can be restored, and when they were last backed up. */
export async function checkTables(
  client: DynamoDBClient,
  tables: Readonly<Record<string, string>>,
  nowMs: number,
  isLocal: boolean,
): Promise<Finding[]> {
  const found = await Promise.all(
    Object.entries(tables).map(async ([key, TableName]): Promise<Finding[]> => {
      const { Table } = await client.send(new DescribeTableCommand({ TableName }));
      const about = `table ${key}`;
      if (Table?.TableStatus !== 'ACTIVE')
        return [{ level: 'bad', about, said: `${TableName} is ${Table?.TableStatus}` }];
      if (isLocal || key === expiring) return [{ level: 'ok', about, said: 'stands' }];
      return [protection(about, Table.DeletionProtectionEnabled), ...(await recovery(client, about, TableName, nowMs))];
    }),
  );
  const local = {
    level: 'absent',
    about: 'tables',
    said: 'deletion protection, recovery and backups are of AWS alone',
  } as const;
  return [...found.flat(), ...(isLocal ? [local] : [])];
}

function protection(about: string, isProtected: boolean | undefined): Finding {
  return isProtected
    ? { level: 'ok', about, said: 'stands, protected from deletion' }
    : { level: 'bad', about, said: 'can be deleted: deploy again, or turn DeletionProtectionEnabled on' };
}

async function recovery(client: DynamoDBClient, about: string, TableName: string, nowMs: number): Promise<Finding[]> {
  const [{ ContinuousBackupsDescription }, { BackupSummaries = [] }] = await Promise.all([
    client.send(new DescribeContinuousBackupsCommand({ TableName })),
    client.send(new ListBackupsCommand({ TableName, BackupType: 'ALL' })),
  ]);
  const { PointInTimeRecoveryStatus, EarliestRestorableDateTime } =
    ContinuousBackupsDescription?.PointInTimeRecoveryDescription ?? {};
  const newest = Math.max(
    ...BackupSummaries.map(({ BackupCreationDateTime }) => BackupCreationDateTime?.getTime() ?? 0),
  );
  const hours = Math.round((nowMs - newest) / HOUR_MS);
  const isOn = PointInTimeRecoveryStatus === 'ENABLED';
  return [
    isOn
      ? { level: 'ok', about, said: `can be restored to any second since ${EarliestRestorableDateTime?.toISOString()}` }
      : { level: 'bad', about, said: 'cannot be restored to a second: point-in-time recovery is off, deploy again' },
    BackupSummaries.length === 0
      ? { level: 'warn', about, said: 'has no backup besides: what the account loses is lost' }
      : { level: hours > BACKUP_HOURS ? 'warn' : 'ok', about, said: `newest backup is ${hours} hours old` },
  ];
}
