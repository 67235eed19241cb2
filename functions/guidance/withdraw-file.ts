import { seeOther } from '#functions/http/answer.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import { changeOf } from '#functions/http/owing.ts';
import { problem } from '#functions/http/problem.tsx';
import type { GuidanceFileStore } from '#functions/store/guidance-file-store.ts';
import { actorOf } from '#shared/access/session.ts';
import { placePath } from '#shared/guidance/guidance-file.ts';
import { districtOf } from '#shared/units/units.ts';

interface Deps {
  readonly files: Pick<GuidanceFileStore, 'find' | 'withdraw'>;
}

/** Withdraws a document: nobody can see or download it any more. */
export const withdrawFile: Action<Deps> = async ({ params, viewer, lang, now: at, owing }, { files }) => {
  const district = districtOf(viewer.unit);
  const file = await files.find(district, params['file'] ?? '');
  if (!file) return problem('not-found', lang);
  const by = actorOf(viewer);
  const withdrawal = { file: file.id, by, at };
  const change = changeOf(owing, () => ({ of: `withdrawn-file#${file.id}` }));
  const added = await files.withdraw(district, withdrawal, change.before);
  return {
    ...seeOther(placePath(file)),
    json: { withdrawn: file.id },
    audit: await owing.pay([change.stored(withdrawal, added)]),
  };
};
