import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { withFormat } from '#functions/store/format.ts';
import { queryItems } from '#functions/store/pages.ts';
import { putIf } from '#functions/store/put-if.ts';
import type { Instant } from '#shared/period.ts';
import type { MailChoice, Subscriber } from '#shared/reminders/reminder.ts';
import { districtOf } from '#shared/units/units.ts';

export type MailChoiceStore = ReturnType<typeof mailChoiceStore>;

interface Item {
  readonly user: string;
  readonly mail: MailChoice;
  readonly at: Instant;
}

/** Keeps who wants no reminders by mail, in the partition of the account's district. By default everybody gets them. */
export function mailChoiceStore(db: DynamoDBDocumentClient, TableName: string) {
  const keyOf = ({ user, unit }: Subscriber) => ({ pk: districtOf(unit), sk: `mail#${user}` });

  return {
    async of(subscriber: Subscriber): Promise<MailChoice> {
      const Key = keyOf(subscriber);
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return (Item as Item | undefined)?.mail ?? 'on';
    },

    /** The users of a district who want no reminders. */
    async off(district: string): Promise<ReadonlySet<string>> {
      const users = new Set<string>();
      const chosen = queryItems<Item>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': district, ':prefix': 'mail#' },
        ConsistentRead: true,
      });
      for await (const { user, mail } of chosen) if (mail === 'off') users.add(user);
      return users;
    },

    /** Sets the choice; a later choice stays. */
    async choose(subscriber: Subscriber, mail: MailChoice, at: Instant): Promise<void> {
      await putIf(db, {
        TableName,
        Item: withFormat({ ...keyOf(subscriber), user: subscriber.user, mail, at }),
        ConditionExpression: 'attribute_not_exists(sk) OR #at <= :at',
        ExpressionAttributeNames: { '#at': 'at' },
        ExpressionAttributeValues: { ':at': at },
      });
    },
  };
}
