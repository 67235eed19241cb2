import type { SignedIn } from '#functions/http/http-handler.tsx';
import { namedUnit } from '#functions/http/named.ts';
import { type HeldActionDeps, heldActions } from '#functions/store/held-actions.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import type { WordsStore } from '#functions/store/words-store.ts';
import type { Permission } from '#shared/access/routes.ts';
import type { BriefingRevision } from '#shared/briefings/briefing.ts';
import { type BriefingFacts, underWay } from '#shared/briefings/facts.ts';
import { lostPointsOf } from '#shared/briefings/lost-points.ts';
import { type Month, parseMonth } from '#shared/period.ts';
import { regimeOf } from '#shared/scorecards/regime-of.ts';
import type { UnitId } from '#shared/units/units.ts';

export interface BriefingDeps extends HeldActionDeps {
  readonly briefings: Pick<WordsStore<BriefingRevision>, 'revisions' | 'append'>;
  readonly reports: Pick<ReportStore, 'newestOfMonth'>;
  readonly scorecards: Pick<ScorecardStore, 'current'>;
}

export interface LoadedBriefing {
  readonly unit: UnitId;
  readonly month: Month;
  readonly facts: BriefingFacts;
  /** What was written so far, oldest first. */
  readonly revisions: readonly BriefingRevision[];
}

/**
 * Loads what a briefing is made of: the newest figures of a unit's month, where its meetings lost points, and the words
 * that were written.
 *
 * @param typed the month
 * @returns `no-scorecard` while the month has none; `undefined` for what the viewer may not name
 */
export async function loadBriefing(
  { params, viewer, now }: Pick<SignedIn, 'params' | 'viewer' | 'now'>,
  permission: Permission,
  typed: string,
  deps: BriefingDeps,
): Promise<LoadedBriefing | 'no-scorecard' | undefined> {
  const { briefings, reports, scorecards } = deps;
  const month = parseMonth(typed);
  const unit = month && namedUnit(viewer, permission, params['unit'], month);
  if (!unit) return undefined;
  const [scorecard, revisions, decided] = await Promise.all([
    scorecards.current(unit, month),
    briefings.revisions({ unit, month }),
    // What a unit that has ended left undone is its heir's.
    heldActions(unit, viewer, now, deps),
  ]);
  if (!scorecard) return 'no-scorecard';
  // Of what is official, reports that came later are no part.
  const until = scorecard.status === 'official' ? { until: scorecard.generatedAt } : {};
  const found = await reports.newestOfMonth(unit, month, { consistent: false, ...until });
  const lost = lostPointsOf(
    found.map(({ report }) => report),
    { ...regimeOf(scorecard), ...scorecard.overrides },
  );
  return { unit, month, facts: { scorecard, lost, actions: underWay(decided.actions) }, revisions };
}
