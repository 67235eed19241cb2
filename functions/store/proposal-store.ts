import { createHash } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, type Authorship, appendRevision } from '#functions/store/append-revision.ts';
import { type Item, queryItems, type Reading, soundOrNoted } from '#functions/store/pages.ts';
import { putNew } from '#functions/store/put-if.ts';
import { isMonth, isUnit, revised } from '#functions/store/shapes.ts';
import { transientKinds } from '#functions/store/tables.ts';
import { isText, isWhole, oneOf, optional, shape } from '#shared/input/shape.ts';
import { addDays, type Day, type Instant } from '#shared/period.ts';
import {
  type Answered,
  type MeetingProposals,
  MOST_PROPOSALS,
  type Opening,
  type OpeningRevision,
  type Proposal,
  type ProposalsOf,
} from '#shared/proposals/proposal.ts';
import { isDay } from '#shared/reports/figures-shape.ts';

/** Words are kept for so long after the last day on which members could propose. */
const KEPT_DAYS = 60;

/** What became of a proposal: the number that it has, or that the meeting takes no more. */
export type Proposed = { readonly kind: 'added' | 'same'; readonly number: number } | { readonly kind: 'full' };

export type ProposalStore = ReturnType<typeof proposalStore>;

/**
 * Keeps what members propose before a meeting, with the cell's answers and whether the page is open, append-only. It
 * never learns who proposes. All of it expires, which is checked at reading too; of a code there is only the digest.
 */
export function proposalStore(db: DynamoDBDocumentClient, TableName: string) {
  return {
    /** All that belongs to a meeting. */
    async ofMeeting(of: ProposalsOf, now: Instant): Promise<MeetingProposals> {
      const openings: OpeningRevision[] = [];
      const proposals = new Map<number, Proposal>();
      for await (const item of queryItems<Item>(db, meetingQuery(TableName, of), (each) => each)) {
        if (Number(item['expiresAt']) * 1000 <= Date.parse(now)) continue;
        if (item.sk.startsWith('opening#')) openings.push(...listed(soundOrNoted(item, openingReading)));
        else if (item.sk.endsWith('#0001')) {
          for (const each of listed(soundOrNoted(item, firstReading(of)))) proposals.set(each.number, each);
        } else {
          const stored = soundOrNoted(item, answerReading(of));
          const proposal = stored && proposals.get(stored.number);
          if (stored && proposal) proposals.set(stored.number, { ...proposal, ...answeredBy(stored) });
        }
      }
      const opening = openings.at(-1);
      return { ...(opening && { opening }), proposals: [...proposals.values()] };
    },

    /** The meeting of a code, as it was issued: whether the code still counts is for its opening to say. */
    async meetingOf(code: string, now: Instant): Promise<ProposalsOf | undefined> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: codeKey(digestOfCode(code)) }));
      const isSound = Item && isMeeting({ cell: Item['cell'], month: Item['month'] });
      return isSound && Number(Item['expiresAt']) * 1000 > Date.parse(now)
        ? { cell: Item['cell'], month: Item['month'] }
        : undefined;
    },

    /** Appends an opening, or a closing, to the revision that the writer saw. */
    async append(
      opening: Opening,
      base: number,
      { by, at }: Authorship,
      before: (stored: OpeningRevision) => Promise<unknown>,
    ): Promise<AppendOutcome<OpeningRevision>> {
      return appendRevision<OpeningRevision, OpeningRevision>({
        base,
        newest: async () => (await this.ofMeeting(opening, at)).opening,
        saysTheSame: ({ state, until, codeDigest }) =>
          state === opening.state && until === opening.until && codeDigest === opening.codeDigest,
        next: () => ({ ...opening, revision: base + 1, by, at }),
        put: async (stored) => {
          const { cell, month, until, codeDigest } = stored;
          const expiresAt = expiryOf(until);
          // A code that leads to a meeting whose opening does not know it opens nothing.
          await putNew(db, TableName, { ...codeKey(codeDigest), cell, month, expiresAt });
          await before(stored);
          return putNew(db, TableName, openingItem(stored));
        },
      });
    },

    /** Adds a proposal; one that says the same is the same. */
    async propose(of: OpeningRevision, text: string, on: Day, now: Instant): Promise<Proposed> {
      const { proposals } = await this.ofMeeting(of, now);
      const same = proposals.find((each) => each.text === text);
      if (same) return { kind: 'same', number: same.number };
      // Each number is taken once, also by many at a time: there are never more than these.
      for (let number = (proposals.at(-1)?.number ?? 0) + 1; number <= MOST_PROPOSALS; number++) {
        const first = { number, text, on, revision: 1 };
        if (await putNew(db, TableName, { ...proposalKey(of, first), ...first, expiresAt: expiryOf(of.until) })) {
          return { kind: 'added', number };
        }
      }
      return { kind: 'full' };
    },

    /** Appends an answer to the revision of a proposal that the writer saw. */
    async answer(
      of: OpeningRevision,
      { number, answer, seen }: { readonly number: number; readonly answer: Answered; readonly seen: number },
      { by, at }: Authorship,
      before: (stored: Proposal) => Promise<unknown>,
    ): Promise<AppendOutcome<Proposal>> {
      return appendRevision<Proposal, Proposal>({
        base: seen,
        newest: async () => (await this.ofMeeting(of, at)).proposals.find((each) => each.number === number),
        saysTheSame: ({ answer: said }) => said?.state === answer.state && said.reply === answer.reply,
        next: (newest) => ({ number, text: '', on: newest?.on ?? of.until, answer, revision: seen + 1 }),
        put: async (stored) => {
          await before(stored);
          const { revision } = stored;
          const Item = {
            ...proposalKey(of, stored),
            number,
            ...answer,
            revision,
            by,
            at,
            expiresAt: expiryOf(of.until),
          };
          return putNew(db, TableName, Item);
        },
      });
    },
  };
}

export function digestOfCode(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

function expiryOf(until: Day): number {
  return Date.parse(addDays(until, KEPT_DAYS)) / 1000;
}

function listed<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

function partitionOf({ cell, month }: ProposalsOf): string {
  return `${transientKinds.proposals}${cell}_${month}`;
}

function meetingQuery(TableName: string, of: ProposalsOf) {
  return {
    TableName,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': partitionOf(of) },
    ConsistentRead: true,
  };
}

function codeKey(digest: string) {
  return { pk: `${transientKinds.proposals}code#${digest}`, sk: 'meeting' };
}

function proposalKey(of: ProposalsOf, { number, revision }: Pick<Proposal, 'number' | 'revision'>) {
  return {
    pk: partitionOf(of),
    sk: `proposal#${String(number).padStart(4, '0')}#${String(revision).padStart(4, '0')}`,
  };
}

function openingItem(opening: OpeningRevision): Item {
  const sk = `opening#${String(opening.revision).padStart(4, '0')}`;
  return { pk: partitionOf(opening), sk, ...opening, expiresAt: expiryOf(opening.until) };
}

const isMeeting = shape({ cell: isUnit, month: isMonth });
const isOpening = shape({
  ...revised,
  cell: isUnit,
  month: isMonth,
  state: oneOf(['open', 'closed']),
  until: isDay,
  nonce: isText,
  codeDigest: isText,
});
const isFirst = shape({ number: isWhole(1, MOST_PROPOSALS), text: isText, on: isDay, revision: oneOf([1]) });
const isAnswer = shape({
  ...revised,
  number: isWhole(1, MOST_PROPOSALS),
  state: oneOf(['agenda', 'replied']),
  reply: optional(isText),
});

type StoredAnswer = Pick<Proposal, 'number' | 'revision'> & Answered;

function answeredBy({ state, reply, revision }: StoredAnswer): Pick<Proposal, 'answer' | 'revision'> {
  return { answer: { state, ...(reply !== undefined && { reply }) }, revision };
}

function withoutKey({ pk, sk, expiresAt, ...rest }: Item): unknown {
  return rest;
}

const openingReading: Reading<OpeningRevision> = {
  kind: 'proposal',
  read: (item) => withoutKey(item) as OpeningRevision,
  isSound: (opening, { pk, sk }) => {
    const own = isOpening(opening) ? openingItem(opening) : undefined;
    return own?.pk === pk && own.sk === sk;
  },
};

const firstReading = (of: ProposalsOf): Reading<Proposal> => ({
  kind: 'proposal',
  read: (item) => withoutKey(item) as Proposal,
  isSound: (proposal, { sk }) => isFirst(proposal) && proposalKey(of, proposal).sk === sk,
});

const answerReading = (of: ProposalsOf): Reading<StoredAnswer> => ({
  kind: 'proposal',
  read: (item) => withoutKey(item) as StoredAnswer,
  isSound: (answer, { sk }) => isAnswer(answer) && proposalKey(of, answer).sk === sk,
});
