import type { IncomingHttpHeaders } from 'node:http';
import type { Item } from '#infra/local/dynamodb/item-bytes.ts';

/** A request to the API, with the headers that the client sent. */
export interface DatabaseRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface DatabaseAnswer {
  readonly status: number;
  /** In lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type AskDatabase = (request: DatabaseRequest) => Promise<DatabaseAnswer>;

/** A database that has been started. */
export interface Database {
  readonly endpoint: string;
  /** Takes a request without a connection, where the database runs in this process: the same server answers it. */
  readonly ask?: AskDatabase;
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
