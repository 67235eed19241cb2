import type { SignedIn } from '#functions/http/http-handler.tsx';
import type { Authorship } from '#functions/store/append-revision.ts';
import { actorOf } from '#shared/access/session.ts';

/** Who sent a request, and when: as what it appends is kept. */
export function authorshipOf({ viewer, now }: Pick<SignedIn, 'viewer' | 'now'>): Authorship {
  return { by: actorOf(viewer), at: now };
}
