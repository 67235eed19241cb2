import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, type Authorship, appendRevision } from '#functions/store/append-revision.ts';
import { UnreadableItem } from '#functions/store/format.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { type Reading, soundItems } from '#functions/store/pages.ts';
import { putChange } from '#functions/store/put-change.ts';
import { isUnit, revised } from '#functions/store/shapes.ts';
import { canonical } from '#shared/digest.ts';
import { isText, isWhole, listOf, oneOf, optional, recordOf, shape } from '#shared/input/shape.ts';
import { MOST_PIECES } from '#shared/library/piece.ts';
import { type Day, parseDay } from '#shared/period.ts';
import { posts, seatStates } from '#shared/trainings/attendance.ts';
import { MOST_A_DAY, type TrainingKey, type TrainingRevision } from '#shared/trainings/training.ts';
import type { UnitId } from '#shared/units/units.ts';

/** What a revision says. */
export type TrainingWords = Omit<TrainingRevision, 'day' | 'number' | 'revision' | 'by' | 'at'>;

type Outcome = Promise<AppendOutcome<TrainingRevision>>;

export type TrainingStore = ReturnType<typeof trainingStore>;

/** Keeps a district's trainings and those of its communes, append-only, in the district's partition. */
export function trainingStore(db: DynamoDBDocumentClient, TableName: string) {
  function between(district: UnitId, from: string, to: string) {
    return {
      TableName,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      // `~` comes after every digit: the range includes all of what its end begins.
      ExpressionAttributeValues: { ':pk': district, ':from': `training#${from}`, ':to': `training#${to}~` },
      ConsistentRead: true,
    };
  }

  async function revisionsOf(district: UnitId, key: TrainingKey): Promise<TrainingRevision[]> {
    const found: TrainingRevision[] = [];
    const own = `${key.day}#${padded(key.number, 2)}#`;
    for await (const revision of soundItems(db, between(district, own, own), trainings)) found.push(revision);
    return found;
  }

  /** The number after the last one of a day, whether or not what has it can be read. */
  async function nextNumber(district: UnitId, day: Day): Promise<number> {
    const query = { ...between(district, `${day}#`, `${day}#`), ScanIndexForward: false, Limit: 1 };
    const { Items: [last] = [] } = await db.send(new QueryCommand(query));
    const number = Number(/^training#[\d-]+#(\d+)#/.exec(String(last?.['sk']))?.[1] ?? 0) + 1;
    if (number > MOST_A_DAY) throw new UnreadableItem(`${district} has no number left for a training on ${day}.`);
    return number;
  }

  return {
    revisionsOf,

    /** The newest revision of each training of a span of days, both ends included, by day; those called off too. */
    async between(district: UnitId, from: Day, to: Day): Promise<TrainingRevision[]> {
      const newest = new Map<string, TrainingRevision>();
      for await (const revision of soundItems(db, between(district, from, to), trainings)) {
        newest.set(`${revision.day}#${revision.number}`, revision);
      }
      return [...newest.values()];
    },

    /** Appends to the revision that the writer saw, `base`. */
    async append(
      district: UnitId,
      key: TrainingKey,
      words: TrainingWords,
      base: number,
      { by, at }: Authorship,
      before?: Before<TrainingRevision>,
    ): Outcome {
      return appendRevision({
        base,
        newest: async () => (await revisionsOf(district, key)).at(-1),
        saysTheSame: (newest) => canonical(wordsOf(newest)) === canonical(words),
        next: () => ({ ...words, day: key.day, number: key.number, revision: base + 1, by, at }),
        put: (stored) =>
          putChange(db, TableName, { stored, Item: trainingItem(district, stored), table: 'cells', before }),
      });
    },

    /** Adds a training under the day's next number. One whose first words were the same is there already. */
    async add(
      district: UnitId,
      day: Day,
      words: TrainingWords,
      authorship: Authorship,
      before?: Before<TrainingRevision>,
    ): Outcome {
      // The number is taken first: what was added before it is among those that are then read, and what comes later has it.
      const number = await nextNumber(district, day);
      const ofDay = await this.between(district, day, day);
      const stored = ofDay.find((each) => canonical(wordsOf(each)) === canonical(words));
      if (stored) return { kind: 'same', stored };
      const outcome = await this.append(district, { day, number }, words, 0, authorship, before);
      // Somebody was quicker and has the number: there is another.
      return outcome.kind === 'stale' ? this.add(district, day, words, authorship, before) : outcome;
    },
  };
}

/** The item of a revision, for code that fills a table. */
export function trainingItem(district: UnitId, revision: TrainingRevision) {
  const { day, number, revision: n } = revision;
  return { pk: district, sk: `training#${day}#${padded(number, 2)}#${padded(n, 4)}`, ...revision };
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}

function wordsOf({ day, number, revision, by, at, ...words }: TrainingRevision): TrainingWords {
  return words;
}

const isTraining = shape({
  ...revised,
  day: (value) => typeof value === 'string' && parseDay(value) === value,
  number: isWhole(1, MOST_A_DAY),
  unit: isUnit,
  subject: isText,
  trainer: isText,
  places: isWhole(0, 9999),
  papers: optional(isText),
  pieces: listOf(isWhole(1, MOST_PIECES)),
  seats: recordOf(recordOf(oneOf(Object.keys(seatStates)), oneOf(Object.keys(posts))), isUnit),
  dropped: optional(isText),
});

const trainings: Reading<TrainingRevision> = {
  kind: 'training',
  read: ({ pk, sk, ...revision }) => revision as unknown as TrainingRevision,
  isSound: (revision, { pk, sk }) => isTraining(revision) && trainingItem(pk, revision).sk === sk,
};
