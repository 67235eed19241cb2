import { type ChangeStores, changeUnits } from '#functions/store/change-units.ts';
import { throwIfRefused } from '#infra/admin/change-refused.ts';
import { type OperatorRecord, operatorOf, recordUnits } from '#infra/admin/operator-record.ts';
import type { Instant, Month } from '#shared/period.ts';
import type { CellType } from '#shared/units/cell-types.ts';
import { districtOf, renamed, type Unit, type UnitId } from '#shared/units/units.ts';

/** What is to be otherwise about a unit; what is absent stays. */
export interface UnitChange {
  readonly name?: string;
  readonly kind?: string;
  readonly type?: CellType;
  /** The month from which the name, kind and type are valid; if absent, they correct what it was called last. */
  readonly from?: Month;
  /** Its last month; `none`: it goes on. */
  readonly to?: Month | 'none';
}

/**
 * Renames a unit from a month on, or corrects its name or its end.
 *
 * @throws {Error} for a unit that is not entered
 * @throws {BadFile} if the directory would not hold together, or a closed month would change
 */
export async function changeUnit(
  id: UnitId,
  change: UnitChange,
  stores: Omit<ChangeStores, 'record'>,
  now: Instant,
  record: OperatorRecord,
  reason?: string,
): Promise<void> {
  const district = districtOf(id);
  const apply = (units: readonly Unit[]) => {
    if (!units.some((unit) => unit.id === id)) throw new Error(`There is no unit ${id}.`);
    return units.map((unit) => (unit.id === id ? changed(unit, change) : unit));
  };
  const entry = { by: operatorOf(district), at: now, ...(reason && { reason }) };
  throwIfRefused(await changeUnits(district, apply, entry, { ...stores, record: recordUnits(district, record) }));
}

function changed(unit: Unit, { name = unit.name, kind = unit.kind, type = unit.type, from, to }: UnitChange): Unit {
  const { to: end, ...named } = renamed(
    unit,
    { name, kind, ...(type && { type }) },
    from ?? unit.names?.at(-1)?.from ?? unit.from,
  );
  const last = to === 'none' ? undefined : (to ?? end);
  return { ...named, ...(last && { to: last }) };
}
