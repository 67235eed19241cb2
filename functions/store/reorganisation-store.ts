import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { readable, withFormat } from '#functions/store/format.ts';
import { queryItems } from '#functions/store/pages.ts';
import { putIf, putNew } from '#functions/store/put-if.ts';
import { districtsOf, packed, type ReorganisationAct, unpacked } from '#functions/store/reorganisation-act.ts';
import type { UnitId } from '#shared/units/units.ts';

/** Sorts before every commune's item, so that whoever reads a district reads first what is under way. */
export const UNDER_WAY = 'units#!';

/** What is under way in a district. */
export interface UnderWay {
  /**
   * `open`: `content` is carried out and not yet copied to where it belongs; `elsewhere`: an act of another district may
   * change this one too; `settled`: nothing.
   */
  readonly state: 'open' | 'elsewhere' | 'settled';
  /** Of the district's last act of its own. */
  readonly number: number;
  readonly content?: Uint8Array;
  /** Whose act, and its number there. */
  readonly other?: { readonly district: UnitId; readonly number: number };
}

const settled: UnderWay = { state: 'settled', number: 0 };

export type ReorganisationStore = ReturnType<typeof reorganisationStore>;

/**
 * Keeps reorganisations. One conditional write of one item carries out the whole; until it has been copied to the
 * communes' own items, readers take the units from it.
 */
export function reorganisationStore(db: DynamoDBDocumentClient, TableName: string) {
  async function underWay(district: UnitId, ConsistentRead = true): Promise<UnderWay> {
    const Key = { pk: district, sk: UNDER_WAY };
    const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead }));
    return Item ? (readable(Item) as UnderWay) : settled;
  }

  /** Replaces what is under way, if it still is as it was seen. */
  function replace(district: UnitId, was: UnderWay, next: UnderWay): Promise<boolean> {
    return putIf(db, {
      TableName,
      Item: withFormat({ pk: district, sk: UNDER_WAY, ...next }),
      ConditionExpression: 'attribute_not_exists(sk) OR (#state = :state AND #number = :number)',
      ExpressionAttributeNames: { '#state': 'state', '#number': 'number' },
      ExpressionAttributeValues: { ':state': was.state, ':number': was.number },
    });
  }

  /** The act that an item of what is under way stands for; `undefined` if it is not carried out, or is settled. */
  async function actOf({ state, content, other }: UnderWay): Promise<ReorganisationAct | undefined> {
    if (state === 'open') return content && unpacked(content);
    if (!other) return undefined;
    const theirs = await underWay(other.district);
    return theirs.state === 'open' && theirs.number === other.number ? actOf(theirs) : undefined;
  }

  return {
    underWay,
    actOf,

    /**
     * Carries out an act: after this one write it counts.
     *
     * @returns `too-large` for more than one item holds; `busy` if another act was quicker
     */
    async commit(act: ReorganisationAct): Promise<'done' | 'busy' | 'too-large'> {
      const content = packed(act);
      if (!content) return 'too-large';
      const { district, number } = act;
      const [, ...others] = districtsOf(act);
      // Before it counts: a reader of theirs finds the act from its first moment on.
      for (const each of others) {
        const was = await underWay(each);
        if (await actOf(was)) return 'busy';
        const next = { state: 'elsewhere', number: was.number, other: { district, number } } as const;
        if (!(await replace(each, was, next))) return 'busy';
      }
      const was = await underWay(district);
      if (was.number !== number - 1 || (await actOf(was))) return 'busy';
      return (await replace(district, was, { state: 'open', number, content })) ? 'done' : 'busy';
    },

    /** Keeps the act for good, before what it changes is copied. */
    async keep(act: ReorganisationAct): Promise<void> {
      const sk = `reorganised#${numbered(act)}`;
      await putNew(db, TableName, { pk: act.district, sk, content: packed(act) });
    },

    /** Ends an act whose units stand where they belong. */
    async close(act: ReorganisationAct): Promise<void> {
      const { district, number } = act;
      const [, ...others] = districtsOf(act);
      for (const each of others) {
        const was = await underWay(each);
        const isIts = was.other?.district === district && was.other.number === number;
        if (was.state === 'elsewhere' && isIts) await replace(each, was, { state: 'settled', number: was.number });
      }
      await replace(district, { state: 'open', number }, { state: 'settled', number });
    },

    /** Every act of a district, oldest first, without one under way. */
    async acts(district: UnitId): Promise<ReorganisationAct[]> {
      const found: ReorganisationAct[] = [];
      for await (const { content } of queryItems<{ readonly content: Uint8Array }>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': district, ':prefix': 'reorganised#' },
        ConsistentRead: true,
      })) {
        found.push(unpacked(content));
      }
      return found;
    },

    /** Notes that the accounts of an act have moved. */
    async noteMoved(act: ReorganisationAct): Promise<void> {
      await putNew(db, TableName, { pk: act.district, sk: `accounts-moved#${numbered(act)}` });
    },

    async haveMoved(act: ReorganisationAct): Promise<boolean> {
      const Key = { pk: act.district, sk: `accounts-moved#${numbered(act)}` };
      return (await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item !== undefined;
    },
  };
}

const numbered = ({ number }: ReorganisationAct) => String(number).padStart(4, '0');
