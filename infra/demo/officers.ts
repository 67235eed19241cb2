import { committeePosts } from '#infra/demo/phrases.ts';
import { randomFrom } from '#infra/demo/random.ts';
import type { OfficerRecordRevision } from '#shared/officers/officer-record.ts';
import type { OfficerListRevision } from '#shared/officers/officers.ts';
import { addDays, type Instant, type Month, monthOf, standsIn } from '#shared/period.ts';
import type { Revision } from '#shared/reports/report.ts';
import { isWithin, parentOf, type Unit, type UnitId } from '#shared/units/units.ts';

/**
 * The lists of officers of made-up communes, entered before the first month; communes that had left out a cell enter
 * theirs again in the middle of the year.
 */
export function demoOfficerLists(
  units: readonly Unit[],
  months: readonly Month[],
  now: Instant,
): OfficerListRevision[] {
  const [first, ...later] = months;
  if (!first) return [];
  return units
    .filter(({ level }) => level === 'commune')
    .flatMap((commune) => {
      const random = randomFrom(`charges ${commune.id}`);
      const cells = units.filter(
        (each) => each.level === 'cell' && isWithin(each.id, commune.id) && standsIn(first, each),
      );
      const members = committeePosts.slice(0, random.between(9, committeePosts.length));
      const charges = Object.fromEntries(cells.map(({ id }, at) => [id, members[at % members.length] as string]));
      const missing = random.chance(0.4) ? random.pick(cells).id : undefined;
      const partly = Object.fromEntries(Object.entries(charges).filter(([cell]) => cell !== missing));
      const by = { user: commune.id.slice(commune.id.indexOf('.') + 1), role: 'commune', unit: commune.id } as const;
      const list = { commune: commune.id, members, by };
      const middle = later[5];
      return [
        { ...list, charges: partly, revision: 1, at: `${first}-01T02:00:00.000Z` },
        ...(missing && middle && random.chance(0.7)
          ? [{ ...list, charges, revision: 2, at: `${middle}-15T02:00:00.000Z` }]
          : []),
      ];
    })
    .filter(({ at }) => at <= now);
}

/**
 * What the officers of made-up communes did in a month: they guided and attended most of the meetings whose reports say
 * so, each with its day. Each record is entered in the middle of its month.
 *
 * @param reports the newest revision of each report
 */
export function demoOfficerRecords(reports: readonly Revision[], now: Instant): OfficerRecordRevision[] {
  const records = new Map<string, OfficerRecordRevision>();
  for (const { report } of reports) {
    const { cell, date, kind, oriented, attendedBy } = report;
    const commune = parentOf(cell) as UnitId;
    const month = monthOf(date);
    const at = `${month}-15T02:00:00.000Z`;
    const random = randomFrom(`charge record ${cell} ${month}`);
    const orientedOn = oriented === 'yes' && random.chance(0.8) && addDays(date, -random.between(1, 3));
    const attendedOn = (attendedBy === 'commune' || attendedBy === 'both') && random.chance(0.9) && date;
    if (kind !== 'regular' || at > now || !(orientedOn || attendedOn)) continue;
    const by = { user: commune.slice(commune.indexOf('.') + 1), role: 'commune', unit: commune } as const;
    const key = `${commune} ${month}`;
    const held = { ...(orientedOn && { orientedOn }), ...(attendedOn && { attendedOn }) };
    const cells = { ...records.get(key)?.cells, [cell]: held };
    records.set(key, { commune, month, cells, revision: 1, by, at });
  }
  return [...records.values()];
}
