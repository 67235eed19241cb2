import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';

/**
 * Caches the directory's units for one request: a commune is read once with its cells, and so is the district; and so
 * are all units of a root that was reformed. What a request changes of units it reads from their history.
 */
export function cachedUnits<Directory extends Pick<DirectoryStore, 'unitsOf' | 'allUnits'>>(
  directory: Directory,
): Directory {
  return {
    ...directory,
    unitsOf: once((commune) => directory.unitsOf(commune)),
    allUnits: once((root) => directory.allUnits(root)),
  };
}

function once(read: (id: UnitId) => Promise<readonly Unit[]>): (id: UnitId) => Promise<readonly Unit[]> {
  const asked = new Map<UnitId, Promise<readonly Unit[]>>();
  return (id) => {
    const found = asked.get(id) ?? read(id);
    asked.set(id, found);
    return found;
  };
}
