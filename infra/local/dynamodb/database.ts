import type { Item } from '#infra/local/dynamodb/item-bytes.ts';

/** A database that has been started. */
export interface Database {
  readonly endpoint: string;
  /**
   * Puts items into a table past the server, where the database has such a door: what is stored then is what
   * `BatchWriteItem` would have stored. It is for filling what nobody uses yet: nothing is locked, and of what DynamoDB
   * refuses only a missing or mistaken key is.
   *
   * @param items as they are sent: bytes in base64, numbers without an exponent
   */
  readonly fill?: (table: string, items: readonly Item[]) => Promise<void>;
  stop(): Promise<void>;
}
