import { UnreadableItem } from '#functions/store/format.ts';
import type { Actor } from '#shared/access/session.ts';
import type { Instant } from '#shared/period.ts';

/** What became of a revision that somebody wanted to append. */
export type AppendOutcome<Stored> =
  /** `same`: the newest revision already says this, so nothing was written. */
  | { readonly kind: 'added' | 'same'; readonly stored: Stored }
  /** The newest revision is not the one that the writer saw; `stored` is absent where there is none at all. */
  | { readonly kind: 'stale'; readonly stored: Stored | undefined };

/** Who appends, and when. */
export interface Authorship {
  readonly by: Actor;
  readonly at: Instant;
}

interface Numbered {
  /** From 1. */
  readonly revision: number;
}

interface Appending<Stored extends Numbered, Next extends Stored | undefined> {
  /** The revision that the writer saw; 0 where there was none. */
  readonly base: number;
  /** Reads the newest revision, consistently. */
  readonly newest: () => Promise<Stored | undefined>;
  /** Whether the newest revision already says what is to be appended. */
  readonly saysTheSame: (newest: Stored) => boolean;
  /** The revision after the newest one; `undefined` where nothing is stored and nothing is to be said. */
  readonly next: (newest: Stored | undefined) => Next;
  /** Writes a revision where there is none of its number; `false` where there is one. */
  readonly put: (revision: Stored) => Promise<boolean>;
}

/**
 * Appends a revision to what is only ever added to.
 *
 * Whoever sends the same twice, because the first answer got lost, is answered `same`; of two writers who saw the same
 * revision one is `added`, and the other is `stale` and shown what the first has stored. It takes one read and one
 * write, and one more of each for every writer who was quicker.
 *
 * @param again whether the number was taken: what has it must be there to read by now
 * @throws {UnreadableItem} if the newest revision cannot be read: nobody can have seen what it says
 */
export async function appendRevision<Stored extends Numbered, Next extends Stored | undefined>(
  appending: Appending<Stored, Next>,
  again = false,
): Promise<AppendOutcome<Stored | Next>> {
  const { base, newest: read, saysTheSame, next, put } = appending;
  const newest = await read();
  if (newest && saysTheSame(newest)) return { kind: 'same', stored: newest };
  const stored = next(newest);
  if (!stored) return { kind: 'same', stored };
  if ((newest?.revision ?? 0) !== base) return { kind: 'stale', stored: newest };
  if (again) throw new UnreadableItem(`Revision ${base + 1} cannot be read.`);
  if (await put(stored)) return { kind: 'added', stored };
  return appendRevision(appending, true); // somebody was quicker: read again, and answer `same` or `stale`
}
