import type { SignedIn } from '#functions/http/http-handler.tsx';
import { typesFor } from '#functions/http/types-for.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { LibraryStore } from '#functions/store/library-store.ts';
import { isFor } from '#shared/guidance/guidance.ts';
import { inOrder, type PieceRevision } from '#shared/library/piece.ts';
import { monthAt } from '#shared/period.ts';
import type { CellType } from '#shared/units/cell-types.ts';
import { districtOf } from '#shared/units/units.ts';

export interface LibraryDeps {
  readonly directory: Pick<DirectoryStore, 'directory'>;
  readonly library: Pick<LibraryStore, 'all'>;
}

/** What a reader may see of the library. */
export interface LoadedLibrary {
  /** The types of cell that the reader has: those of which it may choose one. */
  readonly types: readonly CellType[];
  /** The pieces that stand, for cells of these types, in order. */
  readonly pieces: readonly PieceRevision[];
  /** Those that were withdrawn: only the district sees that they were there. */
  readonly withdrawn: readonly PieceRevision[];
}

/** Reads the district's library; `undefined` if the district does not stand. */
export async function loadLibrary(request: SignedIn, deps: LibraryDeps): Promise<LoadedLibrary | undefined> {
  const { viewer, now } = request;
  const district = districtOf(viewer.unit);
  const [directory, all] = await Promise.all([
    deps.directory.directory(district, monthAt(now)),
    deps.library.all(district),
  ]);
  if (!directory) return undefined;
  const isBoard = viewer.role === 'district';
  const own = typesFor({ query: {}, viewer }, directory);
  const [asked] = [...typesFor(request, directory)];
  const isNarrow = asked !== undefined && asked === request.query['type'];
  const types = isNarrow ? new Set([asked]) : own;
  const pieces = all.filter((each) => (isBoard && !isNarrow) || isFor(each.types, types));
  return {
    types: [...own].filter((type) => type !== undefined).sort(),
    pieces: inOrder(pieces.filter(({ withdrawn }) => withdrawn === undefined)),
    withdrawn: isBoard ? inOrder(pieces.filter(({ withdrawn }) => withdrawn !== undefined)) : [],
  };
}
