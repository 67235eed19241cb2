import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { nameOf } from '#functions/store/item-names.ts';
import { allItems, type Item, type Reading, soundOrNoted } from '#functions/store/pages.ts';
import { freeTextKey, type StoredRevision } from '#functions/store/report-store.ts';
import { isInstant } from '#functions/store/shapes.ts';
import { reservedKeys } from '#functions/store/tables.ts';
import { shape } from '#shared/input/shape.ts';
import type { Instant, Month } from '#shared/period.ts';
import { areTaskFigures } from '#shared/reports/figures-shape.ts';
import { type FreeText, joinRows, type ReportFigures } from '#shared/reports/free-text.ts';
import { parseReportId, type ReportId } from '#shared/reports/report.ts';
import type { TaskReport } from '#shared/reports/tasks.ts';
import { thingNamed } from '#shared/scorecards/left-out.ts';
import { districtOf, isWithin, type UnitId } from '#shared/units/units.ts';

export type ReportTaskStore = ReturnType<typeof reportTaskStore>;

/** Of a report's newest revision only what it says of tasks, with its words. */
export interface ReportTasks extends TaskReport {
  readonly id: ReportId;
  readonly receivedAt: Instant;
}

/**
 * Reads what the reports of a month say of tasks. For a page of a whole district that is a tenth of all they say, in two
 * queries a month; it is not compared with the report's digest, as nothing is counted from it that is official.
 */
export function reportTaskStore(db: DynamoDBDocumentClient, TableName: string) {
  const query = (unit: UnitId, pk: string, ...parts: readonly string[]) => ({
    TableName,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': pk, ':prefix': unit },
    ExpressionAttributeNames: { '#format': 'format' },
    ProjectionExpression: ['pk', 'sk', '#format', ...parts].join(', '),
  });

  async function textsOf(unit: UnitId, month: Month): Promise<ReadonlyMap<string, TextItem['words']>> {
    const pk = `${partitionOf(unit, month)}${reservedKeys.meetings.freeText}`;
    const words = await allItems<TextItem>(db, query(unit, pk, 'words.tasks', 'words.followUps', 'expiresAt'));
    const now = Date.now();
    return new Map(words.filter(({ expiresAt }) => expiresAt * 1000 > now).map((each) => [each.sk, each.words]));
  }

  return {
    /** The tasks of the newest revision of each report of a unit's month. The last second may be missing. */
    async ofMonth(unit: UnitId, month: Month): Promise<ReportTasks[]> {
      const parts = ['firstReceivedAt', 'wordsDigest', 'facts.tasks', 'facts.followUps'];
      const facts = query(unit, partitionOf(unit, month), ...parts);
      const [items, said] = await Promise.all([allItems<Item>(db, facts), textsOf(unit, month)]);
      const newest = new Map<string, Item>();
      for (const item of items) {
        const thing = thingNamed(nameOf('report', item));
        if (isWithin(thing.split('_', 1)[0] as UnitId, unit)) newest.set(thing, item);
      }
      return [...newest.values()].flatMap((item) => {
        const figures = soundOrNoted(item, reading);
        return figures ? [withWords(figures, said.get(`${item.sk}#${item['wordsDigest']}`))] : [];
      });
    },

    /** The same of reports that a page has read anyway: one query, for their words. */
    async ofReports(unit: UnitId, month: Month, read: Promise<readonly StoredRevision[]>): Promise<ReportTasks[]> {
      const [reports, said] = await Promise.all([read, textsOf(unit, month)]);
      return reports.map((each) => {
        const { id, firstReceivedAt, report } = each;
        const { cell, date, kind, tasks, followUps } = report;
        const figures = { id, receivedAt: firstReceivedAt, cell, date, kind, tasks, followUps };
        return withWords(figures, said.get(freeTextKey(each, each.wordsDigest).sk));
      });
    },
  };
}

const partitionOf = (unit: UnitId, month: Month) => `${districtOf(unit)}#${month}`;

interface TextItem extends Item {
  readonly words?: Partial<Pick<FreeText, 'tasks' | 'followUps'>>;
  readonly expiresAt: number;
}

interface Figures extends Omit<ReportTasks, 'tasks' | 'followUps'>, Pick<ReportFigures, 'tasks' | 'followUps'> {}

function withWords({ tasks, followUps, ...rest }: Figures, words: TextItem['words']): ReportTasks {
  return {
    ...rest,
    tasks: joinRows('tasks', tasks, words?.tasks),
    followUps: joinRows('followUps', followUps, words?.followUps),
  };
}

const isReceived = shape({ receivedAt: isInstant });

const reading: Reading<Figures> = {
  kind: 'report',
  read({ sk, facts, firstReceivedAt }) {
    const [id = ''] = sk.split('#');
    const parts = parseReportId(id);
    return { ...parts, ...(facts as object), id, receivedAt: firstReceivedAt } as Figures;
  },
  isSound: (figures) => figures.cell !== undefined && isReceived(figures) && areTaskFigures(figures),
};
