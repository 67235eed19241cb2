import type { Random } from '#infra/demo/random.ts';
import type { OfficerRecordRevision } from '#shared/officers/officer-record.ts';
import type { OfficerListRevision } from '#shared/officers/officers.ts';
import type { Day, Month } from '#shared/period.ts';
import type { ThematicPlanRevision, Year } from '#shared/themes/thematic-plan.ts';
import { themeCodes } from '#shared/themes/themes.ts';
import { parentOf, type Unit, type UnitId } from '#shared/units/units.ts';
import { type VisitRevision, visitIdOf } from '#shared/visits/visit.ts';

const month = '2021-03' as Month;
/** Of a list the first two instants are of its month; visits are closed on 10 April, and records may come later. */
const instants = [
  '2021-03-05T02:00:00.000Z',
  '2021-03-31T16:00:00.000Z',
  '2021-04-09T02:00:00.000Z',
  '2021-04-20T02:00:00.000Z',
];

const byOf = (unit: UnitId) => ({ user: 'x', role: 'commune', unit }) as const;

/** Visits to a unit, each planned and then, sooner or later, reported or dropped, or neither. */
export function randomVisits(unit: UnitId, random: Random): VisitRevision[] {
  return [1, 2].flatMap((group) => {
    if (random.chance(0.6)) return [];
    const date = `2021-03-${random.between(10, 28)}` as Day;
    const meeting = unit.split('.').length > 2 ? 'cell' : 'committee';
    const visit = { id: visitIdOf({ unit, date, group }), unit, date, group, meeting, by: byOf(unit) } as const;
    const planned = { ...visit, state: 'planned', revision: 1, at: instants[0] ?? '' } as const;
    const state = random.pick(['planned', 'done', 'done', 'dropped'] as const);
    return state === 'planned' ? [planned] : [planned, { ...visit, state, revision: 2, at: random.pick(instants) }];
  });
}

/** Who is in charge in each commune, and what was recorded of it, in up to two revisions; some have entered nothing. */
export function randomOfficers(communes: readonly Unit[], cells: readonly Unit[], random: Random) {
  const lists: OfficerListRevision[] = [];
  const records: OfficerRecordRevision[] = [];
  const some = <T>(own: readonly Unit[], value: () => T) =>
    Object.fromEntries(own.flatMap(({ id }) => (random.chance(0.7) ? [[id, value()] as const] : [])));
  const held = () => ({
    ...(random.chance(0.6) && { orientedOn: '2021-03-02' as Day }),
    ...(random.chance(0.6) && { attendedOn: '2021-03-03' as Day }),
  });
  for (const { id } of communes) {
    const own = cells.filter((cell) => parentOf(cell.id) === id);
    const ats = instants.filter(() => random.chance(0.4)).entries();
    for (const [n, at] of ats) {
      const revised = { commune: id, revision: n + 1, by: byOf(id), at };
      lists.push({ ...revised, members: ['Bí thư'], charges: some(own, () => 'Bí thư') });
      if (random.chance(0.7)) records.push({ ...revised, month, cells: some(own, held) });
    }
  }
  return { lists, records };
}

/** A cell's plan of thematic meetings, in up to two revisions; some plan nothing, or nothing for the quarter. */
export function randomPlans(cell: UnitId, random: Random): ThematicPlanRevision[] {
  const ats = instants.filter(() => random.chance(0.4)).slice(0, 2);
  return ats.map((at, n) => ({
    ...{ cell, year: '2021' as Year, revision: n + 1, by: byOf(cell), at },
    quarters: {
      ...(random.chance(0.7) && { 1: { theme: random.pick(themeCodes) } }),
      ...(random.chance(0.7) && { 2: { theme: random.pick(themeCodes) } }),
    },
  }));
}
