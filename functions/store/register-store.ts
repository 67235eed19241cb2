import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, type Authorship, appendRevision } from '#functions/store/append-revision.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { type Item, queryItems, type Reading, sound, soundItems } from '#functions/store/pages.ts';
import { putChange } from '#functions/store/put-change.ts';
import { isUnit, revised } from '#functions/store/shapes.ts';
import { canonical } from '#shared/digest.ts';
import { documentKinds, MOST_NUMBER, type RegisterEntry, type Said } from '#shared/documents/register.ts';
import { isWhole, oneOf, shape } from '#shared/input/shape.ts';
import type { Instant } from '#shared/period.ts';
import { isDay } from '#shared/reports/figures-shape.ts';
import { parseReportId } from '#shared/reports/report.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

/** A month has hardly more entries; where it has, they are read in more steps. */
const RECENT = 20;

export type RegisterStore = ReturnType<typeof registerStore>;

/** Keeps the register of each cell's documents, append-only, in a partition of the meetings table. */
export function registerStore(db: DynamoDBDocumentClient, TableName: string) {
  const query = (cell: UnitId, newestFirst: boolean) => ({
    TableName,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': partitionOf(cell), ':prefix': `${cell}#` },
    ConsistentRead: true,
    ScanIndexForward: !newestFirst,
    ...(newestFirst && { Limit: 1 }),
  });

  async function newest(cell: UnitId): Promise<RegisterEntry | undefined> {
    for await (const item of queryItems<Item>(db, query(cell, true), (each) => each)) return sound(item, entries);
    return undefined;
  }

  return {
    /** The whole register of a cell. What cannot be read is reported and left out. */
    async ofCell(cell: UnitId): Promise<RegisterEntry[]> {
      const found: RegisterEntry[] = [];
      for await (const entry of soundItems(db, query(cell, false), entries)) found.push(entry);
      return found;
    },

    /** What was entered into a cell's register since an instant, the newest first: entries stand in the order of time. */
    async since(cell: UnitId, at: Instant): Promise<RegisterEntry[]> {
      const found: RegisterEntry[] = [];
      for await (const entry of soundItems(db, { ...query(cell, true), Limit: RECENT }, entries)) {
        if (entry.at < at) break;
        found.push(entry);
      }
      return found;
    },

    /**
     * What was entered since an instant into the registers of the cells of a commune, in one query, which passes over
     * all that was ever entered. The last second may be missing.
     */
    async sinceIn(commune: UnitId, at: Instant): Promise<RegisterEntry[]> {
      const found: RegisterEntry[] = [];
      const query = {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        FilterExpression: '#at >= :at',
        ExpressionAttributeNames: { '#at': 'at' },
        ExpressionAttributeValues: { ':pk': partitionOf(commune), ':prefix': `${commune}.`, ':at': at },
      };
      for await (const entry of soundItems(db, query, entries)) found.push(entry);
      return found;
    },

    /**
     * Appends an entry to the register that the writer saw, of `base` entries. Of two who saw the same one is stale: what
     * he enters, he has not compared with what the other did.
     */
    async append(
      cell: UnitId,
      said: Said,
      base: number,
      { by, at }: Authorship,
      before?: Before<RegisterEntry>,
    ): Promise<AppendOutcome<RegisterEntry>> {
      return appendRevision<RegisterEntry, RegisterEntry>({
        base,
        newest: () => newest(cell),
        saysTheSame: (last) => canonical(last.said) === canonical(said),
        next: () => ({ cell, revision: base + 1, said, by, at }),
        put: (stored) => putChange(db, TableName, { stored, Item: itemOf(stored), table: 'meetings', before }),
      });
    },
  };
}

function partitionOf(cell: UnitId): string {
  return `${districtOf(cell)}#register`;
}

function itemOf(entry: RegisterEntry): Item {
  const sk = `${entry.cell}#${String(entry.revision).padStart(4, '0')}`;
  return { pk: partitionOf(entry.cell), sk, ...entry };
}

const isReport = (id: unknown) => typeof id === 'string' && parseReportId(id) !== undefined;
const saids = {
  number: shape({ report: isReport, document: oneOf(documentKinds), number: isWhole(1, MOST_NUMBER) }),
  term: shape({ from: isDay }),
  published: shape({ report: isReport, on: isDay }),
} as const satisfies Record<Said['kind'], unknown>;

const isEntry = shape({
  ...revised,
  cell: isUnit,
  said: (said) => {
    const { kind } = (said ?? {}) as Partial<Said>;
    return kind !== undefined && Object.hasOwn(saids, kind) && saids[kind](said);
  },
});

const entries: Reading<RegisterEntry> = {
  kind: 'register',
  read: ({ pk, sk, ...entry }) => entry as unknown as RegisterEntry,
  isSound: (entry, { pk, sk }) => isEntry(entry) && itemOf(entry).pk === pk && itemOf(entry).sk === sk,
};
