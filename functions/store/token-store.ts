import { createHash } from 'node:crypto';
import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, type Authorship, appendRevision } from '#functions/store/append-revision.ts';
import { UnreadableItem } from '#functions/store/format.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { allItems, type Item, type Reading, sound, soundOrNoted } from '#functions/store/pages.ts';
import { putChange } from '#functions/store/put-change.ts';
import { isInstant, isUnit, revised } from '#functions/store/shapes.ts';
import { type ApiToken, MOST_TOKENS } from '#shared/access/api-token.ts';
import { tokenScopes } from '#shared/access/routes.ts';
import { isText, isWhole, listOf, oneOf, optional, shape } from '#shared/input/shape.ts';
import type { UnitId } from '#shared/units/units.ts';

/** What is said of a token when it is made. */
export type TokenWords = Pick<ApiToken, 'district' | 'name' | 'digest' | 'scopes' | 'units' | 'until'>;

export type TokenStore = ReturnType<typeof tokenStore>;

/** Keeps a district's machine tokens, append-only beside its directory: made, and taken back. */
export function tokenStore(db: DynamoDBDocumentClient, TableName: string) {
  const beginning = (district: UnitId, prefix: string) => ({
    TableName,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': district, ':prefix': prefix },
    ConsistentRead: true,
  });
  const last = async (district: UnitId, prefix: string): Promise<Item | undefined> => {
    const query = { ...beginning(district, prefix), ScanIndexForward: false, Limit: 1 };
    return (await db.send(new QueryCommand(query))).Items?.[0] as Item | undefined;
  };
  const put = (stored: ApiToken, before: Before<ApiToken> | undefined) =>
    putChange(db, TableName, { stored, Item: tokenItem(stored), table: 'cells', before });

  return {
    /**
     * A token as it stands now.
     *
     * @throws {UnreadableItem} if that cannot be read: nobody is let in by what stood before
     */
    async find(district: UnitId, number: number): Promise<ApiToken | undefined> {
      const item = await last(district, `${TOKEN}${padded(number)}#`);
      return item && sound(item, tokens);
    },

    /** A district's tokens as they stand now, oldest first. */
    async all(district: UnitId): Promise<ApiToken[]> {
      const newest = new Map<string, Item>();
      const items = await allItems<Item>(db, beginning(district, TOKEN));
      for (const item of items) newest.set(item.sk.slice(0, `${TOKEN}0000`.length), item);
      return [...newest.values()].flatMap((item) => soundOrNoted(item, tokens) ?? []);
    },

    /** Adds a token under the next number, whether or not what has the last one can be read. */
    async add(words: TokenWords, { by, at }: Authorship, before?: Before<ApiToken>): Promise<AppendOutcome<ApiToken>> {
      const newest = await last(words.district, TOKEN);
      const number = Number(newest?.sk.split('#')[1] ?? 0) + 1;
      if (number > MOST_TOKENS) throw new UnreadableItem(`${words.district} has no number left for a token.`);
      const stored: ApiToken = { ...words, number, revision: 1, by, at };
      // Somebody was quicker and has the number: there is another.
      return (await put(stored, before)) ? { kind: 'added', stored } : this.add(words, { by, at }, before);
    },

    /** Takes a token back, for good. */
    async revoke(
      { district, number }: Pick<ApiToken, 'district' | 'number'>,
      { by, at }: Authorship,
      before?: Before<ApiToken>,
    ): Promise<AppendOutcome<ApiToken | undefined>> {
      return appendRevision<ApiToken, ApiToken | undefined>({
        base: 1,
        newest: () => this.find(district, number),
        saysTheSame: ({ revoked }) => revoked === true,
        next: (made) => made && { ...made, revoked: true, revision: 2, by, at },
        put: (stored) => put(stored, before),
      });
    },
  };
}

/** The digest of a token's secret. The secret is drawn, 256 bits: it need not be made slow to guess. */
export function secretDigest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

const TOKEN = 'token#';

const padded = (number: number) => String(number).padStart(4, '0');

function tokenItem(token: ApiToken): Record<string, unknown> {
  const { district, number, revision } = token;
  return { pk: district, sk: `${TOKEN}${padded(number)}#${padded(revision)}`, ...token };
}

const isToken = shape({
  ...revised,
  district: isUnit,
  number: isWhole(1, MOST_TOKENS),
  name: isText,
  digest: isText,
  scopes: listOf(oneOf(Object.keys(tokenScopes))),
  units: listOf(isUnit),
  until: isInstant,
  revoked: optional((value) => value === true),
});

const tokens: Reading<ApiToken> = {
  kind: 'token',
  read: ({ pk, sk, ...token }) => token as unknown as ApiToken,
  isSound: (token, { pk, sk }) => {
    const own = isToken(token) ? tokenItem(token) : {};
    return own['pk'] === pk && own['sk'] === sk;
  },
};
