import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';

/** Caches the directory's units for one request: each is read once. No request of a browser changes a unit. */
export function cachedUnits<Directory extends Pick<DirectoryStore, 'unit'>>(directory: Directory): Directory {
  const asked = new Map<UnitId, Promise<Unit | undefined>>();
  return {
    ...directory,
    unit(id: UnitId) {
      const found = asked.get(id) ?? directory.unit(id);
      asked.set(id, found);
      return found;
    },
  };
}
