import { concerns, visitWords } from '#infra/demo/phrases.ts';
import { type Random, randomFrom } from '#infra/demo/random.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import { addDays, type Day, dayAt, type Instant, type Month, monthAt, monthOf } from '#shared/period.ts';
import type { Report, Revision } from '#shared/reports/report.ts';
import { districtOf, type Group, parentOf, type Unit, type UnitId } from '#shared/units/units.ts';
import { type GroupList, groupsIn, memberName } from '#shared/visits/groups.ts';
import { type Visit, type VisitReport, type VisitRevision, visitIdOf } from '#shared/visits/visit.ts';

/**
 * The visits of made-up working groups: one a month to each commune's committee, and one to every cell meeting whose
 * report says that the group attended. Each is planned at the month's beginning and reported the day after; some are
 * dropped, and those of this month are planned.
 *
 * @param reports the newest revision of each report
 * @param now steps that would come later are left out
 */
export function demoVisits(
  list: GroupList,
  cells: readonly Unit[],
  reports: readonly Revision[],
  months: readonly Month[],
  now: Instant,
): VisitRevision[] {
  const attended = reports.flatMap(({ report }) =>
    report.kind === 'regular' && (report.attendedBy === 'group' || report.attendedBy === 'both') ? [report] : [],
  );
  return [...months, monthAt(now)].flatMap((month) =>
    groupsIn(month, list).flatMap((group) =>
      group.communes.flatMap((commune) => [
        ...visitOf(group, commune, dayIn(month, commune), undefined, now),
        ...attended
          .filter(({ cell, date }) => parentOf(cell) === commune && monthOf(date) === month)
          .flatMap((report) => visitOf(group, report.cell, report.date, report, now)),
        ...cells
          .filter(({ id }) => parentOf(id) === commune)
          .slice(0, 2)
          .map(({ id }, at) => ({ id, date: addDays(dayAt(now), 3 * at - 1) }))
          .filter(({ date }) => monthOf(date) === month)
          .flatMap(({ id, date }) => visitOf(group, id, date, undefined, now, true)),
      ]),
    ),
  );
}

/** A visit's revisions, oldest first: planned, then reported or dropped. */
function visitOf(
  { number, members = [] }: Group,
  unit: UnitId,
  date: Day,
  report: Report | undefined,
  now: Instant,
  open = false,
): VisitRevision[] {
  const random = randomFrom(`visit ${unit} ${date}`);
  const meeting = unit.split('.').length > 2 ? 'cell' : 'committee';
  const member = memberName(random.pick(members));
  const id = visitIdOf({ unit, date, group: number });
  const planned: Visit = { id, group: number, unit, date, meeting, member, state: 'planned' };
  const by = { user: `group${number}`, role: 'group', unit: districtOf(unit) } as const;
  const first = { ...planned, revision: 1, by, at: `${monthOf(date)}-01T01:00:00.000Z` };
  const at = `${addDays(date, 1)}T02:00:00.000Z`;
  if (open || at > now) return [first];
  if (!report && random.chance(0.08)) {
    return [first, { ...planned, state: 'dropped', reason: visitWords.dropped, revision: 2, by, at }];
  }
  return [first, { ...planned, state: 'done', report: seenAt(date, report, random), revision: 2, by, at }];
}

function seenAt(date: Day, report: Report | undefined, random: Random): VisitReport {
  const judged = criteriaOf(requireRegime(monthOf(date))).filter(({ how }) => how === 'judged');
  const [topic, summary, proposal] = random.pick(concerns);
  return {
    seen: random.pick(visitWords.seen),
    advice: random.pick(visitWords.advice),
    ...(random.chance(0.6) && random.pick(visitWords.lastAdvice)),
    points: report
      ? Object.fromEntries(
          judged.flatMap(({ id, max }) => {
            const own = report.points[id];
            if (own === undefined) return [];
            return [[id, random.chance(0.2) ? Math.max(0, Math.min(max, own - 1)) : own]];
          }),
        )
      : {},
    matters: random.chance(report ? 0.06 : 0.15) ? [{ topic, summary, proposal, severity: 'medium' }] : [],
  };
}

/** Committees meet in the last third of the month. */
function dayIn(month: Month, commune: UnitId): Day {
  return `${month}-${20 + randomFrom(`committee ${commune} ${month}`).between(0, 7)}` as Day;
}
