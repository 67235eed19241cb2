import type { BucketDeps } from '#functions/guidance/bucket.ts';
import { seeOther } from '#functions/http/answer.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import { typesFor } from '#functions/http/types-for.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { GuidanceFileStore } from '#functions/store/guidance-file-store.ts';
import type { LibraryStore } from '#functions/store/library-store.ts';
import { isFor } from '#shared/guidance/guidance.ts';
import type { FilePlace } from '#shared/guidance/guidance-file.ts';
import { monthAt } from '#shared/period.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

interface Deps extends BucketDeps {
  readonly directory: Pick<DirectoryStore, 'directory'>;
  readonly files: Pick<GuidanceFileStore, 'find' | 'open'>;
  readonly library: Pick<LibraryStore, 'revisionsOf'>;
}

/** Sends a document to a reader with permission and records the opening. If recording fails, it sends nothing. */
export const takeFile: Action<Deps> = async ({ params, viewer, query, lang, now: at }, deps) => {
  const district = districtOf(viewer.unit);
  const file = await deps.files.find(district, params['file'] ?? '');
  if (!file) return problem('not-found', lang);
  if (viewer.role !== 'district') {
    const meant = await meantFor(file, district, deps);
    const directory = await deps.directory.directory(district, 'month' in file ? file.month : monthAt(at));
    if (!meant || !directory || !isFor(meant, typesFor({ query, viewer }, directory)))
      return problem('not-found', lang);
    const { unit, group } = viewer;
    await deps.files.open(district, { file: file.id, unit, ...(group !== undefined && { group }), at });
  }
  const url = await (await deps.bucket()).link(district, file);
  return {
    ...seeOther(url),
    json: { url, name: file.name },
    audit: [{ kind: 'exported', of: `guidance-file#${file.id}` }],
  };
};

/** For which cells a document is; `undefined` where the piece of the library with which it stands was withdrawn. */
async function meantFor(file: FilePlace, district: UnitId, { library }: Pick<Deps, 'library'>) {
  if (!('piece' in file)) return file.audience;
  const piece = (await library.revisionsOf(district, file.piece)).at(-1);
  return piece?.withdrawn === undefined ? piece?.types : undefined;
}
