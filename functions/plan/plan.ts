import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { noted } from '#functions/store/pages.ts';
import type { ReopeningStore } from '#functions/store/reopening-store.ts';
import type { RollUpRequest } from '#functions/store/roll-up-queue.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import { listingUnreadable } from '#functions/store/unreadable.ts';
import { addMonths, type Instant, type Month, monthAt, standsIn } from '#shared/period.ts';
import { isOpenAgain } from '#shared/scorecards/reopening.ts';
import { deadlines, type UnitId } from '#shared/units/units.ts';

/** A closing day may be the last of February: then the month is closed on the 1st of the month after. */
const MONTHS_BACK = [2, 1, 0];

export interface PlanStores {
  readonly directory: Pick<DirectoryStore, 'districts' | 'unit' | 'settleUnits'>;
  readonly reopenings: Pick<ReopeningStore, 'months'>;
  readonly scorecards: Pick<ScorecardStore, 'official'>;
}

/**
 * Lists the district-months of tonight: the current month and the two before in which the district existed, each
 * official once its closing day has passed, and those that the district has opened again, however old. Closing twice
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
    for (const month of [...again.filter((each) => !usual.includes(each)), ...usual]) {
      requests.push({ district: id, month, official: now > deadlines(district, month).closing });
    }
  }
  return requests;
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
