import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { AppendOutcome } from '#functions/store/append-revision.ts';
import { withFormat } from '#functions/store/format.ts';
import { hasRoom, requireRoom } from '#functions/store/item-room.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { type Freshness, type Item, queryItems, type Reading, sound, soundItems } from '#functions/store/pages.ts';
import { authored, concern } from '#functions/store/shapes.ts';
import type { Actor } from '#shared/access/session.ts';
import { canonical } from '#shared/digest.ts';
import { isText, listOf, oneOf, optional, shape } from '#shared/input/shape.ts';
import {
  isClosed,
  type MatterEvent,
  type MatterId,
  matterIdOf,
  matterOf,
  matterSteps,
  type TrackedMatter,
} from '#shared/matters/matter.ts';
import { raisingsOf } from '#shared/matters/raise-matters.ts';
import type { Instant } from '#shared/period.ts';
import { isDay } from '#shared/reports/figures-shape.ts';
import { joinRows, splitRows } from '#shared/reports/free-text.ts';
import type { Matter } from '#shared/reports/report.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

/** How long a closed matter is kept, since it contains free text (DOMAIN: concern text 24 months). */
export const CLOSED_DAYS = 731;
/** The index of open matters. */
const OPEN = 'open';

/** What raises matters: a report or a visit, whose words those are, and when they were stored. */
export interface Raiser {
  /** The id of the report or visit. */
  readonly source: string;
  readonly rows: readonly Matter[];
  readonly by: Actor;
  readonly at: Instant;
}

export type MatterStore = ReturnType<typeof matterStore>;

/** Keeps matters: one item each with all its events. No event is ever changed or taken away. */
export function matterStore(db: DynamoDBDocumentClient, TableName: string) {
  const keyOf = (id: MatterId) => ({ pk: districtOf(id), sk: id });

  async function query(
    unit: UnitId,
    { index, consistent = true }: Freshness & { readonly index?: typeof OPEN } = {},
  ): Promise<TrackedMatter[]> {
    const district = districtOf(unit);
    const matters: TrackedMatter[] = [];
    const items = {
      TableName,
      ...(index && { IndexName: index }),
      KeyConditionExpression: `${index ? 'openIn' : 'pk'} = :pk AND begins_with(sk, :prefix)`,
      ExpressionAttributeValues: { ':pk': district, ':prefix': unit },
      // DynamoDB has no consistent reads of a global index.
      ConsistentRead: consistent && !index,
    };
    for await (const matter of soundItems(db, items, reading, unit)) matters.push(matter);
    return matters;
  }

  async function putNew(id: MatterId, raised: MatterEvent): Promise<void> {
    const Item: MatterItem = { ...keyOf(id), events: [raised], openIn: districtOf(id) };
    await db.send(
      new PutCommand({ TableName, Item: withFormat(Item), ConditionExpression: 'attribute_not_exists(sk)' }),
    );
  }

  /** Appends an event to the very events that the writer saw; whether the matter is open follows from all of them. */
  async function putEvent({ id, events }: TrackedMatter, event: MatterEvent): Promise<TrackedMatter> {
    const matter = matterOf(id, [...events, event]);
    const closed = isClosed(matter);
    const change = closed
      ? 'SET events = list_append(events, :event), expiresAt = :expiry REMOVE openIn'
      : 'SET events = list_append(events, :event), openIn = :district REMOVE expiresAt';
    await db.send(
      new UpdateCommand({
        TableName,
        Key: keyOf(id),
        UpdateExpression: change,
        ConditionExpression: 'size(events) = :seen',
        ExpressionAttributeValues: {
          ':event': [event],
          ':seen': events.length,
          ...(closed
            ? { ':expiry': Math.ceil(Date.parse(event.at) / 1000) + CLOSED_DAYS * 24 * 60 * 60 }
            : { ':district': districtOf(id) }),
        },
      }),
    );
    return matter;
  }

  return {
    async find(id: MatterId): Promise<TrackedMatter | undefined> {
      const found = await db.send(new GetCommand({ TableName, Key: keyOf(id), ConsistentRead: true }));
      return found.Item && sound(found.Item as Item, reading);
    },

    /** All matters of a unit and below, closed ones included, by id. */
    all: (unit: UnitId, freshness?: Freshness) => query(unit, freshness),

    /** The open matters; one that was written a moment ago may be missing. */
    open: (unit: UnitId) => query(unit, { index: OPEN }),

    /**
     * The matters that a report or visit has raised.
     *
     * @throws {UnreadableItem} if one cannot be read: what is missing cannot be told then
     */
    async ofSource(source: string): Promise<TrackedMatter[]> {
      const matters: TrackedMatter[] = [];
      for await (const item of queryItems<Item>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :source)',
        ExpressionAttributeValues: { ':pk': districtOf(source), ':source': `${source}_` },
        ConsistentRead: true,
      })) {
        matters.push(sound(item, reading));
      }
      return matters;
    },

    /**
     * Makes sure that every row of a report or visit is a matter. Doing it again writes nothing, so call it whenever in
     * doubt. A matter that is full keeps the words that it has; the report has those of all its revisions.
     */
    async raise({ source, rows, by, at }: Raiser): Promise<void> {
      if (rows.length === 0) return;
      try {
        for (const raising of raisingsOf(await this.ofSource(source), rows)) {
          const { said } = raising;
          if (raising.kind === 'raise') {
            await putNew(matterIdOf(source, raising.number), { kind: 'raised', said, by, at });
          } else if (hasRoom(raising.matter.events))
            await putEvent(raising.matter, { kind: 'corrected', said, by, at });
        }
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        await this.raise({ source, rows, by, at }); // somebody wrote meanwhile: look again at what is left to do
      }
    },

    /**
     * Appends a step. `same`: the writer's last try has been stored; `stale`: another step came before.
     *
     * @throws {ItemFull} if only a step that closes it has room
     */
    async append(
      id: MatterId,
      event: MatterEvent,
      seen: number,
      before?: Before<TrackedMatter>,
    ): Promise<AppendOutcome<TrackedMatter>> {
      const stored = await this.find(id);
      const next = stored?.events[seen];
      if (stored && next && stored.events.length === seen + 1 && saysTheSame(next, event)) {
        return { kind: 'same', stored };
      }
      if (stored?.events.length !== seen) return { kind: 'stale', stored };
      const events = [...stored.events, event];
      requireRoom(events, isClosed(matterOf(id, events)));
      await before?.(matterOf(id, events), { table: 'matters', ...keyOf(id), events: events.length });
      try {
        return { kind: 'added', stored: await putEvent(stored, event) };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return this.append(id, event, seen, before); // someone was quicker: read again and answer `same` or `stale`
      }
    },

    /**
     * Removes the free text that a report or visit had until an instant. Only the operator can: no function may. Topic,
     * severity and every step stay.
     */
    async removeFreeText(source: string, until: Instant): Promise<void> {
      for (const { id, events } of await this.ofSource(source)) {
        const without = events.map((event) =>
          'said' in event && event.at <= until ? { ...event, said: withoutFreeText(event.said) } : event,
        );
        const update = new UpdateCommand({
          TableName,
          Key: keyOf(id),
          UpdateExpression: 'SET events = :events',
          ConditionExpression: 'size(events) = :seen',
          ExpressionAttributeValues: { ':events': without, ':seen': events.length },
        });
        try {
          await db.send(update);
        } catch (error) {
          if (!(error instanceof ConditionalCheckFailedException)) throw error;
          return this.removeFreeText(source, until); // somebody added a step meanwhile
        }
      }
    },
  };
}

function withoutFreeText(said: Matter): Matter {
  const [gone] = joinRows('matters', splitRows('matters', [said]).facts);
  return gone as Matter;
}

interface MatterItem {
  readonly pk: string;
  readonly sk: MatterId;
  readonly events: readonly MatterEvent[];
  /** The district while the matter is open: the key of the index. */
  readonly openIn?: string;
}

const isRaising = shape({ said: shape({ ...concern, summary: isText, proposal: optional(isText) }) });
const isMerge = shape({ into: isText });
const isStep = shape({
  ...authored,
  kind: oneOf(['raised', 'corrected', ...matterSteps]),
  answer: optional(isText),
  promised: optional(isDay),
});

const areEvents = listOf((event) => {
  if (!isStep(event)) return false;
  const { kind } = event as MatterEvent;
  return kind === 'raised' || kind === 'corrected' ? isRaising(event) : kind !== 'merge' || isMerge(event);
});

const reading: Reading<TrackedMatter> = {
  kind: 'matter',
  read: ({ sk, events }) => matterOf(sk, areEvents(events) ? (events as MatterEvent[]) : []),
  isSound: ({ id }, { pk }) => districtOf(id) === pk,
};

/** The item of a matter, for code that fills a table. */
export function matterItem(matter: TrackedMatter): Record<string, unknown> {
  const { id, events } = matter;
  const pk = districtOf(id);
  return { pk, sk: id, events, ...(!isClosed(matter) && { openIn: pk }) };
}

function saysTheSame({ at: _, ...a }: MatterEvent, { at: __, ...b }: MatterEvent): boolean {
  return canonical(a) === canonical(b);
}
