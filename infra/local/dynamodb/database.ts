/** A database that has been started. */
export interface Database {
  readonly endpoint: string;
  stop(): Promise<void>;
}
