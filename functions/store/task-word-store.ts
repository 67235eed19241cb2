import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, appendRevision } from '#functions/store/append-revision.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { allItems, type Item, type Reading, soundOrNoted } from '#functions/store/pages.ts';
import { changedItem } from '#functions/store/put-change.ts';
import { putNew } from '#functions/store/put-if.ts';
import { freeTextExpiry } from '#functions/store/report-store.ts';
import { isUnit, revised } from '#functions/store/shapes.ts';
import { reservedKeys } from '#functions/store/tables.ts';
import { canonical, digestOf } from '#shared/digest.ts';
import { oneOf, optional, shape } from '#shared/input/shape.ts';
import { isDay } from '#shared/reports/figures-shape.ts';
import { isTaskId, type TaskId } from '#shared/reports/task-id.ts';
import { type TaskWord, taskWordKinds } from '#shared/reports/task-word.ts';
import { districtOf, isWithin, type UnitId } from '#shared/units/units.ts';

/** The free text of a word: it stands apart and expires on its own, as that of reports does. */
type FreeText = Pick<TaskWord, 'who' | 'reason'>;

export type TaskWordStore = ReturnType<typeof taskWordStore>;

/**
 * Keeps what is said about tasks between meetings, append-only, beside the reports: in the district of whoever has the
 * task. All words of a unit are two queries, whatever the months.
 */
export function taskWordStore(db: DynamoDBDocumentClient, TableName: string) {
  const query = (pk: string, prefix: string) => ({
    TableName,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': pk, ':prefix': `task#${prefix}` },
    ConsistentRead: true,
  });

  async function find(district: UnitId, prefix: string): Promise<TaskWord[]> {
    const pk = `${district}${reservedKeys.meetings.tasks}`;
    const items = await allItems<Item>(db, query(pk, prefix));
    if (items.length === 0) return [];
    const texts = await allItems<TextItem>(db, query(`${pk}${reservedKeys.meetings.freeText}`, prefix));
    const now = Date.now();
    const said = new Map(texts.filter((each) => each.expiresAt * 1000 > now).map(({ sk, words }) => [sk, words]));
    return items.flatMap((item) => {
      const word = soundOrNoted(item, taskWords);
      return word ? [withText(word, said.get(`${item.sk}#${item['wordsDigest']}`))] : [];
    });
  }

  /** The words first: a crash between leaves words that nothing shows and that expire. */
  async function put(word: TaskWord, before?: Before<TaskWord>): Promise<boolean> {
    const { words, facts } = taskWordItems(word);
    await Promise.all([before?.(word, changedItem('meetings', facts)), putNew(db, TableName, words)]);
    return putNew(db, TableName, facts);
  }

  return {
    /**
     * What was said about the tasks that a unit's reports gave, or those of units below, by whoever had them then.
     *
     * @param district of whoever had them
     */
    async ofUnit(unit: UnitId, district: UnitId = districtOf(unit)): Promise<TaskWord[]> {
      return (await find(district, unit)).filter(({ task }) => isWithin(task.split('_', 1)[0] as UnitId, unit));
    },

    /** Appends a word to those that the writer saw, `base` of them. */
    async append(
      said: Omit<TaskWord, 'revision'>,
      base: number,
      before?: Before<TaskWord>,
    ): Promise<AppendOutcome<TaskWord>> {
      return appendRevision({
        base,
        newest: async () => (await find(districtOf(said.cell), `${said.task}#`)).at(-1),
        saysTheSame: (newest) => canonical(contentOf(newest)) === canonical(contentOf(said)),
        next: () => ({ ...said, revision: base + 1 }),
        put: (word) => put(word, before),
      });
    },
  };
}

interface TextItem extends Item {
  readonly words: FreeText;
  /** Seconds since 1970, the format of DynamoDB's TTL. */
  readonly expiresAt: number;
}

function keyOf({ task, cell, revision }: Pick<TaskWord, 'task' | 'cell' | 'revision'>): Pick<Item, 'pk' | 'sk'> {
  return {
    pk: `${districtOf(cell)}${reservedKeys.meetings.tasks}`,
    sk: `task#${task}#${String(revision).padStart(4, '0')}`,
  };
}

/** The two items of a word. */
function taskWordItems(word: TaskWord): { readonly facts: Item; readonly words: TextItem } {
  const { task: _, revision, who, reason, ...facts } = word;
  const words = { ...(who !== undefined && { who }), ...(reason !== undefined && { reason }) };
  const key = keyOf(word);
  const wordsDigest = digestOf(words);
  return {
    facts: { ...key, ...facts, ...(who !== undefined && { toAnother: true }), wordsDigest },
    words: {
      pk: `${key.pk}${reservedKeys.meetings.freeText}`,
      sk: `${key.sk}#${wordsDigest}`,
      words,
      expiresAt: freeTextExpiry(word.at),
    },
  };
}

interface StoredWord extends TaskWord {
  /** It was handed on to somebody, also where the words are gone that say to whom. */
  readonly toAnother?: true;
}

/** The whole word. Whom it was handed on to is not known any more where that has expired: nobody is named in its place. */
function withText({ toAnother, ...word }: StoredWord, words: FreeText | undefined): TaskWord {
  return { ...word, ...(toAnother && { who: '' }), ...words };
}

function contentOf({ task, cell, kind, who, due, reason, by }: Omit<TaskWord, 'revision'>) {
  return { task, cell, kind, who, due, reason, by: by.user };
}

const isWord = shape({
  ...revised,
  task: isTaskId,
  cell: isUnit,
  kind: oneOf(taskWordKinds),
  due: optional(isDay),
});

const taskWords: Reading<StoredWord> = {
  kind: 'task',
  read({ pk, sk, wordsDigest, ...said }) {
    const [, task, number] = /^task#(.*)#(\d{4})$/.exec(sk) ?? [];
    return { ...said, task: task as TaskId, revision: Number(number) } as unknown as StoredWord;
  },
  isSound: (word, { pk, sk }) => isWord(word) && keyOf(word).pk === pk && keyOf(word).sk === sk,
};
