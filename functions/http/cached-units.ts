import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';

/**
 * Caches the directory's units for one request: a commune is read once with its cells, and so is the district. What a
 * request changes of units it reads from their history.
 */
export function cachedUnits<Directory extends Pick<DirectoryStore, 'unitsOf'>>(directory: Directory): Directory {
  const asked = new Map<UnitId, Promise<readonly Unit[]>>();
  return {
    ...directory,
    unitsOf(commune: UnitId) {
      const found = asked.get(commune) ?? directory.unitsOf(commune);
      asked.set(commune, found);
      return found;
    },
  };
}
