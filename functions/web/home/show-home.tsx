import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import { type CountStores, countReviews } from '#functions/reports/count-reviews.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { heldThings } from '#functions/store/held-things.ts';
import { type DutyInputStores, loadDutyInputs } from '#functions/store/load-duty-inputs.ts';
import type { MatterStore } from '#functions/store/matter-store.ts';
import type { WaitingStore } from '#functions/store/waiting-store.ts';
import { type LoadedWeek, loadWeek, type WeekStores } from '#functions/web/reports/load-week.ts';
import { goHome } from '#functions/web/reports/show-board.tsx';
import { loadDueVisits } from '#functions/web/visits/load-due-visits.ts';
import { holds, seeingBefore, type Viewer } from '#shared/access/can.ts';
import { ownerName } from '#shared/access/owner-name.ts';
import { mondayOf } from '#shared/home/monday.ts';
import type { Waiting } from '#shared/home/waiting.ts';
import type { TrackedMatter } from '#shared/matters/matter.ts';
import { dueDayOf, isOverdue } from '#shared/matters/matter-term.ts';
import { dayAt, daysBetween, type Month, monthAt } from '#shared/period.ts';
import { dutiesOf, dutyKinds, reportedMonths } from '#shared/reminders/duties.ts';
import { partsOfReportId } from '#shared/reports/report.ts';
import { partsOf } from '#shared/scorecards/find-indicator.ts';
import { isLargeUnit } from '#shared/scorecards/is-large-unit.ts';
import { deadlines, fullName, type UnitId } from '#shared/units/units.ts';
import { HomePage } from '#web/home/home-page.tsx';
import { AskList } from '#web/reports/ask-list.tsx';

interface Deps extends WeekStores, DutyInputStores, CountStores {
  readonly directory: WeekStores['directory'] &
    DutyInputStores['directory'] &
    CountStores['directory'] &
    Pick<DirectoryStore, 'subtree' | 'elsewhere' | 'allUnits'>;
  readonly matters: Pick<MatterStore, 'open'>;
  readonly waiting: Pick<WaitingStore, 'ofMonth'>;
  readonly reports: DutyInputStores['reports'] & CountStores['reports'];
}

/**
 * Where everyone starts: a commune and a cell with what they have to do this month, a district and a working group with
 * the week. What a district reads does not grow with its cells: scorecards, open concerns, visits, requests.
 */
export const showHome: Action<Deps> = async (request, deps) => {
  const { viewer, lang, now } = request;
  if (viewer.role === 'commune' || viewer.role === 'cell') return goHome(request, deps);
  const isGroup = viewer.role === 'group';
  const [loaded, facts, visits, matters, communes] = await Promise.all([
    loadWeek(viewer, now, deps),
    loadDutyInputs(viewer.unit, dutyKinds[viewer.role], now, deps, viewer.forebears),
    isGroup ? [] : loadDueVisits(viewer, now, deps),
    isGroup ? loadGroupMatters(request, deps) : undefined,
    Promise.all(isGroup ? viewer.scope.map((id) => deps.directory.unit(id)) : []),
  ]);
  if (!loaded || !facts) return problem('not-found', lang);
  const { week, district, closed, seen, behind } = loaded;
  const overdue =
    matters?.open ?? facts.matters.filter(({ level, unit }) => level === 'commune' && holds(viewer, unit));
  const seeing = matters?.seeing ?? viewer;
  const waiting = [
    ...mattersOf(overdue, isGroup, request),
    ...(visits.length > 0 ? [{ kind: 'visits', count: visits.length } as const] : []),
    ...(await reviewsOf(request, loaded, deps)),
    ...tasksOf(loaded),
    ...callsOf(loaded, request),
  ];
  const asks = facts.asks.filter(({ answer }) => !answer);
  const duties = dutiesOf(viewer, facts, now);
  const names = await namesOf(
    asks.map(({ id }) => partsOfReportId(id).cell),
    deps,
  );
  const month = monthAt(now);
  const cells = seen.get(month);
  return {
    status: 200,
    json: {
      unit: viewer.unit,
      ...(isGroup && { communes: viewer.scope }),
      week: weekJson(week),
      ...(behind && { behind }),
      duties,
      waiting,
      asks,
    },
    page: (context) => (
      <HomePage
        context={context}
        unit={{ id: viewer.unit, name: ownerName(viewer, district) }}
        monday={mondayOf(dayAt(now))}
        week={week}
        {...(behind && { behind })}
        closed={closed}
        mayAct={(unit) => holds(seeing, unit)}
        month={month}
        {...(isGroup && { communes: communes.flatMap((unit) => (unit ? [fullName(unit)] : [])) })}
        {...(cells && { cells: partsOf(cells.indicators, 'reported').denominator })}
        duties={duties}
        waiting={waiting}
      >
        <AskList asks={asks} nameOf={(id) => names.get(id) ?? id} answers={!isGroup} lang={lang} />
      </HomePage>
    ),
  };
};

/** As the list of concerns counts them, to which the home leads. */
async function loadGroupMatters(
  { viewer, now }: SignedIn,
  { directory, matters }: Deps,
): Promise<{ readonly open: readonly TrackedMatter[]; readonly seeing: Viewer }> {
  const held = await heldThings(viewer.unit, monthAt(now), matters.open, directory);
  const seeing = seeingBefore(viewer, held.units, monthAt(now));
  return { open: held.things.filter(({ unit }) => holds(seeing, unit)), seeing };
}

function mattersOf(open: readonly TrackedMatter[], isGroup: boolean, { now }: SignedIn): Waiting[] {
  const late = open.filter((matter) => isOverdue(matter, now));
  const days = Math.max(...late.map((matter) => daysBetween(dueDayOf(matter), dayAt(now))));
  return late.length > 0 ? [{ kind: 'matters', ...(!isGroup && { level: 'commune' }), count: late.length, days }] : [];
}

/**
 * Reports that wait for the reader, of the months that are open, and for the board of the one that has closed. Those of a
 * large district are counted by its roll-up.
 */
async function reviewsOf(request: SignedIn, { week, closed, seen }: LoadedWeek, deps: Deps): Promise<Waiting[]> {
  const { viewer } = request;
  const months = [...(viewer.role === 'district' ? [closed] : []), ...week.open.map(({ month }) => month)];
  if (viewer.role === 'district' && [...seen.values()].some(isLargeUnit)) {
    return (await Promise.all(months.map((month) => countedReviews(viewer.unit, month, deps)))).flat();
  }
  const counts = await Promise.all(months.map((month) => countReviews(request, viewer.unit, month, deps)));
  return months.flatMap((month, at): Waiting[] => {
    const count = counts[at] ?? 0;
    return count > 0 ? [{ kind: 'reviews', month, count }] : [];
  });
}

/** None where nobody has counted yet: the month has no report, or has been counted by no roll-up since. */
async function countedReviews(district: UnitId, month: Month, { waiting }: Deps): Promise<Waiting[]> {
  const counts = await waiting.ofMonth(district, month);
  const [countedAt] = counts.map((each) => each.countedAt).sort();
  const count = counts.reduce((sum, each) => sum + each.count, 0);
  if (!countedAt) return [{ kind: 'uncounted-reviews', month }];
  return count > 0 ? [{ kind: 'reviews', month, count, countedAt }] : [];
}

/** The tasks that the meetings of the last closed month found overdue. */
function tasksOf({ closed, seen }: LoadedWeek): Waiting[] {
  const count = partsOf(seen.get(closed)?.indicators, 'tasksOverdue').numerator;
  return count > 0 ? [{ kind: 'tasks', month: closed, count }] : [];
}

/** Cells without a report, from some days before it is due. */
function callsOf({ week, district }: LoadedWeek, { now }: SignedIn): Waiting[] {
  const told = reportedMonths(district, now);
  return week.open.flatMap(({ month, reported }): Waiting[] => {
    const count = reported.denominator - reported.numerator;
    const late = now > deadlines(district, month).due;
    return told.includes(month) && count > 0 ? [{ kind: 'calls', month, count, late }] : [];
  });
}

async function namesOf(ids: readonly UnitId[], { directory }: Pick<Deps, 'directory'>): Promise<Map<UnitId, string>> {
  const units = await Promise.all([...new Set(ids)].map((id) => directory.unit(id)));
  return new Map(units.flatMap((unit) => (unit ? [[unit.id, fullName(unit)] as const] : [])));
}

/** The week in the form in which the HTTP interface returns it. */
function weekJson({ helped, ...rest }: LoadedWeek['week']) {
  return {
    ...rest,
    helped: helped.map(({ child, missing, missed, lines, causes }) => ({
      unit: child.unit,
      missing,
      missed,
      lines: lines.map(({ id, numerator, denominator }) => ({ id, numerator, denominator })),
      causes,
    })),
  };
}
