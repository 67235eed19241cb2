import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, type Authorship, appendRevision } from '#functions/store/append-revision.ts';
import { UnreadableItem, withFormat } from '#functions/store/format.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { type Item, type Reading, soundItems, soundOrNoted } from '#functions/store/pages.ts';
import { putChange } from '#functions/store/put-change.ts';
import { putIf } from '#functions/store/put-if.ts';
import { isInstant, isUnit, revised } from '#functions/store/shapes.ts';
import { canonical } from '#shared/digest.ts';
import { isText, isWhole, listOf, oneOf, optional, shape } from '#shared/input/shape.ts';
import { librarySubjects, MOST_PIECES, type Piece, type PieceRevision } from '#shared/library/piece.ts';
import { type PieceReading, readAgain } from '#shared/library/reading.ts';
import { cellTypes } from '#shared/units/cell-types.ts';
import type { UnitId } from '#shared/units/units.ts';

/** What a revision says: a piece, or a piece that is withdrawn and why. */
export type PieceWords = Piece & Pick<PieceRevision, 'withdrawn'>;

type Outcome = Promise<AppendOutcome<PieceRevision>>;

export type LibraryStore = ReturnType<typeof libraryStore>;

/** Keeps a district's library, append-only, and who has read it, in the district's partition. */
export function libraryStore(db: DynamoDBDocumentClient, TableName: string) {
  function startingWith(district: UnitId, prefix: string) {
    return {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': district, ':prefix': prefix },
      ConsistentRead: true,
    };
  }

  async function revisionsOf(district: UnitId, number: number): Promise<PieceRevision[]> {
    const found: PieceRevision[] = [];
    const query = startingWith(district, `library#${padded(number)}#`);
    for await (const revision of soundItems(db, query, pieces)) found.push(revision);
    return found;
  }

  /** The number after the last one that was given, whether or not what has it can be read. */
  async function nextNumber(district: UnitId): Promise<number> {
    const query = { ...startingWith(district, 'library#'), ScanIndexForward: false, Limit: 1 };
    const { Items: [last] = [] } = await db.send(new QueryCommand(query));
    const number = Number(/^library#(\d+)#/.exec(String(last?.['sk']))?.[1] ?? 0) + 1;
    if (number > MOST_PIECES) throw new UnreadableItem(`${district} has no number left for a piece.`);
    return number;
  }

  return {
    revisionsOf,

    /** The newest revision of each piece, those that are withdrawn too, by their numbers. */
    async all(district: UnitId): Promise<PieceRevision[]> {
      const newest = new Map<number, PieceRevision>();
      const query = startingWith(district, 'library#');
      for await (const revision of soundItems(db, query, pieces)) newest.set(revision.number, revision);
      return [...newest.values()];
    },

    /** Appends to the revision that the writer saw, `base`. */
    async append(
      district: UnitId,
      number: number,
      words: PieceWords,
      base: number,
      { by, at }: Authorship,
      before?: Before<PieceRevision>,
    ): Outcome {
      return appendRevision({
        base,
        newest: async () => (await revisionsOf(district, number)).at(-1),
        saysTheSame: (newest) => canonical(wordsOf(newest)) === canonical(words),
        next: () => ({ ...words, number, revision: base + 1, by, at }),
        put: (stored) =>
          putChange(db, TableName, { stored, Item: pieceItem(district, stored), table: 'cells', before }),
      });
    },

    /** Adds a piece under the next number. One that says just the same is there already if a form is sent twice. */
    async add(district: UnitId, piece: Piece, authorship: Authorship, before?: Before<PieceRevision>): Outcome {
      // The number is taken first: what was added before it is among those that are then read, and what comes later has it.
      const number = await nextNumber(district);
      const stored = (await this.all(district)).find((each) => canonical(wordsOf(each)) === canonical(piece));
      if (stored) return { kind: 'same', stored };
      const outcome = await this.append(district, number, piece, 0, authorship, before);
      // Somebody was quicker and has the number: there is another.
      return outcome.kind === 'stale' ? this.add(district, piece, authorship, before) : outcome;
    },

    /** Who has read a piece. */
    async readings(district: UnitId, number: number): Promise<PieceReading[]> {
      const found: PieceReading[] = [];
      const query = startingWith(district, `library-read#${padded(number)}#`);
      for await (const reading of soundItems(db, query, readings)) found.push(reading);
      return found;
    },

    /** Records that somebody has read a piece: one item of a unit and piece, written once a day at most. */
    async noteRead(district: UnitId, reading: PieceReading): Promise<void> {
      const { pk, sk } = pieceReadingItem(district, reading);
      const { Item: stored } = await db.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }));
      const before = stored && soundOrNoted(stored as Item, readings);
      const after = readAgain(before, reading);
      // What cannot be read stays as it is, and is named.
      if (!after || (stored && !before)) return;
      // Somebody else of the unit may be writing the same: then it stands.
      await putIf(db, {
        TableName,
        Item: withFormat(pieceReadingItem(district, after)),
        ConditionExpression: before ? '#last = :last' : 'attribute_not_exists(sk)',
        ...(before && {
          ExpressionAttributeNames: { '#last': 'last' },
          ExpressionAttributeValues: { ':last': before.last },
        }),
      });
    },
  };
}

/** The item of a revision, for code that fills a table. */
export function pieceItem(district: UnitId, revision: PieceRevision) {
  return { pk: district, sk: `library#${padded(revision.number)}#${padded(revision.revision)}`, ...revision };
}

export function pieceReadingItem(district: UnitId, reading: PieceReading) {
  const reader = reading.group === undefined ? reading.unit : `group-${reading.group}`;
  return { pk: district, sk: `library-read#${padded(reading.number)}#${reader}`, ...reading };
}

function padded(number: number): string {
  return String(number).padStart(4, '0');
}

function wordsOf({ number, revision, by, at, ...words }: PieceRevision): PieceWords {
  return words;
}

const isNumber = isWhole(1, MOST_PIECES);
const isPiece = shape({
  ...revised,
  number: isNumber,
  title: isText,
  types: listOf(oneOf(Object.keys(cellTypes))),
  subject: oneOf(Object.keys(librarySubjects)),
  content: isText,
  questions: optional(isText),
  withdrawn: optional(isText),
});
const isReading = shape({
  number: isNumber,
  unit: isUnit,
  group: optional(isWhole(1, 99)),
  first: isInstant,
  last: isInstant,
  revision: isWhole(1, 9999),
});

const pieces: Reading<PieceRevision> = {
  kind: 'library',
  read: ({ pk, sk, ...revision }) => revision as unknown as PieceRevision,
  isSound: (revision, { pk, sk }) => isPiece(revision) && pieceItem(pk, revision).sk === sk,
};

const readings: Reading<PieceReading> = {
  kind: 'library',
  read: ({ pk, sk, ...reading }) => reading as unknown as PieceReading,
  isSound: (reading, { pk, sk }) => isReading(reading) && pieceReadingItem(pk, reading).sk === sk,
};
