import type { Role } from '#shared/access/routes.ts';
import { fullName, type Unit, type UnitId } from '#shared/units/units.ts';

interface Reader {
  readonly role: Role;
  readonly unit: UnitId;
  readonly group?: number | undefined;
}

/**
 * Whose figures a page of a unit has: a working group that opens its district's page sees those of its own communes.
 *
 * @example ownerName({ role: 'group', unit: 'hiep-hoa', group: 1 }, hiepHoa) //=> 'Tổ công tác số 1'
 */
export function ownerName({ role, unit: own, group }: Reader, unit: Unit): string {
  return role === 'group' && unit.id === own ? `Tổ công tác số ${group}` : fullName(unit);
}
