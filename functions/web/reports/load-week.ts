import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import { communesIn, type Viewer } from '#shared/access/can.ts';
import { type Seen, seenByGroup } from '#shared/home/seen.ts';
import { type Week, weekOf } from '#shared/home/week.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { addMonths, dayAt, type Instant, lastMonthOf, type Month, monthAt } from '#shared/period.ts';
import { openMonths } from '#shared/reminders/duties.ts';
import { isBehind } from '#shared/scorecards/is-behind.ts';
import { deadlines, districtOf, type Unit } from '#shared/units/units.ts';

export interface WeekStores {
  readonly directory: Pick<DirectoryStore, 'unit'>;
  readonly scorecards: Pick<ScorecardStore, 'currentBetween'>;
}

/** The week of whoever reads it, with the months that it is about. */
export interface LoadedWeek {
  readonly week: Week;
  readonly district: Unit;
  readonly closed: Month;
  readonly seen: ReadonlyMap<Month, Seen>;
  /** Of those months, the ones that were counted at all. */
  readonly counted: readonly Month[];
  /** When figures of an open month were counted that are older than they should be. */
  readonly behind?: Instant;
}

/**
 * Loads the week from scorecards alone, one for each of at most three months: what is in them was counted by the roll-up,
 * so that a home costs the same for ten cells and for ten thousand. Of reports of the last minutes they may not know.
 */
export async function loadWeek(viewer: Viewer, now: Instant, deps: WeekStores): Promise<LoadedWeek | undefined> {
  const district = await deps.directory.unit(districtOf(viewer.unit));
  if (!district) return undefined;
  const open = openMonths(district, now);
  const closed = lastClosed(district, now);
  const wanted = [...new Set([closed, ...open.flatMap((month) => [addMonths(month, -1), month])])];
  const judged = wanted.filter((month) => findRegime(month)).sort();
  const [first, last] = [judged[0], judged.at(-1)];
  const found = first && last ? await deps.scorecards.currentBetween(viewer.unit, first, last) : [];
  const loaded = found.flatMap((scorecard) => {
    const month = lastMonthOf(scorecard.month);
    if (!judged.includes(month)) return [];
    const seen =
      viewer.role === 'group'
        ? seenByGroup(scorecard, viewer.group, communesIn(month, viewer.assigned ?? []))
        : scorecard;
    // A month is closed when its figures are official, which is some minutes after its closing day.
    const isTold = seen && (month !== closed || scorecard.status === 'official');
    const since = isBehind(scorecard, now) ? scorecard.generatedAt : undefined;
    return isTold ? [[month, seen, since] as const] : [];
  });
  const seen = new Map(loaded.map(([month, each]) => [month, each]));
  const [behind] = loaded.flatMap(([month, , since]) => (since && open.includes(month) ? [since] : [])).sort();
  const week = weekOf(dayAt(now), { closed, open, dueOf: (month) => deadlines(district, month).due }, seen);
  const counted = found.map(({ month }) => lastMonthOf(month));
  return { week, district, closed, seen, counted, ...(behind && { behind }) };
}

/** The newest month whose closing day is over. */
function lastClosed(district: Unit, now: Instant): Month {
  const candidates = [0, 1, 2].map((back) => addMonths(monthAt(now), -back));
  return (
    candidates.find((month) => findRegime(month) && now > deadlines(district, month).closing) ??
    addMonths(monthAt(now), -2)
  );
}
