import { type LibraryDeps, loadLibrary } from '#functions/guidance/library/load-library.ts';
import { libraryAnswer } from '#functions/guidance/library/show-library.tsx';
import { loadPiece, missing, type PieceDeps, pieceAnswer } from '#functions/guidance/library/show-piece.tsx';
import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import { takeForm } from '#functions/http/take-form.ts';
import type { LibraryStore, PieceWords } from '#functions/store/library-store.ts';
import { pathTo } from '#shared/access/routes.ts';
import { readBase } from '#shared/input/read-base.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { type PieceRevision, parsePiece, parseWithdrawal, typedPiece } from '#shared/library/piece.ts';
import { districtOf } from '#shared/units/units.ts';

interface AddDeps extends LibraryDeps {
  readonly library: Pick<LibraryStore, 'all' | 'add'>;
}

interface ChangeDeps extends PieceDeps {
  readonly library: Pick<LibraryStore, 'revisionsOf' | 'readings' | 'noteRead' | 'append'>;
}

/** Adds a piece to the district's library. */
export const addPiece: Action<AddDeps> = async (request, deps) => {
  const { csrf, ...typed } = request.body;
  const loaded = await loadLibrary(request, deps);
  if (!loaded) return problem('not-found', request.lang);
  const district = districtOf(request.viewer.unit);
  return takeForm(request, {
    parse: () => parsePiece(typed),
    refuse: (errors) => libraryAnswer(request, loaded, { typed, errors }),
    append: ({ piece }, before) => deps.library.add(district, piece, authorshipOf(request), before),
    stale: () => libraryAnswer(request, loaded, { typed }),
    owes,
    done,
  });
};

/** Amends a piece, or withdraws it. A piece that was withdrawn stands again once it is amended. */
export const changePiece: Action<ChangeDeps> = async (request, deps) => {
  const { csrf, baseRevision, action, ...typed } = request.body;
  const loaded = await loadPiece(request, deps);
  if (!loaded) return missing(request);
  const { number } = loaded.piece;
  const base = readBase(baseRevision);
  const district = districtOf(request.viewer.unit);
  // What was typed into the one form leaves the other as it is.
  const shown = { typed: action === 'withdraw' ? { ...typedPiece(loaded.piece), ...typed } : typed };
  return takeForm(request, {
    parse: () => (action === 'withdraw' ? withdrawal(typed, loaded.piece) : amendment(typed)),
    refuse: (errors) => pieceAnswer(loaded, { ...shown, errors }),
    append: ({ words }, before) => deps.library.append(district, number, words, base, authorshipOf(request), before),
    stale: async () => pieceAnswer((await loadPiece(request, deps)) ?? loaded, { ...shown, stale: true }),
    owes,
    done,
  });
};

type Read =
  | { readonly ok: true; readonly words: PieceWords }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

function amendment(typed: Typed): Read {
  const parsed = parsePiece(typed);
  return parsed.ok ? { ok: true, words: parsed.piece } : parsed;
}

/** The piece as it stands, and why it no longer does. */
function withdrawal(typed: Typed, { number, revision, by, at, ...words }: PieceRevision): Read {
  const parsed = parseWithdrawal(typed);
  return parsed.ok ? { ok: true, words: { ...words, withdrawn: parsed.reason } } : parsed;
}

function owes({ number, revision }: PieceRevision) {
  return { of: `library#${number}#${revision}` };
}

function done(stored: PieceRevision, added: boolean) {
  return {
    status: added ? 201 : 200,
    location: pathTo('/library/{piece}', { piece: String(stored.number) }, { done: '1' }),
    json: stored,
  };
}
