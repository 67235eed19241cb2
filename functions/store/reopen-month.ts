import type { AppendOutcome, Authorship } from '#functions/store/append-revision.ts';
import type { Before } from '#functions/store/owed-store.ts';
import type { ReopeningStore } from '#functions/store/reopening-store.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import type { Month } from '#shared/period.ts';
import { isOpenAgain, type Reopening } from '#shared/scorecards/reopening.ts';
import type { UnitId } from '#shared/units/units.ts';

export interface ReopenStores {
  readonly scorecards: Pick<ScorecardStore, 'official'>;
  readonly reopenings: Pick<ReopeningStore, 'last' | 'reopen'>;
}

/** A closed month, and whether it is open again. */
export interface ClosedMonth {
  readonly district: UnitId;
  readonly month: Month;
  /** How often it has been opened again so far. */
  readonly base: number;
  /** The reopening that is not closed yet. */
  readonly open?: Reopening;
}

/** A month of a district that has closed; `undefined` if it has not. */
export async function findClosedMonth(
  district: UnitId,
  month: Month,
  { scorecards, reopenings }: ReopenStores,
): Promise<ClosedMonth | undefined> {
  const [official, last] = await Promise.all([scorecards.official(district, month), reopenings.last(district, month)]);
  if (!official) return undefined;
  const open = isOpenAgain(official, last) && last;
  return { district, month, base: last?.revision ?? 0, ...(open && { open }) };
}

/**
 * Opens a closed month again for changes of the directory. The night closes it, and its next official revision says why
 * there is one.
 *
 * @param base how often it had been opened when the writer looked
 */
export function reopenMonth(
  { district, month, base }: Pick<ClosedMonth, 'district' | 'month' | 'base'>,
  reason: string,
  { by, at }: Authorship,
  { reopenings }: Pick<ReopenStores, 'reopenings'>,
  before?: Before<Reopening>,
): Promise<AppendOutcome<Reopening>> {
  return reopenings.reopen({ district, month, revision: base + 1, by, at, reason }, before);
}

/** By what name the audit knows a reopening. */
export function reopeningName({
  district,
  month,
  revision,
}: Pick<Reopening, 'district' | 'month' | 'revision'>): string {
  return `${district}#reopened#${month}#${revision}`;
}
