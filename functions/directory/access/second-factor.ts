import { seeOther } from '#functions/http/answer.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { pathTo } from '#shared/access/routes.ts';

interface Deps {
  readonly directory: Pick<DirectoryStore, 'askForCode'>;
}

/** Sets whether the district's own accounts need a code in addition to the password. */
export const requireCode: Action<Deps> = async ({ body, viewer, lang, now, owing }, { directory }) => {
  const { required } = body;
  if (required !== 'yes' && required !== 'no') return problem('bad-request', lang);
  const owes = { kind: 'account', of: `second-factor ${required}` } as const;
  const owed = await owing.note(owes);
  await directory.askForCode(viewer.unit, required === 'yes', now);
  return { ...seeOther(pathTo('/directory/users', {})), audit: await owing.pay([{ owes, owed }]) };
};
