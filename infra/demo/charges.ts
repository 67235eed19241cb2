import { committeePosts } from '#infra/demo/phrases.ts';
import { randomFrom } from '#infra/demo/random.ts';
import type { ChargeRevision } from '#shared/charge.ts';
import { type Instant, type Month, standsIn } from '#shared/period.ts';
import { isWithin, type Unit } from '#shared/units.ts';

/**
 * The lists of made-up communes: each entered before the first month, and once more in the middle of the year by those
 * that had left a cell out.
 */
export function demoCharges(units: readonly Unit[], months: readonly Month[], now: Instant): ChargeRevision[] {
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
