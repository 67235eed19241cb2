import { promisify } from 'node:util';
import parts, { type Prefixed, type Store } from 'dynalite/db/index.js';
import type { Item } from '#infra/local/dynamodb/item-bytes.ts';

/**
 * Puts items into a table of dynalite and its indexes, past its server and its checks: what is stored then is what
 * `BatchWriteItem` would have stored. Nothing is locked: nobody else may write these very items meanwhile.
 *
 * @param items as DynamoDB's clients send them; of several with the same key the last one stays
 * @throws what dynalite says of a table that does not exist, or of an item without its keys
 */
export async function fillTable(store: Store, name: string, items: readonly Item[]): Promise<void> {
  const table = await promisify(store.getTable)(name);
  const fault = items.map((item) => parts.validateItem(item, table)).find(Boolean);
  if (fault) throw fault;
  const own = callable(store.getItemDb(name));
  const byKey = new Map(items.map((item) => [parts.createKey(item, table), item]));
  const { GlobalSecondaryIndexes: global = [], LocalSecondaryIndexes: local = [] } = table;
  const indexes = [
    ...global.map((index) => ({ index, db: callable(store.getIndexDb('global', name, index.IndexName)) })),
    ...local.map((index) => ({ index, db: callable(store.getIndexDb('local', name, index.IndexName)) })),
  ];
  const isIndexed = indexes.length > 0;
  const changes = isIndexed
    ? await Promise.all([...byKey].map(async ([key, item]) => ({ item, before: await own.get(key) })))
    : [];
  for (const { index, db } of indexes) {
    const actions = changes.map(({ before, item }) => parts.getIndexActions([index], before, item, table));
    await db.batch([
      ...actions.flatMap(({ deletes }) => deletes.map(({ key }) => ({ type: 'del', key }) as const)),
      ...actions.flatMap(({ puts }) => puts.map(({ key, item: value }) => ({ type: 'put', key, value }) as const)),
    ]);
  }
  await own.batch([...byKey].map(([key, value]) => ({ type: 'put', key, value })));
}

const callable = (db: Prefixed) => ({ get: promisify(db.get), batch: promisify(db.batch) });
