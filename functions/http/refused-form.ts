import { logFault } from '#functions/fault.ts';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import type { Draft, DraftKey, DraftStore } from '#functions/store/draft-store.ts';

/**
 * Keeps what was typed into a form that comes back with mistakes. A browser that goes back to the page before asks for it
 * again, since it may keep no page of ours (`no-store`): most would show it blank. What could not be read is not kept.
 */
export async function keepRefused(
  { wantsJson, unread, route, now }: SignedIn,
  key: DraftKey,
  typed: Pick<Draft, 'typed' | 'baseRevision'>,
  { drafts }: { readonly drafts: Pick<DraftStore, 'save'> },
): Promise<void> {
  if (wantsJson || unread.length > 0) return;
  try {
    await drafts.save(key, typed, now);
  } catch (error) {
    // The page that is shown has it all.
    logFault('refused form not kept', route, error);
  }
}

/** Forgets what was kept of a form, once it is stored. What is stored stays so, whether this succeeds or not. */
export async function forgetRefused(
  { route }: Pick<SignedIn, 'route'>,
  key: DraftKey,
  { drafts }: { readonly drafts: Pick<DraftStore, 'remove'> },
): Promise<void> {
  try {
    await drafts.remove(key);
  } catch (error) {
    logFault('refused form not forgotten', route, error);
  }
}

/**
 * Of some forms those of which something is kept, which is seldom: asked beside other reads, it is no request of its own,
 * and nothing need be forgotten. What cannot be asked may be kept.
 */
export async function keptAmong(
  { now }: Pick<SignedIn, 'now'>,
  keys: readonly DraftKey[],
  { drafts }: { readonly drafts: Pick<DraftStore, 'find'> },
): Promise<readonly DraftKey[]> {
  const different = [...new Map(keys.map((key) => [key.form, key])).values()];
  const isKept = await Promise.all(
    different.map((key) =>
      drafts.find(key, now).then(
        (found) => found !== undefined,
        () => true,
      ),
    ),
  );
  return different.filter((_, at) => isKept[at]);
}
