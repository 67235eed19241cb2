import { canonical } from '#shared/digest.ts';
import { renamed, type Unit } from '#shared/units/units.ts';

/** A stored unit as a file says it is. Its choices, its names of other months and its origin are not the file's. */
export function correctedUnit(stored: Unit | undefined, read: Unit): Unit {
  if (!stored) return read;
  const { name, kind, type, from, to } = read;
  const says = ({ name, kind, type }: Pick<Unit, 'name' | 'kind' | 'type'>) => canonical({ name, kind, type });
  const dated = { ...stored, from, ...(to && { to }) };
  const names = stored.names ?? [stored];
  if (names.some((each) => says(each) === says(read))) return dated;
  return renamed(dated, { name, kind, ...(type && { type }) }, stored.names?.at(-1)?.from ?? from);
}
