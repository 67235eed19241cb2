import type { BucketDeps } from '#functions/guidance/bucket.ts';
import { typesFor } from '#functions/guidance/types-for.ts';
import { seeOther } from '#functions/http/answer.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { GuidanceFileStore } from '#functions/store/guidance-file-store.ts';
import { isFor } from '#shared/guidance/guidance.ts';
import { districtOf } from '#shared/units/units.ts';

interface Deps extends BucketDeps {
  readonly directory: Pick<DirectoryStore, 'directory'>;
  readonly files: Pick<GuidanceFileStore, 'find' | 'open'>;
}

/** Sends a document to a reader with permission and records the opening. If recording fails, it sends nothing. */
export const takeFile: Action<Deps> = async ({ params, viewer, query, lang, now: at }, deps) => {
  const district = districtOf(viewer.unit);
  const file = await deps.files.find(district, params['file'] ?? '');
  if (!file) return problem('not-found', lang);
  if (viewer.role !== 'district') {
    const directory = await deps.directory.directory(district, file.month);
    if (!directory || !isFor(file.audience, typesFor({ query, viewer }, directory))) return problem('not-found', lang);
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
