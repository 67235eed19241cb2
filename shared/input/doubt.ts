/** A writing that most likely means something, which its writer has to confirm before it counts. */
export class Doubt {
  /** What was understood, in the writing that is taken without a question. */
  readonly understood: string;

  constructor(understood: string) {
    this.understood = understood;
  }
}

/** What a writing says: a value, something to be confirmed, or nothing that can be read. */
export type Reading<T> = T | Doubt | undefined;

/** The value of a reading that needs no question. */
export function sure<T>(reading: Reading<T>): T | undefined {
  return reading instanceof Doubt ? undefined : reading;
}
