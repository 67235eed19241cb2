import type { HttpDeps } from '#functions/http/http-deps.ts';
import type { OpenAction } from '#functions/http/http-handler.tsx';
import { openApi } from '#shared/api/openapi.ts';
import { ApiPage } from '#web/api/api-page.tsx';
import scorecard from '#web/public/assets/scorecard.schema.json' with { type: 'json' };

/** The interface as a document for programs. */
export const showOpenApi: OpenAction<HttpDeps> = async () => ({ status: 200, json: openApi(scorecard) });

/** The same as a page for their programmers. */
export const showApi: OpenAction<HttpDeps> = async () => ({
  status: 200,
  json: openApi(scorecard),
  page: (context) => <ApiPage context={context} />,
});
