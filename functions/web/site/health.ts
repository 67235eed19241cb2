import type { OpenAction } from '#functions/http/http-handler.tsx';
import type { DirectoryStore } from '#functions/store/directory-store.ts';

interface Deps {
  readonly directory: Pick<DirectoryStore, 'districts'>;
}

/** Checks that the function runs and can read its directory. Faults answer 503 or 500 like any other. */
export const health: OpenAction<Deps> = async (_request, { directory }) => {
  await directory.districts();
  return { status: 200, json: { status: 'ok' } };
};
