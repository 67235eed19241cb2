import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { SentFormState } from '#functions/http/sent-form-state.ts';
import { typesFor } from '#functions/http/types-for.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { GuidanceFileStore } from '#functions/store/guidance-file-store.ts';
import type { LibraryStore } from '#functions/store/library-store.ts';
import { can } from '#shared/access/can.ts';
import { isFor, readersOf } from '#shared/guidance/guidance.ts';
import type { ListedFile } from '#shared/guidance/guidance-file.ts';
import { type PieceRevision, parsePieceNumber, typedPiece } from '#shared/library/piece.ts';
import { type PieceReaders, pieceReaders } from '#shared/library/reading.ts';
import { libraryTexts } from '#shared/library/texts/library.ts';
import { monthAt } from '#shared/period.ts';
import { districtOf, type Unit } from '#shared/units/units.ts';
import { GonePage, MissingPage } from '#web/library/missing-page.tsx';
import { PiecePage } from '#web/library/piece-page.tsx';

export interface PieceDeps {
  readonly directory: Pick<DirectoryStore, 'directory'>;
  readonly library: Pick<LibraryStore, 'revisionsOf' | 'readings' | 'noteRead'>;
  readonly files: Pick<GuidanceFileStore, 'of' | 'openings'>;
}

/** A piece as somebody sees it. */
interface LoadedPiece {
  readonly piece: PieceRevision;
  readonly files: readonly ListedFile[];
  /** The cells on whose agenda the reader may put it. */
  readonly cells?: readonly Unit[];
  /** Only for the district. */
  readonly kept?: { readonly history: readonly PieceRevision[]; readonly readers: PieceReaders };
}

/** Shows a piece to those for whom it is; that they have read it is recorded first, as with the audit. */
export const showPiece: Action<PieceDeps> = async (request, deps) => {
  const { viewer, now, query } = request;
  const loaded = await loadPiece(request, deps);
  if (!loaded) return missing(request);
  const { piece } = loaded;
  if (viewer.role === 'district') return pieceAnswer(loaded, { done: query['done'] === '1' });
  if (piece.withdrawn !== undefined) return gone(request, piece);
  const { unit, group } = viewer;
  const reading = { number: piece.number, unit, ...(group !== undefined && { group }), revision: piece.revision };
  await deps.library.noteRead(districtOf(unit), { ...reading, first: now, last: now });
  const audit = [{ kind: 'viewed', of: `library#${piece.number}#${piece.revision}` }] as const;
  return { ...pieceAnswer(loaded), audit };
};

/** Reads a piece with its documents; `undefined` if there is none, or it is for other types of cell. */
export async function loadPiece(
  request: SignedIn,
  { directory, library, files }: PieceDeps,
): Promise<LoadedPiece | undefined> {
  const { params, viewer, now } = request;
  const number = parsePieceNumber(params['piece']);
  if (number === undefined) return undefined;
  const district = districtOf(viewer.unit);
  const [found, history, documents] = await Promise.all([
    directory.directory(district, monthAt(now)),
    library.revisionsOf(district, number),
    files.of(district, { piece: number }),
  ]);
  const piece = history.at(-1);
  if (!found || !piece) return undefined;
  if (viewer.role !== 'district') {
    if (!isFor(piece.types, typesFor({ query: {}, viewer }, found))) return undefined;
    const cells = found.cells.filter(
      ({ id, type }) => can(viewer, 'submit', id) && isFor(piece.types, new Set([type])),
    );
    return { piece, files: documents.map((file) => ({ file })), cells: viewer.role === 'group' ? [] : cells };
  }
  const [readings, openings] = await Promise.all([
    library.readings(district, number),
    documents.length > 0 ? files.openings(district, { piece: number }) : [],
  ]);
  return {
    piece,
    files: documents.map((file) => {
      const own = openings.filter((each) => each.file === file.id);
      return { file, readers: readersOf(piece.types, own, found) };
    }),
    kept: { history, readers: pieceReaders(piece, readings, found) },
  };
}

/** The page of a piece; for the district with its form, as it was typed. */
export function pieceAnswer(
  { piece, files, cells = [], kept }: LoadedPiece,
  { done = false, typed, errors = [], stale }: SentFormState = {},
): Answer {
  return {
    status: 200,
    json: {
      ...piece,
      files: files.map(({ file }) => file),
      ...(kept && { opened: inShort(kept.readers), revisions: kept.history.map(({ content: _, ...each }) => each) }),
    },
    page: (context) => (
      <PiecePage
        context={context}
        piece={piece}
        files={files}
        cells={cells}
        done={done}
        {...(kept && {
          writing: { ...kept, typed: typed ?? typedPiece(piece), errors, stale: stale === true },
        })}
      />
    ),
  };
}

/** Says that there is no such piece. */
export function missing({ lang }: Pick<SignedIn, 'lang'>): Answer {
  return { ...problem('not-found', lang), page: (context) => <MissingPage context={context} /> };
}

function gone({ lang }: SignedIn, { at }: PieceRevision): Answer {
  return {
    status: 410,
    json: { type: 'urn:problem:withdrawn', title: libraryTexts[lang].gone, status: 410 },
    page: (context) => <GonePage context={context} at={at} />,
  };
}

function inShort({ communes, cells, ofCells, groups }: PieceReaders) {
  return {
    communes: communes.map(({ commune, reading }) => ({ unit: commune.id, ...(reading && { last: reading.last }) })),
    cells: cells.map(({ cell, reading }) => ({ unit: cell.id, last: reading.last })),
    ofCells,
    groups,
  };
}
