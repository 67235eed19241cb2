import type { Month } from '#shared/period.ts';
import { type Day, monthOf } from '#shared/period.ts';
import { type Group, isWithin, type Unit, type UnitId } from '#shared/units/units.ts';
import { isDue, isOverdue, type Visit } from '#shared/visits/visit.ts';

/** A commune as its working group sees it. */
export interface GroupCommune {
  readonly commune: Unit;
  readonly cells: number;
  /** The month's visits to the committee and the cells, without the dropped ones. */
  readonly planned: number;
  readonly done: number;
  /** Visits that were planned, are past and not reported; and those of them whose report is late. */
  readonly due: number;
  readonly overdue: number;
  /** How many cells the group has attended in the month. */
  readonly covered: number;
}

/** A group's month: its communes, its plans, and what it has done. */
export interface GroupMonth {
  readonly group: Group;
  readonly month: Month;
  readonly communes: readonly GroupCommune[];
  /** The visits in the order of their days. */
  readonly visits: readonly Visit[];
}

interface GroupData {
  readonly group: Group;
  readonly month: Month;
  /** The communes and cells that exist in the month and that the reader may see. */
  readonly communes: readonly Unit[];
  readonly cells: readonly Unit[];
  readonly visits: readonly Visit[];
  readonly today: Day;
}

/** A working group's month, commune by commune. */
export function groupMonthOf({ group, month, communes, cells, visits, today }: GroupData): GroupMonth {
  const own = visits.filter((visit) => visit.group === group.number && monthOf(visit.date) === month).sort(byDay);
  const at = (unit: UnitId) => own.filter((visit) => isWithin(visit.unit, unit));
  return {
    group,
    month,
    communes: communes
      .filter(({ id }) => group.communes.includes(id))
      .map((commune) => {
        const visited = at(commune.id);
        const inside = cells.filter(({ id }) => isWithin(id, commune.id));
        return {
          commune,
          cells: inside.length,
          planned: visited.filter(({ state }) => state !== 'dropped').length,
          done: visited.filter(({ state }) => state === 'done').length,
          due: visited.filter((visit) => isDue(visit, today)).length,
          overdue: visited.filter((visit) => isOverdue(visit, today)).length,
          covered: inside.filter(({ id }) => visited.some(({ unit, state }) => unit === id && state === 'done')).length,
        };
      }),
    visits: own,
  };
}

/** The order of a group's visits: by day, then by id. */
export function byDay(a: Pick<Visit, 'id' | 'date'>, b: Pick<Visit, 'id' | 'date'>): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1;
}
