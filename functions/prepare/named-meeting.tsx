import type { Answer } from '#functions/http/answer.ts';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import { namedUnit } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { Permission } from '#shared/access/routes.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { addMonths, type Instant, type Month, monthAt, parseMonth } from '#shared/period.ts';
import { communeOf, deadlines, districtOf, fullName, isStanding, type Unit, unitIn } from '#shared/units/units.ts';
import { NotStandingPage } from '#web/prepare/not-standing-page.tsx';

interface Deps {
  readonly directory: Pick<DirectoryStore, 'unit'>;
  readonly reports: Pick<ReportStore, 'newestOfMonth'>;
}

/** A cell's month that somebody names, to prepare its meeting. */
export interface NamedMeeting {
  /** As it is called in the month. */
  readonly cell: Unit;
  readonly commune: Unit;
  readonly district: Unit;
  readonly month: Month;
  /** Nothing about the month can be changed any more. */
  readonly closed: boolean;
  readonly now: Instant;
}

/** So many months ahead a meeting is prepared. */
const MONTHS_AHEAD = 2;

/**
 * The cell and the month that a request names, where the viewer has the permission; otherwise what is answered. Without a
 * month it is the one that runs, or the next where the cell has met already.
 */
export async function namedMeeting(
  { viewer, lang, now }: SignedIn,
  permission: Permission,
  named: { readonly cell: string | undefined; readonly month: string | undefined },
  { directory, reports }: Deps,
): Promise<NamedMeeting | Answer> {
  const current = monthAt(now);
  const asked = named.month === undefined ? current : parseMonth(named.month);
  const id = asked && namedUnit(viewer, permission, named.cell, asked);
  if (!id || !findRegime(asked) || asked > addMonths(current, MONTHS_AHEAD)) return problem('not-found', lang);
  const [cell, commune, district] = await Promise.all(
    [id, communeOf(id), districtOf(id)].map((each) => directory.unit(each)),
  );
  if (cell?.level !== 'cell' || !commune || !district) return problem('not-found', lang);
  const hasMet = async () => (await reports.newestOfMonth(id, current)).some(({ report }) => report.kind === 'regular');
  const month = named.month === undefined && (await hasMet()) ? addMonths(current, 1) : asked;
  const called = unitIn(month, cell);
  if (!isStanding(month, cell, [commune])) {
    const name = fullName(called);
    return {
      ...problem('not-found', lang),
      page: (context) => <NotStandingPage context={context} name={name} month={month} />,
    };
  }
  const closed = now > deadlines(district, month).closing;
  return { cell: called, commune: unitIn(month, commune), district, month, closed, now };
}
