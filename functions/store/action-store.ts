import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { AppendOutcome } from '#functions/store/append-revision.ts';
import { withFormat } from '#functions/store/format.ts';
import { requireRoom } from '#functions/store/item-room.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { type Freshness, type Item, type Reading, sound, soundItems } from '#functions/store/pages.ts';
import { putNew } from '#functions/store/put-if.ts';
import { authored, isMonth } from '#functions/store/shapes.ts';
import {
  type ActionEvent,
  type ActionId,
  type ActionStep,
  actionOf,
  type TrackedAction,
} from '#shared/actions/action.ts';
import { causes } from '#shared/actions/causes.ts';
import { canonical } from '#shared/digest.ts';
import { type Check, isText, isWhole, oneOf, optional, shape } from '#shared/input/shape.ts';
import { parseDay } from '#shared/period.ts';
import { unitNamed } from '#shared/scorecards/left-out.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

/** How long a closed action, or a dismissed proposal, is kept: as long as a closed matter, since it contains free text. */
const ENDED_ACTION_DAYS = 731;

export type ActionStore = ReturnType<typeof actionStore>;

/** Keeps actions: one item each with all its events. No event is ever changed or taken away. */
export function actionStore(db: DynamoDBDocumentClient, TableName: string) {
  return {
    async find(id: ActionId): Promise<TrackedAction | undefined> {
      const found = await db.send(new GetCommand({ TableName, Key: keyOf(id), ConsistentRead: true }));
      return found.Item && sound(found.Item as Item, reading);
    },

    /** All actions of a unit and below, ended ones included, by id. */
    async all(unit: UnitId, { consistent = true }: Freshness = {}): Promise<TrackedAction[]> {
      const actions: TrackedAction[] = [];
      const query = {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': districtOf(unit), ':prefix': unit },
        ConsistentRead: consistent,
      };
      for await (const action of soundItems(db, query, reading, unit)) actions.push(action);
      return actions;
    },

    /**
     * Appends an event to the very events that the writer saw; without any, it is the first. `same`: the writer's last
     * try has been stored; `stale`: somebody else's event came before.
     *
     * @throws {ItemFull} if only an event that ends it has room
     */
    async append(
      id: ActionId,
      event: ActionEvent,
      seen: number,
      before?: Before<TrackedAction>,
    ): Promise<AppendOutcome<TrackedAction>> {
      const stored = await this.find(id);
      const count = stored?.events.length ?? 0;
      const next = stored?.events[seen];
      if (stored && next && count === seen + 1 && saysTheSame(next, event)) return { kind: 'same', stored };
      if (count !== seen) return { kind: 'stale', stored };
      const action = actionOf(id, [...(stored?.events ?? []), event]);
      requireRoom(action.events, action.state !== 'open');
      await before?.(action, { table: 'actions', ...keyOf(id), events: action.events.length });
      const added = seen === 0 ? await putNew(db, TableName, actionItem(action)) : await update(action, event);
      // Somebody wrote meanwhile: the next look says what.
      return added ? { kind: 'added', stored: action } : this.append(id, event, seen, before);
    },
  };

  async function update({ id, state, events }: TrackedAction, event: ActionEvent): Promise<boolean> {
    const ended = state !== 'open';
    const change = new UpdateCommand({
      TableName,
      Key: keyOf(id),
      UpdateExpression: `SET events = list_append(events, :event)${ended ? ', expiresAt = :expiry' : ' REMOVE expiresAt'}`,
      ConditionExpression: 'size(events) = :seen',
      ExpressionAttributeValues: {
        ':event': [event],
        ':seen': events.length - 1,
        ...(ended && { ':expiry': expiryAfter(event) }),
      },
    });
    try {
      await db.send(change);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}

/** In its district's partition, which is the part of the id before the first dot only if the unit is below it. */
function keyOf(id: ActionId) {
  return { pk: districtOf(unitNamed(id)), sk: id };
}

function expiryAfter({ at }: ActionEvent): number {
  return Math.ceil(Date.parse(at) / 1000) + ENDED_ACTION_DAYS * 24 * 60 * 60;
}

/** The item of an action, also for code that fills a table. */
export function actionItem({ id, state, events }: TrackedAction): Record<string, unknown> {
  const last = events.at(-1) as ActionEvent;
  return withFormat({
    ...keyOf(id),
    events,
    ...(state !== 'open' && { expiresAt: expiryAfter(last) }),
  });
}

/** Whether two events are one that was sent twice. What the system added to it may have changed meanwhile. */
function saysTheSame(one: ActionEvent, other: ActionEvent): boolean {
  const words = (event: ActionEvent) => canonical({ ...event, at: undefined, figure: undefined, proposed: undefined });
  return words(one) === words(other);
}

const isDay: Check = (value) => typeof value === 'string' && parseDay(value) === value;
const isFigure = optional(shape({ month: isMonth, numerator: Number.isInteger, denominator: Number.isInteger }));
const isPlan = shape({
  what: isText,
  who: isText,
  due: isDay,
  cause: oneOf(Object.keys(causes)),
  why: optional(isText),
  group: optional(isWhole(1, 99)),
});

/** What each kind of event says besides who did it, and when. */
const said: Readonly<Record<ActionStep, Check>> = {
  open: shape({ plan: isPlan, figure: isFigure }),
  dismiss: shape({ words: isText }),
  progress: shape({
    month: isMonth,
    words: isText,
    counted: optional(shape({ done: isWhole(0, 1_000_000), of: isWhole(0, 1_000_000) })),
  }),
  postpone: shape({ due: isDay, words: isText }),
  close: shape({ words: isText, figure: isFigure, despite: optional(isText) }),
};

const isEvent: Check = (event) =>
  shape({ ...authored, kind: oneOf(Object.keys(said)) })(event) && said[(event as ActionEvent).kind](event);

const reading: Reading<TrackedAction> = {
  kind: 'action',
  read: ({ sk, events }) =>
    actionOf(sk, Array.isArray(events) && events.every(isEvent) ? (events as ActionEvent[]) : []),
  isSound: ({ unit }, { pk }) => districtOf(unit) === pk,
};
