import type { OpenAction } from '#functions/http/http-handler.tsx';
import type { DirectoryStore } from '#functions/store/directory-store.ts';

interface Deps {
  readonly directory: Pick<DirectoryStore, 'districts'>;
}

/** Whether pages can be served: the function runs and reads its directory. A fault answers like any other, 503 or 500. */
export const health: OpenAction<Deps> = async (_request, { directory }) => {
  await directory.districts();
  return { status: 200, json: { status: 'ok' } };
};
