import { DeleteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Before } from '#functions/store/owed-store.ts';
import { queryItems } from '#functions/store/pages.ts';
import { putChange } from '#functions/store/put-change.ts';
import { partitionOf } from '#functions/store/report-store.ts';
import { reservedKeys } from '#functions/store/tables.ts';
import { monthOf } from '#shared/period.ts';
import { agendaIdOf } from '#shared/prepare/agenda.ts';
import type { PurgeStep } from '#shared/reports/purge.ts';
import { partsOfReportId, type ReportId } from '#shared/reports/report.ts';
import { districtOf } from '#shared/units/units.ts';

export type PurgeStore = ReturnType<typeof purgeStore>;

/** Keeps who requested the removal of a report's free text and who approved it, append-only, beside the reports. */
export function purgeStore(db: DynamoDBDocumentClient, TableName: string) {
  const numbered = (id: ReportId, upTo: number) => `${id}#${String(upTo).padStart(4, '0')}`;

  async function keysOf(pk: string, prefix: string): Promise<Key[]> {
    const keys: Key[] = [];
    for await (const { pk: of, sk } of queryItems<Key>(db, {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ConsistentRead: true,
    })) {
      keys.push({ pk: of, sk });
    }
    return keys;
  }

  return {
    /** Adds a step; `false` if it exists already. */
    async add(step: PurgeStep, before?: Before<PurgeStep>): Promise<boolean> {
      const key = {
        pk: `${partitionOf(step.id)}${reservedKeys.meetings.purges}`,
        sk: `${numbered(step.id, step.upTo)}#${step.step}`,
      };
      return putChange(db, TableName, { stored: step, Item: { ...key, ...step }, table: 'meetings', before });
    },

    /** Every step about a report. */
    async steps(id: ReportId): Promise<PurgeStep[]> {
      const steps: PurgeStep[] = [];
      for await (const { pk, sk, ...step } of queryItems<PurgeStep & Key>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :id)',
        ExpressionAttributeValues: { ':pk': `${partitionOf(id)}${reservedKeys.meetings.purges}`, ':id': `${id}#` },
        ConsistentRead: true,
      })) {
        steps.push(step);
      }
      return steps;
    },

    /**
     * Removes the free text of a report's revisions, up to one of them, and with it what was said of the report's tasks
     * between meetings and the agenda of the cell's month, from which its words may come. Only the operator can: no
     * function may.
     *
     * @returns how many revisions had free text
     */
    async removeFreeText(id: ReportId, upTo: number): Promise<number> {
      let count = 0;
      const { tasks, freeText } = reservedKeys.meetings;
      const { cell, date } = partsOfReportId(id);
      const besides = await Promise.all([
        keysOf(`${districtOf(id)}${tasks}${freeText}`, `task#${id}_`),
        keysOf(partitionOf(id), `agenda#${agendaIdOf({ cell, month: monthOf(date) })}#`),
      ]);
      for (const Key of besides.flat()) await db.send(new DeleteCommand({ TableName, Key }));
      const last = `${numbered(id, upTo)}#\uFFFF`;
      for (const { pk, sk } of await keysOf(`${partitionOf(id)}${freeText}`, `${id}#`)) {
        if (sk > last) continue;
        await db.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
        count += 1;
      }
      return count;
    },
  };
}

interface Key {
  readonly pk: string;
  readonly sk: string;
}
