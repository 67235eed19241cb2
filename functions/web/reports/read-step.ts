import type { Actor, Session } from '#shared/access/session.ts';

const LONGEST_REASON = 1000;

/** A reason as it is kept: composed, trimmed, and no longer than a paragraph. */
export function readReason(typed: string | undefined): string {
  return (typed ?? '').normalize('NFC').trim().slice(0, LONGEST_REASON);
}

/** Who does a step. */
export function actorOf({ user, role, unit }: Session): Actor {
  return { user, role, unit };
}
