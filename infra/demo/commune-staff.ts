import { randomFrom } from '#infra/demo/random.ts';
import type { Month } from '#shared/period.ts';
import type { Report } from '#shared/reports/report.ts';
import type { Unit } from '#shared/units/units.ts';

/** The made-up commune staff of a village's cell: about half of such cells have some, and most of them come. */
export function demoStaff(
  { id, type }: Pick<Unit, 'id' | 'type'>,
  month: Month,
  present: number,
): Pick<Report, 'communeStaff' | 'communeStaffPresent'> {
  if (type !== 'thon' && type !== 'tdp') return {};
  const ofCell = randomFrom(`staff ${id}`);
  const communeStaff = ofCell.chance(0.5) ? ofCell.between(1, 3) : 0;
  const away = randomFrom(`staff ${id} ${month}`).chance(0.15) ? 1 : 0;
  return { communeStaff, communeStaffPresent: Math.min(present, Math.max(0, communeStaff - away)) };
}
