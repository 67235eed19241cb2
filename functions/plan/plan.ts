import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { noted } from '#functions/store/pages.ts';
import type { ReopeningStore } from '#functions/store/reopening-store.ts';
import type { RollUpRequest } from '#functions/store/roll-up-queue.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import { listingUnreadable } from '#functions/store/unreadable.ts';
import { addMonths, type Instant, type Month, monthAt, monthsBetween, standsIn } from '#shared/period.ts';
import { isOpenAgain } from '#shared/scorecards/reopening.ts';
import { deadlines, type Unit, type UnitId } from '#shared/units/units.ts';

/** A closing day may be the last of February: then the month is closed on the 1st of the month after. */
const MONTHS_BACK = [2, 1, 0];

/** So far back a single month that was never closed is found; after the last closed one, however long ago that was. */
const GAP_MONTHS = 12;

export interface PlanStores {
  readonly directory: Pick<DirectoryStore, 'districts' | 'unit' | 'settleUnits'>;
  readonly reopenings: Pick<ReopeningStore, 'months'>;
  readonly scorecards: Pick<ScorecardStore, 'official' | 'officialMonths' | 'openSince'>;
}

/**
 * Lists the district-months of tonight: the current month and the two before in which the district existed, each
 * official once its closing day has passed; those that the district has opened again, however old; and those whose
 * closing was missed, because nothing ran or everything failed, for however long. Closing twice
 * changes nothing, so the next night makes up for a failed one. Before, it copies what a lost process has entered into a
 * directory. A district that cannot be read is reported, and the others are listed.
 */
export async function plan({ directory, reopenings, scorecards }: PlanStores, now: Instant): Promise<RollUpRequest[]> {
  const current = monthAt(now);
  const requests: RollUpRequest[] = [];
  for (const id of await directory.districts()) {
    await directory.settleUnits(id);
    const { result: district, unreadable } = await listingUnreadable(() => directory.unit(id));
    if (!district && unreadable.length > 0) continue;
    if (!district) throw new Error(`The list of districts names ${id}, which is not in the directory`);
    const again = await reopened(id, { reopenings, scorecards });
    const usual = MONTHS_BACK.map((back) => addMonths(current, -back)).filter((month) => standsIn(month, district));
    const before = await missed(addMonths(current, -Math.max(...MONTHS_BACK)), district, scorecards);
    for (const month of new Set([...before, ...again, ...usual])) {
      requests.push({ district: id, month, official: now > deadlines(district, month).closing });
    }
  }
  return requests;
}

/** The months before the usual ones that the district has not closed, oldest first, since the first that it has counted. */
async function missed(usual: Month, district: Unit, scorecards: PlanStores['scorecards']): Promise<readonly Month[]> {
  const { id } = district;
  const last = addMonths(usual, -1);
  const closed = await scorecards.officialMonths(id, addMonths(usual, -GAP_MONTHS), last);
  const since = closed[0] ?? (await scorecards.openSince(id, usual));
  if (since === undefined || since > last) return [];
  return monthsBetween(since, last).filter((month) => !closed.includes(month) && standsIn(month, district));
}

/** The months that a district has opened again and that have not been closed since. */
async function reopened(
  district: UnitId,
  { reopenings, scorecards }: Omit<PlanStores, 'directory'>,
): Promise<readonly Month[]> {
  const open: Month[] = [];
  for (const last of await reopenings.months(district)) {
    const found = scorecards.official(district, last.month);
    const official = await found.catch((error: unknown) => noted(error, 'scorecard'));
    if (official && isOpenAgain(official, last)) open.push(last.month);
  }
  return open;
}
