import { can, holds, type Viewer } from '#shared/access/can.ts';
import { pathTo, type Role } from '#shared/access/routes.ts';
import type { TrackedAction } from '#shared/actions/action.ts';
import { actionsIn } from '#shared/actions/choose-actions.ts';
import { isToPublish, publishedUntil } from '#shared/documents/register.ts';
import type { TrackedMatter } from '#shared/matters/matter.ts';
import { dueDayOf, isOverdue } from '#shared/matters/matter-term.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { addDays, addMonths, type Day, dayAt, type Instant, type Month, monthAt, monthOf } from '#shared/period.ts';
import { workingDayBefore } from '#shared/reminders/non-working-days.ts';
import type { AnsweredAsk } from '#shared/reports/ask.ts';
import { type Board, boardOf } from '#shared/reports/board.ts';
import { parseReportId, type ReportId } from '#shared/reports/report.ts';
import { compareUnits, deadlines, isWithin, standingIn, type Unit, type UnitId } from '#shared/units/units.ts';
import { isDue, type Visit } from '#shared/visits/visit.ts';

/** A task that waits for somebody: missing reports, due visits, overdue matters and actions, or what a commune asks. */
export type Duty =
  | {
      readonly kind: 'reports';
      readonly unit: UnitId;
      readonly month: Month;
      /** How many cells have no report. */
      readonly count: number;
      /** The last day on which they are on time, and the last on which they are accepted. */
      readonly due: Day;
      readonly closing: Day;
      readonly late: boolean;
    }
  | {
      readonly kind: 'returned';
      readonly unit: UnitId;
      readonly month: Month;
      /** How many cells have a report that was returned. */
      readonly count: number;
      /** The day since which the newest of them waits. */
      readonly since: Day;
    }
  /** Results of meetings that were to be published: nobody has entered when that was done. */
  | {
      readonly kind: 'publish';
      readonly unit: UnitId;
      readonly month: Month;
      readonly count: number;
      /** The reports of those meetings. */
      readonly reports: readonly ReportId[];
      /** The last day on which the first of them is in time. */
      readonly due: Day;
      readonly late: boolean;
      /** The day since which the newest of them waits. */
      readonly since: Day;
    }
  | {
      readonly kind: 'visits';
      readonly month: Month;
      readonly count: number;
      /** The day since which the newest of them waits. */
      readonly since: Day;
    }
  | {
      readonly kind: 'matters';
      readonly unit: UnitId;
      readonly level: 'commune' | 'district';
      readonly count: number;
      readonly since: Day;
    }
  /** Corrective actions whose last day is over. */
  | { readonly kind: 'actions'; readonly unit: UnitId; readonly count: number; readonly since: Day }
  /** Communes ask to amend reports of closed months. */
  | { readonly kind: 'asks'; readonly count: number; readonly since: Day };

/** The data behind duties: for a reader who sees only one unit, that unit's part of each is enough. */
export interface DutyInputs {
  readonly district: Unit;
  /** The units of all times. */
  readonly units: readonly Unit[];
  /** The newest revisions in the months of `openMonths`. */
  readonly reports: Parameters<typeof boardOf>[0]['reports'];
  /** Of those, the reports of which somebody has entered when their result was published. */
  readonly published: readonly ReportId[];
  /** The visits in the months of `visitedMonths`. */
  readonly visits: readonly Pick<Visit, 'group' | 'unit' | 'date' | 'state'>[];
  /** The open matters. */
  readonly matters: readonly TrackedMatter[];
  /** The corrective actions, ended ones included. */
  readonly actions: readonly TrackedAction[];
  /** What was asked about reports of closed months. */
  readonly asks: readonly AnsweredAsk[];
}

/** On how many working days up to the due day missing reports are announced. The number is our choice. */
const DAYS_AHEAD = 3;

/** Which role has which duties. */
export const dutyKinds: Readonly<Record<Role, readonly Duty['kind'][]>> = {
  cell: ['returned', 'reports', 'publish'],
  commune: ['returned', 'reports', 'publish', 'matters', 'actions'],
  group: ['visits', 'actions'],
  district: ['asks', 'matters', 'actions'],
};

/** What waits for somebody at an instant. It contains nothing that is done and nothing outside the person's scope. */
export function dutiesOf(viewer: Viewer, facts: DutyInputs, now: Instant): Duty[] {
  return dutyKinds[viewer.role].flatMap((kind) => find[kind](viewer, facts, now));
}

/** The page where a duty is done. */
export function pathOfDuty(duty: Duty): string {
  switch (duty.kind) {
    case 'reports':
    case 'returned':
      return pathTo('/months/{month}', { month: duty.month }, { unit: duty.unit });
    case 'publish':
      return duty.reports.length === 1
        ? pathTo('/reports/{id}/papers', { id: duty.reports[0] as ReportId })
        : `${pathTo('/', {})}#publish-${duty.month}`;
    case 'visits':
      return pathTo('/visits', {}, { month: duty.month, state: 'overdue' });
    case 'matters':
      return pathTo('/matters', {}, { unit: duty.unit, state: 'overdue', level: duty.level });
    case 'actions':
      return pathTo('/actions', {}, { unit: duty.unit, state: 'overdue' });
    case 'asks':
      return `${pathTo('/', {})}#asks`;
  }
}

/** The months whose missing reports are announced: from some days before the due day until the month closes. */
export function reportedMonths(district: Pick<Unit, 'choices'>, now: Instant): Month[] {
  return openMonths(district, now).filter((month) => dayAt(now) >= firstTold(dayAt(deadlines(district, month).due)));
}

/** The months whose reports cells and communes still send and mend. */
export function openMonths(district: Pick<Unit, 'choices'>, now: Instant): Month[] {
  return visitedMonths(now).filter((month) => findRegime(month) && now <= deadlines(district, month).closing);
}

/** The months whose visits may still be reported. */
export function visitedMonths(now: Instant): Month[] {
  const month = monthAt(now);
  return [addMonths(month, -1), month];
}

function firstTold(due: Day): Day {
  let day = addDays(due, 1);
  for (let count = 0; count < DAYS_AHEAD; count += 1) day = workingDayBefore(day);
  return day;
}

/** The boards of some months, of the viewer's unit and of those that it carries on. */
export function boardsIn(months: readonly Month[], viewer: Viewer, facts: DutyInputs, now: Instant): Board[] {
  const { district, units, reports } = facts;
  const asked = unitsOf(viewer, units).flatMap((id) => months.map((month) => ({ id, month })));
  return asked.flatMap(({ id, month }) => {
    const standing = standingIn(month, units).filter((each) => isWithin(each.id, id));
    const unit = standing.find((each) => each.id === id);
    if (!unit) return [];
    const cells = standing.filter(({ level }) => level === 'cell').sort(compareUnits);
    const own = reports.filter(({ report }) => monthOf(report.date) === month && isWithin(report.cell, id));
    return [boardOf({ district, unit, month, communes: [], cells, reports: own, now })];
  });
}

/** The matters that wait for the viewer past their term. */
export function overdueMatters(viewer: Viewer, matters: readonly TrackedMatter[], now: Instant): TrackedMatter[] {
  return matters.filter(
    (matter) => matter.level === levelOf(viewer) && holds(viewer, matter.unit) && isOverdue(matter, now),
  );
}

/** At which level matters wait for the viewer. */
function levelOf({ role }: Viewer): 'commune' | 'district' {
  return role === 'district' ? 'district' : 'commune';
}

const find: Readonly<Record<Duty['kind'], (viewer: Viewer, facts: DutyInputs, now: Instant) => Duty[]>> = {
  returned(viewer, facts, now) {
    return boardsIn(openMonths(facts.district, now), viewer, facts, now).flatMap(({ unit, month, cells }) => {
      const own = cells.filter(({ state }) => state === 'returned');
      const since = latestOf(
        own.flatMap(({ reports }) => reports.flatMap(({ returned }) => returned?.at ?? [])).map(nextMorning),
      );
      return since ? [{ kind: 'returned' as const, unit: unit.id, month, count: own.length, since }] : [];
    });
  },

  reports(viewer, facts, now) {
    const boards = boardsIn(reportedMonths(facts.district, now), viewer, facts, now);
    return boards.flatMap(({ unit, month, cells, due, closing }) => {
      const count = cells.filter(({ state }) => state === 'missing').length;
      const until = { due: dayAt(due), closing: dayAt(closing), late: now > due };
      return count > 0 ? [{ kind: 'reports' as const, unit: unit.id, month, count, ...until }] : [];
    });
  },

  publish(viewer, { district, units, reports, published }, now) {
    const told = new Set(published);
    const today = dayAt(now);
    const waiting = reports.flatMap(({ id, report, firstReceivedAt }) => {
      const due = isToPublish(report, today) && !told.has(id) ? publishedUntil(report) : undefined;
      const since = latestOf([addDays(report.date, 1), nextMorning(firstReceivedAt)]);
      return due && since ? [{ id, cell: report.cell, month: monthOf(report.date), due, since }] : [];
    });
    return unitsOf(viewer, units).flatMap((unit) =>
      openMonths(district, now).flatMap((month) => {
        const own = waiting.filter((each) => each.month === month && isWithin(each.cell, unit));
        const [since, due] = [latestOf(own.map((each) => each.since)), own.map((each) => each.due).sort()[0]];
        if (!since || !due) return [];
        const of = { unit, month, count: own.length, reports: own.map(({ id }) => id) };
        return [{ kind: 'publish' as const, ...of, due, late: due < today, since }];
      }),
    );
  },

  visits(viewer, { visits }, now) {
    return visitedMonths(now).flatMap((month) => {
      const due = visits.filter(
        (visit) =>
          visit.group === viewer.group &&
          can(viewer, 'see', visit.unit, month) &&
          monthOf(visit.date) === month &&
          isDue(visit, dayAt(now)),
      );
      const since = latestOf(due.map(({ date }) => date));
      return since ? [{ kind: 'visits' as const, month, count: due.length, since }] : [];
    });
  },

  matters(viewer, { matters }, now) {
    const own = overdueMatters(viewer, matters, now);
    const since = latestOf(own.map((matter) => addDays(dueDayOf(matter), 1)));
    return since ? [{ kind: 'matters', unit: viewer.unit, level: levelOf(viewer), count: own.length, since }] : [];
  },

  actions(viewer, { actions }, now) {
    const own = actionsIn(
      'overdue',
      actions.filter(({ unit }) => holds(viewer, unit)),
      now,
    );
    const since = latestOf(own.map(({ plan }) => addDays(plan.due, 1)));
    return since ? [{ kind: 'actions', unit: viewer.unit, count: own.length, since }] : [];
  },

  asks(viewer, { asks }) {
    const waiting = asks.filter(({ id, answer }) => !answer && holds(viewer, parseReportId(id)?.cell ?? ''));
    const since = latestOf(waiting.map(({ at }) => nextMorning(at)));
    return since ? [{ kind: 'asks', count: waiting.length, since }] : [];
  },
};

/** The viewer's unit and those that it carries on: their last month must be finished too. */
function unitsOf({ unit, forebears = [] }: Viewer, units: readonly Unit[]): UnitId[] {
  const own = units.find(({ id }) => id === unit);
  return [unit, ...forebears.filter(({ level, open }) => open && level === own?.level).map(({ id }) => id)];
}

/** The first day on whose morning something is told that came up in the course of a day. */
function nextMorning(at: Instant): Day {
  return addDays(dayAt(at), 1);
}

function latestOf(days: readonly Day[]): Day | undefined {
  return [...days].sort().at(-1);
}
