import type { Authorship } from '#functions/store/append-revision.ts';
import { digestOf } from '#shared/digest.ts';
import { type Unit, type UnitId, unitIn } from '#shared/units/units.ts';

/** The units of a commune as somebody entered them: itself and its cells, or a district alone. Only ever added. */
export interface UnitsRevision extends Authorship {
  /** A commune, or a district. */
  readonly commune: UnitId;
  /** From 1. */
  readonly revision: number;
  /** By id. */
  readonly units: readonly Unit[];
  readonly reason?: string;
  /** Of the units. */
  readonly digest: string;
}

/** What a revision of units says besides them. */
export interface Entry extends Authorship {
  readonly reason?: string;
}

/** A revision of a commune's units, or of a district's own. */
export function revisionOf(
  commune: UnitId,
  units: readonly Unit[],
  revision: number,
  { by, at, reason }: Entry,
): UnitsRevision {
  const ordered = inOrder(units);
  return { commune, revision, by, at, ...(reason && { reason }), units: ordered, digest: digestOf(ordered) };
}

/** By id, and each unit called by its newest name, so that the same units are always the same text. */
export function inOrder(units: readonly Unit[]): Unit[] {
  return units
    .map((unit) => (unit.names ? unitIn(unit.names.at(-1)?.from ?? unit.from, unit) : unit))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
