import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { isReadable, readable, withFormat } from '#functions/store/format.ts';
import { queryItems } from '#functions/store/pages.ts';
import type { RollUpRequest } from '#functions/store/roll-up-queue.ts';
import type { TableKey } from '#functions/store/tables.ts';
import type { AuditEvent } from '#shared/access/audit.ts';
import type { Instant } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

/** The item that a change writes. It came if the item says that it was made then, by that person. */
export interface ChangedItem {
  readonly table: Extract<TableKey, 'cells' | 'meetings' | 'matters' | 'actions'>;
  readonly pk: string;
  readonly sk: string;
  /** Of a matter or an action, which is one item with all its events: how many the change makes it. */
  readonly events?: number;
}

/** What a change owes to the record, to the concerns and to the figures. */
export interface Owed {
  /** Of the change. */
  readonly id: string;
  readonly district: UnitId;
  /** When the change was asked for; what it stores says the same. */
  readonly at: Instant;
  /** Absent where nothing is stored that would tell whether the change came: in the user pool. */
  readonly item?: ChangedItem;
  /** The entry of the audit, which names the change. Absent once all is paid but the roll-up. */
  readonly event?: AuditEvent;
  /** The report or visit whose concerns are to be raised. */
  readonly raises?: string;
  readonly rollUp?: RollUpRequest;
  /** The change had been stored by then, and all else is paid: what is left is that a roll-up counts it. */
  readonly storedAt?: Instant;
}

/** Writes down what a change owes, once it is known what it will store and where: just before it is stored. */
export type Before<Stored> = (stored: Stored, item: ChangedItem) => Promise<unknown>;

export type OwedStore = ReturnType<typeof owedStore>;

/**
 * Keeps what changes owe, from just before each change until it is paid. They stand in one partition, in which little
 * stands at a time, so that one query finds all of them or those of a district; a change costs it three writes.
 */
export function owedStore(db: DynamoDBDocumentClient, TableName: string) {
  const keyOf = ({ district, at, id }: Owed) => ({ pk: PARTITION, sk: `${district}#${at}#${id}` });
  const put = async (owed: Owed) => {
    await db.send(new PutCommand({ TableName, Item: withFormat({ ...keyOf(owed), ...owed }) }));
  };
  const clear = async (owed: Owed) => {
    await db.send(new DeleteCommand({ TableName, Key: keyOf(owed) }));
  };

  return {
    /** @throws {Error} where it cannot be written: then the change is not to be made */
    note: put,

    /** Keeps of what is paid only that a roll-up must count it, or nothing. */
    async paid({ event, raises, item, ...left }: Owed, now: Instant): Promise<void> {
      await (left.rollUp ? put({ ...left, storedAt: now }) : clear(left));
    },

    clear,

    /** What is owed, by a district or by all; what a newer version has written is left to it. */
    async all(district?: UnitId): Promise<Owed[]> {
      const found: Owed[] = [];
      const query = {
        TableName,
        KeyConditionExpression: `pk = :pk${district === undefined ? '' : ' AND begins_with(sk, :district)'}`,
        ExpressionAttributeValues: { ':pk': PARTITION, ...(district !== undefined && { ':district': `${district}#` }) },
        ConsistentRead: true,
      };
      for await (const item of queryItems<Owed & { readonly pk: string; readonly sk: string }>(db, query, asItIs)) {
        if (!isReadable(item)) continue;
        const { pk, sk, ...owed } = readable(item);
        found.push(owed);
      }
      return found;
    },
  };
}

const PARTITION = 'owed';
const asItIs = (item: object) => item;
