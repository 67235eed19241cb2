import type { AskStore } from '#functions/store/ask-store.ts';
import type { ReopeningStore } from '#functions/store/reopening-store.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import type { Month } from '#shared/period.ts';
import { type AnsweredAsk, answeredAsks, isGranted } from '#shared/reports/ask.ts';
import type { ReportId, Revision } from '#shared/reports/report.ts';
import { isOpenAgain } from '#shared/scorecards/reopening.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

export interface AmendingDeps {
  readonly asks: Pick<AskStore, 'ofReport'>;
  readonly scorecards: Pick<ScorecardStore, 'official'>;
  readonly reopenings: Pick<ReopeningStore, 'ofMonth'>;
}

/** What lets a report of a month whose closing day is over be amended by its own units. */
export interface Amending {
  readonly asks: readonly AnsweredAsk[];
  /** The district has opened the month again, and the night has not closed it yet. */
  readonly isOpenAgain: boolean;
  /** How often the month was opened again; absent while there is nothing official to be opened. */
  readonly reopened?: number;
}

/** While a month is open, nobody needs to ask. */
export const openMonth: Amending = { asks: [], isOpenAgain: false };

export async function loadAmending(id: ReportId, month: Month, deps: AmendingDeps): Promise<Amending> {
  const [{ asks, refusals }, reopenings, official] = await Promise.all([
    deps.asks.ofReport(id),
    deps.reopenings.ofMonth(districtOf(id), month),
    deps.scorecards.official(districtOf(id), month),
  ]);
  return {
    asks: answeredAsks(asks, refusals, reopenings),
    isOpenAgain: official !== undefined && isOpenAgain(official, reopenings.at(-1)),
    ...(official && { reopened: reopenings.length }),
  };
}

/** What somebody wants to send: the next version of a report, of which they have seen a revision, or a new one. */
interface Sending {
  readonly cell: UnitId;
  readonly month: Month;
  /** The newest revision of the report that is amended. */
  readonly amended?: Pick<Revision, 'id' | 'revision' | 'at' | 'firstReceivedAt'> | undefined;
  readonly base: number;
}

/**
 * Whether a report of a closed month is taken: the district has opened the month, or granted that this report is amended.
 * What the writer had not seen is not stored anyway, so whoever sends a granted amendment twice gets the same receipt.
 */
export async function isOpenFor({ cell, month, amended, base }: Sending, deps: AmendingDeps): Promise<boolean> {
  if (!amended) return isReopened(districtOf(cell), month, deps);
  const { asks, isOpenAgain: isOpen } = await loadAmending(amended.id, month, deps);
  return isOpen || isGranted(asks, base < amended.revision ? { at: amended.firstReceivedAt } : amended);
}

/** Whether a district has opened a closed month again. */
async function isReopened(
  district: UnitId,
  month: Month,
  { scorecards, reopenings }: Omit<AmendingDeps, 'asks'>,
): Promise<boolean> {
  const [official, all] = await Promise.all([
    scorecards.official(district, month),
    reopenings.ofMonth(district, month),
  ]);
  return official !== undefined && isOpenAgain(official, all.at(-1));
}
