import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { queryItems } from '#functions/store/pages.ts';
import { putIf } from '#functions/store/put-if.ts';
import { transientKinds } from '#functions/store/tables.ts';
import type { Typed } from '#shared/input/typed.ts';
import type { Instant } from '#shared/period.ts';
import { draftExpiry } from '#shared/reports/draft.ts';

/** A form saved for later. */
export interface Draft {
  readonly typed: Typed;
  /** The revision that its author saw. */
  readonly baseRevision: number;
  readonly savedAt: Instant;
}

/** Identifies a draft: its author, and the report that is amended or the cell, month and kind of a new one. */
export interface DraftKey {
  readonly user: string;
  readonly form: string;
}

/** A form that came back with mistakes, as it was sent. */
export interface RefusedForm {
  /** By which it is removed. */
  readonly form: string;
  /** Where it was sent to. */
  readonly path: string;
  /** The hidden fields that say what it is about. */
  readonly about: Typed;
  readonly typed: Typed;
}

const REFUSED = 'refused#';

/** Names a refused form: no other form of its author has both its address and what it is about. */
export function refusedName(path: string, about: Typed): string {
  return `${REFUSED}${path}#${new URLSearchParams(about)}`;
}

export type DraftStore = ReturnType<typeof draftStore>;

/** Keeps unfinished forms for a fortnight, each for its author alone. */
export function draftStore(db: DynamoDBDocumentClient, TableName: string) {
  const keyOf = ({ user, form }: DraftKey) => ({ pk: `${transientKinds.draft}${user}`, sk: form });

  return {
    /** The draft; `undefined` if it has expired, since DynamoDB takes days to remove expired items. */
    async find(key: DraftKey, now: Instant): Promise<Draft | undefined> {
      const found = await db.send(new GetCommand({ TableName, Key: keyOf(key), ConsistentRead: true }));
      if (!found.Item) return undefined;
      const { typed, baseRevision, savedAt } = found.Item as Draft;
      return draftExpiry(savedAt) > now ? { typed, baseRevision, savedAt } : undefined;
    },

    /** Saves a draft over an earlier one; a later one stays. */
    async save(
      key: DraftKey,
      { typed, baseRevision }: Pick<Draft, 'typed' | 'baseRevision'>,
      now: Instant,
    ): Promise<void> {
      const expiresAt = Math.floor(Date.parse(draftExpiry(now)) / 1000);
      // No form has such a field, and the client of DynamoDB cannot write it.
      const own = Object.fromEntries(Object.entries(typed).filter(([name]) => !(name in Object.prototype)));
      await putIf(db, {
        TableName,
        Item: { ...keyOf(key), typed: own, baseRevision, savedAt: now, expiresAt },
        ConditionExpression: 'attribute_not_exists(sk) OR savedAt <= :now',
        ExpressionAttributeValues: { ':now': now },
      });
    },

    /** What a user typed into forms that were refused; without what has expired by now. */
    async refusedOf(user: string, now: Instant): Promise<RefusedForm[]> {
      const refused: RefusedForm[] = [];
      for await (const { sk, typed, savedAt } of queryItems<Draft & { readonly sk: string }>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :refused)',
        ExpressionAttributeValues: { ':pk': `${transientKinds.draft}${user}`, ':refused': REFUSED },
      })) {
        const [, path = '', about = ''] = sk.split('#');
        const form = { form: sk, path, about: Object.fromEntries(new URLSearchParams(about)), typed };
        if (draftExpiry(savedAt) > now) refused.push(form);
      }
      return refused;
    },

    /** The forms that a user has saved, and when; without those that have expired by now. */
    async ofUser(user: string, now: Instant): Promise<{ readonly form: string; readonly savedAt: Instant }[]> {
      const drafts: { form: string; savedAt: Instant }[] = [];
      for await (const { sk, savedAt } of queryItems<Draft & { readonly sk: string }>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `${transientKinds.draft}${user}` },
      })) {
        if (draftExpiry(savedAt) > now) drafts.push({ form: sk, savedAt });
      }
      return drafts;
    },

    /** Removes everybody's drafts of a form, and what was typed about it. Only the operator can: no function may search all drafts. */
    async removeAll(form: string): Promise<void> {
      for await (const page of paginateScan(
        { client: db },
        {
          TableName,
          FilterExpression:
            'begins_with(pk, :drafts) AND (sk = :form OR (begins_with(sk, :refused) AND contains(sk, :form)))',
          ExpressionAttributeValues: { ':drafts': transientKinds.draft, ':form': form, ':refused': REFUSED },
        },
      )) {
        for (const { pk, sk } of page.Items ?? []) await db.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
      }
    },

    async remove(key: DraftKey): Promise<void> {
      await db.send(new DeleteCommand({ TableName, Key: keyOf(key) }));
    },
  };
}
