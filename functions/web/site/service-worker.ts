import type { OpenAction } from '#functions/http/http-handler.tsx';

interface Deps {
  /** Address of the script of the service worker. */
  readonly workerScript: string;
}

/** A worker controls only the folder from which it is served, so this one is served from the root. */
export const serviceWorker: OpenAction<Deps> = async (_request, { workerScript }) => ({
  status: 200,
  file: { type: 'text/javascript; charset=utf-8', body: `importScripts(${JSON.stringify(workerScript)});` },
});
