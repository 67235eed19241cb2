import type { HttpDeps } from '#functions/http/http-handler.tsx';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';

/** What the pages and downloads of scorecards work with. */
export interface Deps extends HttpDeps {
  readonly scorecards: Pick<ScorecardStore, 'current'>;
}
