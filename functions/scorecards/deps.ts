import type { HttpDeps } from '#functions/http/http-deps.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';

/** The dependencies of scorecard pages and downloads. */
export interface Deps extends HttpDeps {
  readonly directory: Pick<DirectoryStore, 'unit' | 'groups' | 'subtree'>;
  readonly scorecards: Pick<ScorecardStore, 'current' | 'between' | 'official' | 'asOf'>;
}
