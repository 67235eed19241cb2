import { orientations } from '#infra/demo/phrases.ts';
import { randomFrom } from '#infra/demo/random.ts';
import { district } from '#infra/demo/units.ts';
import { type GuidanceRevision, isFor, type Opening } from '#shared/guidance/guidance.ts';
import type { Instant, Month } from '#shared/period.ts';
import { isWithin, type Unit } from '#shared/units/units.ts';

/** What a made-up board publishes at the beginning of each month: one text for all cells, one for a cell type. */
export function demoGuidance(months: readonly Month[], now: Instant): GuidanceRevision[] {
  const by = { user: 'district', role: 'district', unit: district.id } as const;
  return months
    .flatMap((month, n) => {
      const special = orientations.special[n % orientations.special.length];
      const each = { month, revision: 1, by, at: `${month}-01T00:30:00.000Z` } as const;
      return [
        { ...each, audience: 'all' as const, text: orientations.all[n % orientations.all.length] ?? '' },
        ...(special ? [{ ...each, ...special }] : []),
      ];
    })
    .filter(({ at }) => at <= now);
}

/** Most communes open all guidance for their cells within some days; the others open none. */
export function demoOpenings(guidance: readonly GuidanceRevision[], units: readonly Unit[], now: Instant): Opening[] {
  const communes = units
    .filter(({ level }) => level === 'commune')
    .map(({ id }) => ({ id, types: new Set(units.filter((each) => isWithin(each.id, id)).map(({ type }) => type)) }));
  return guidance.flatMap(({ month, audience, revision }) =>
    communes.flatMap(({ id: unit, types }) => {
      const random = randomFrom(`opened ${month} ${unit}`);
      const at = `${month}-0${random.between(1, 6)}T0${random.between(1, 9)}:15:00.000Z`;
      const opens = isFor(audience, types) && random.chance(0.9) && at <= now;
      return opens ? [{ month, audience, revision, unit, at }] : [];
    }),
  );
}
