declare module 'dynalite' {
  import type { Server } from 'node:http';
  import type { StoreOptions } from 'dynalite/db/index.js';
  export default function dynalite(options: StoreOptions): Server;
}

declare module 'dynalite/db/index.js' {
  import type { Item } from '#infra/local/dynamodb/item-bytes.ts';

  export interface StoreOptions {
    readonly path: string;
    readonly createTableMs: number;
  }

  type Callback<T> = (error: Error | null | undefined, value: T) => void;

  /** A table as `DescribeTable` tells of it. */
  export interface Table {
    readonly GlobalSecondaryIndexes?: readonly Index[];
    readonly LocalSecondaryIndexes?: readonly Index[];
  }

  export interface Index {
    readonly IndexName: string;
  }

  /** What is stored under one prefix of LevelDB's keys. */
  export interface Prefixed {
    get(key: string, callback: Callback<Item | undefined>): void;
    batch(operations: readonly Operation[], callback: Callback<void>): void;
  }

  export type Operation =
    | { readonly type: 'put'; readonly key: string; readonly value: Item }
    | { readonly type: 'del'; readonly key: string };

  export interface Store {
    getTable(name: string, callback: Callback<Table>): void;
    getItemDb(table: string): Prefixed;
    getIndexDb(kind: 'local' | 'global', table: string, index: string): Prefixed;
  }

  const parts: {
    create: (options: StoreOptions) => Store;
    itemSize: (item: Item) => number;
    validateItem(item: Item, table: Table): Error | null | undefined;
    createKey(item: Item, table: Table): string;
    /** What a put changes in indexes. */
    getIndexActions(
      indexes: readonly Index[],
      before: Item | undefined,
      item: Item,
      table: Table,
    ): {
      readonly puts: readonly { readonly index: string; readonly key: string; readonly item: Item }[];
      readonly deletes: readonly { readonly index: string; readonly key: string }[];
    };
  };
  export default parts;
}
