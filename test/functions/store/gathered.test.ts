import { BatchGetCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gathered } from '#functions/store/gathered.ts';
import { onEachDatabase } from '#test/dynamodb.ts';

interface Sent {
  readonly operation: string;
  readonly keys: number;
  readonly consistent: readonly boolean[];
}

/** A client that notes what passes through it to another one. */
function noting(db: DynamoDBDocumentClient): { readonly client: DynamoDBDocumentClient; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  const send = (command: { input: object }) => {
    const asked = command instanceof BatchGetCommand ? Object.values(command.input.RequestItems ?? {}) : [];
    sent.push({
      operation: command.constructor.name,
      keys: asked.reduce((sum, { Keys = [] }) => sum + Keys.length, 0),
      consistent: asked.map(({ ConsistentRead = false }) => ConsistentRead),
    });
    return db.send(command as never);
  };
  return { client: Object.assign(Object.create(db), { send }) as DynamoDBDocumentClient, sent };
}

onEachDatabase((database) => {
  const put = (table: string, pk: string, sk: string) =>
    database().db.send(new PutCommand({ TableName: table, Item: { pk, sk, said: `${pk} ${sk}` } }));
  const get = (table: string, pk: string, sk: string, ConsistentRead = false) =>
    new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead });

  describe('reads that are gathered', () => {
    it('answer each as if it had been asked alone, whatever is asked side by side', async () => {
      const { cells, transient } = database();
      const stored = ['a', 'b', 'c'];
      for (const sk of stored) await Promise.all([put(cells, 'p', sk), put(transient, 'p', sk)]);
      const one = fc.record({
        table: fc.constantFrom(cells, transient),
        sk: fc.constantFrom(...stored, 'nothing'),
        consistent: fc.boolean(),
        later: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 12 }), async (asked) => {
          const { client, sent } = noting(database().db);
          const db = gathered(client);
          const found = await Promise.all(
            asked.map(async ({ table, sk, consistent, later }) => {
              if (later) await Promise.resolve();
              return (await db.send(get(table, 'p', sk, consistent))).Item;
            }),
          );
          expect(found).toEqual(
            asked.map(({ sk }) => (stored.includes(sk) ? { pk: 'p', sk, said: `p ${sk}` } : undefined)),
          );
          expect(sent).toHaveLength(1);
          expect(sent[0]?.keys).toBe(new Set(asked.map(({ table, sk }) => `${table} ${sk}`)).size);
          // No item is older than whoever asked for it allows.
          const needed = new Set(asked.filter(({ consistent }) => consistent).map(({ table }) => table));
          expect(sent[0]?.consistent.filter(Boolean)).toHaveLength(needed.size);
        }),
        { numRuns: 30 },
      );
    });

    it('are no more than a request takes: more than 100 go in several', async () => {
      const { client, sent } = noting(database().db);
      const db = gathered(client);
      await put(database().cells, 'many', '104');
      const found = await Promise.all(
        Array.from({ length: 105 }, (_, n) => db.send(get(database().cells, 'many', String(n)))),
      );
      expect(found.map(({ Item }) => Item?.['sk']).filter(Boolean)).toEqual(['104']);
      expect(sent.map(({ keys }) => keys)).toEqual([100, 5]);
    });

    it('leave everything else to the client', async () => {
      const { client, sent } = noting(database().db);
      const db = gathered(client);
      await db.send(new PutCommand({ TableName: database().cells, Item: { pk: 'written', sk: 'a' } }));
      expect((await db.send(get(database().cells, 'written', 'a', true))).Item).toEqual({ pk: 'written', sk: 'a' });
      expect(sent.map(({ operation }) => operation)).toEqual(['PutCommand', 'BatchGetCommand']);
    });
  });
});

/** A table that leaves some of what it is asked for to the next request, or all of it. */
function overloaded(takes: number): { readonly db: DynamoDBDocumentClient; readonly asked: number[] } {
  const asked: number[] = [];
  const send = async ({ input }: BatchGetCommand) => {
    const Keys = input.RequestItems?.['T']?.Keys ?? [];
    asked.push(Keys.length);
    const left = Keys.slice(takes);
    return {
      Responses: { T: Keys.slice(0, takes) },
      ...(left.length > 0 && { UnprocessedKeys: { T: { Keys: left } } }),
    };
  };
  return { db: { send } as unknown as DynamoDBDocumentClient, asked };
}

describe('an overloaded table', () => {
  const keys = ['a', 'b', 'c', 'd'];
  const read = (db: DynamoDBDocumentClient) =>
    Promise.all(keys.map((sk) => gathered(db).send(new GetCommand({ TableName: 'T', Key: { pk: 'p', sk } }))));
  const together = (db: DynamoDBDocumentClient) => {
    const all = gathered(db);
    return Promise.all(keys.map((sk) => all.send(new GetCommand({ TableName: 'T', Key: { pk: 'p', sk } }))));
  };

  it('is asked again for what it left', async () => {
    const { db, asked } = overloaded(2);
    expect((await together(db)).map(({ Item }) => Item?.['sk'])).toEqual(keys);
    expect(asked).toEqual([4, 2]);
  });

  it('that reads nothing is no table without items', async () => {
    await expect(read(overloaded(0).db)).rejects.toMatchObject({ name: 'ThrottlingException' });
    await expect(together(overloaded(1).db)).rejects.toMatchObject({ name: 'ThrottlingException' });
  });

  it('fails for all who asked together, and for nobody after them', async () => {
    let isDown = true;
    const send = async ({ input }: BatchGetCommand) => {
      if (isDown) throw new Error('down');
      return { Responses: { T: input.RequestItems?.['T']?.Keys ?? [] } };
    };
    const all = gathered({ send } as unknown as DynamoDBDocumentClient);
    const ask = () =>
      Promise.allSettled(keys.map((sk) => all.send(new GetCommand({ TableName: 'T', Key: { pk: 'p', sk } }))));
    expect((await ask()).map(({ status }) => status)).toEqual(keys.map(() => 'rejected'));
    isDown = false;
    expect((await ask()).map(({ status }) => status)).toEqual(keys.map(() => 'fulfilled'));
  });
});
