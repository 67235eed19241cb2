import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, type Authorship, appendRevision } from '#functions/store/append-revision.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { type Item, queryItems, type Reading, sound, soundOrNoted } from '#functions/store/pages.ts';
import { putChange } from '#functions/store/put-change.ts';
import { freeTextExpiry } from '#functions/store/report-store.ts';
import { isMonth, isUnit, revised } from '#functions/store/shapes.ts';
import { canonical } from '#shared/digest.ts';
import { isText, isWhole, listOf, oneOf, optional, shape } from '#shared/input/shape.ts';
import type { Month } from '#shared/period.ts';
import { type Agenda, type AgendaRevision, agendaIdOf } from '#shared/prepare/agenda.ts';
import { codesOf } from '#shared/reports/choices.ts';
import { isDay } from '#shared/reports/figures-shape.ts';
import { focusSubjects } from '#shared/reports/focus-subjects.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

export type AgendaStore = ReturnType<typeof agendaStore>;

/** Keeps what cells plan for their meetings, append-only, beside the month's reports. It is free text, and expires as that. */
export function agendaStore(db: DynamoDBDocumentClient, TableName: string) {
  const query = (cell: UnitId, month: Month, newestFirst: boolean) => ({
    TableName,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': partitionOf(cell, month), ':prefix': `${keyOf({ cell, month })}#` },
    ConsistentRead: true,
    ...(newestFirst && { ScanIndexForward: false, Limit: 1 }),
  });

  return {
    /**
     * @throws {UnreadableItem} if it cannot be read: nobody can have seen what it says
     */
    async newest(cell: UnitId, month: Month): Promise<AgendaRevision | undefined> {
      for await (const item of queryItems<Item>(db, query(cell, month, true), (each) => each)) {
        return isFresh(item) ? sound(item, agendas) : undefined;
      }
      return undefined;
    },

    /** The newest revision; `undefined`, and reported, if it cannot be read. */
    async newestOrNoted(cell: UnitId, month: Month): Promise<AgendaRevision | undefined> {
      for await (const item of queryItems<Item>(db, query(cell, month, true), (each) => each)) {
        return isFresh(item) ? soundOrNoted(item, agendas) : undefined;
      }
      return undefined;
    },

    /** The revision that a writer saw. */
    async revision(cell: UnitId, month: Month, number: number): Promise<AgendaRevision | undefined> {
      for await (const item of queryItems<Item>(db, query(cell, month, false), (each) => each)) {
        const found = isFresh(item) ? soundOrNoted(item, agendas) : undefined;
        if (found?.revision === number) return found;
      }
      return undefined;
    },

    /** Appends an agenda to the revision that the writer saw, `base`. */
    async append(
      agenda: Agenda,
      base: number,
      { by, at }: Authorship,
      before?: Before<AgendaRevision>,
    ): Promise<AppendOutcome<AgendaRevision>> {
      return appendRevision({
        base,
        newest: () => this.newest(agenda.cell, agenda.month),
        saysTheSame: (newest) => canonical(contentOf(newest)) === canonical(agenda),
        next: () => ({ ...agenda, revision: base + 1, by, at }),
        put: (stored) => putChange(db, TableName, { stored, Item: agendaItem(stored), table: 'meetings', before }),
      });
    },
  };
}

function contentOf({ revision, by, at, ...agenda }: AgendaRevision): Agenda {
  return agenda;
}

/** DynamoDB takes days to remove expired items. */
function isFresh({ expiresAt }: Item): boolean {
  return Number(expiresAt) * 1000 > Date.now();
}

function partitionOf(cell: UnitId, month: Month): string {
  return `${districtOf(cell)}#${month}`;
}

function keyOf(agenda: Pick<Agenda, 'cell' | 'month'>): string {
  return `agenda#${agendaIdOf(agenda)}`;
}

/** The item of an agenda, for code that fills a table. */
export function agendaItem(agenda: AgendaRevision): Item {
  const { cell, month, revision, at } = agenda;
  const sk = `${keyOf(agenda)}#${String(revision).padStart(4, '0')}`;
  return { pk: partitionOf(cell, month), sk, ...agenda, expiresAt: freeTextExpiry(at) };
}

const isAgenda = shape({
  ...revised,
  cell: isUnit,
  month: isMonth,
  lines: listOf(
    shape({
      id: isText,
      kept: (value: unknown) => typeof value === 'boolean',
      text: optional(isText),
      minutes: optional(isWhole(0, 9999)),
      who: optional(isText),
    }),
  ),
  subjects: listOf(oneOf(codesOf(focusSubjects))),
  day: optional(isDay),
  startTime: optional(isText),
  venue: optional(isText),
  committeeMetOn: optional(isDay),
  orientedOn: optional(isDay),
  papersSentOn: optional(isDay),
});

const agendas: Reading<AgendaRevision> = {
  kind: 'agenda',
  read: ({ pk, sk, expiresAt, ...agenda }) => agenda as unknown as AgendaRevision,
  isSound: (agenda, { pk, sk }) => {
    const own = isAgenda(agenda) ? agendaItem(agenda) : undefined;
    return own?.pk === pk && own.sk === sk;
  },
};
