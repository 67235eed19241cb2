import { matters } from '#infra/demo/phrases.ts';
import { randomFrom } from '#infra/demo/random.ts';
import { minutesFor } from '#shared/judging/criteria.ts';
import { stepsOf } from '#shared/norms/meeting-steps.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { addDays, type Day, type Instant, type Month, monthAt, monthOf } from '#shared/period.ts';
import { type Agenda, type AgendaRevision, ownLineId } from '#shared/prepare/agenda.ts';
import type { Report, Revision } from '#shared/reports/report.ts';
import { communeOf, type Unit } from '#shared/units/units.ts';

/** Cells of these communes are reported by hand, on forms that nothing has prepared. */
const WITHOUT = ['hiep-hoa.thanh-van', 'hiep-hoa.thang'];

/**
 * What some made-up cells have planned: the meetings that they reported in the last month, and the one of the month that
 * runs.
 *
 * @param reports the newest revision of each report
 */
export function demoAgendas(
  cells: readonly Unit[],
  reports: readonly Pick<Revision, 'report' | 'by'>[],
  last: Month,
  now: Instant,
): AgendaRevision[] {
  const planning = cells.filter(({ id }) => !WITHOUT.includes(communeOf(id)) && randomFrom(`agenda ${id}`).chance(0.3));
  return planning.flatMap((cell) => {
    const held = reports.find(
      ({ report }) => report.cell === cell.id && report.kind === 'regular' && monthOf(report.date) === last,
    );
    if (!held) return [];
    const { report, by } = held;
    const month = monthAt(now);
    const random = randomFrom(`agenda ${cell.id} ${month}`);
    const next = matters[random.between(0, matters.length - 1)];
    const day = `${month}-03` as Day;
    const saved = (agenda: Agenda, on: Day): AgendaRevision => {
      const at = `${addDays(on, -3)}T08:10:00.000Z`;
      return { ...agenda, revision: 1, by, at: at > now ? now : at };
    };
    return [
      saved(planned(report, report.date, report), report.date),
      ...(next ? [saved(planned(report, day, { focus: next.focus, focusSubjects: next.subjects }), day)] : []),
    ];
  });
}

function planned(
  cell: Pick<Report, 'cell' | 'fullMembers' | 'probationaryMembers' | 'papersSent'>,
  day: Day,
  { focus = '', focusSubjects = [] }: Pick<Report, 'focus' | 'focusSubjects'>,
): Agenda {
  const month = monthOf(day);
  const regime = requireRegime(month);
  const steps = stepsOf({ steps: regime.steps, shortest: minutesFor(cell, regime), thematic: false });
  const chosen = focus
    .split(';')
    .map((text) => text.trim())
    .filter(Boolean)
    .map((text) => ({ id: ownLineId(text), kept: true, text }));
  return {
    cell: cell.cell,
    month,
    lines: steps.flatMap(({ id, minutes }) => [
      { id, kept: true, minutes, ...(id === 'last' && { who: 'Bí thư chi bộ' }) },
      ...(id === 'discussion' ? chosen : []),
    ]),
    subjects: [...focusSubjects].sort(),
    day,
    startTime: '19:30',
    venue: 'nhà văn hóa',
    committeeMetOn: addDays(day, -3),
    ...(cell.papersSent === 'yes' && { papersSentOn: addDays(day, -2) }),
  };
}
