import { demoLibrary, demoPieceReadings } from '#infra/demo/library.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { inOrder, type PieceRevision, typedPiece } from '#shared/library/piece.ts';
import { pieceReaders } from '#shared/library/reading.ts';
import { findPieces } from '#shared/library/search.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { directory, month } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import { guidanceFiles } from '#test/web/guidance/guidance-models.tsx';
import type { PageContext } from '#web/context.ts';
import { LibraryPage } from '#web/library/library-page.tsx';
import { GonePage, MissingPage } from '#web/library/missing-page.tsx';
import { PiecePage } from '#web/library/piece-page.tsx';

const pieces = inOrder(demoLibrary(month));
const land = pieces.find(({ subject, questions }) => subject === 'DDXD' && questions) as PieceRevision;
const readings = demoPieceReadings(pieces, [...directory.communes, ...directory.cells]).filter(
  ({ number }) => number === land.number,
);
const hostile = 'Bàn giải pháp <mới> & "cụ thể"';
const wrong: readonly FieldError[] = [
  { field: 'title', code: 'required' },
  { field: 'content', code: 'too-long', params: { max: 6000 } },
  { field: 'types[0]', code: 'not-a-choice' },
];

function listed(context: PageContext, q: string, changes: { readonly withdrawn?: readonly PieceRevision[] } = {}) {
  const found = findPieces(pieces, q);
  return (
    <LibraryPage
      context={context}
      asked={{ q }}
      types={['thon', 'truong-hoc']}
      tooLong={false}
      found={found}
      count={found.length}
      page={1}
      more={false}
      {...(changes.withdrawn && { writing: { typed: {}, errors: [], withdrawn: changes.withdrawn } })}
    />
  );
}

function kept(
  context: PageContext,
  changes: { readonly typed?: Typed; readonly errors?: readonly FieldError[]; readonly stale?: boolean } = {},
  piece = land,
) {
  const readers = pieceReaders(piece, readings, directory);
  const writing = { history: [piece], readers, typed: typedPiece(piece), errors: [], stale: false, ...changes };
  return (
    <PiecePage
      context={context}
      piece={piece}
      files={guidanceFiles.map((file) => ({ file }))}
      done={false}
      writing={writing}
    />
  );
}

/** The library, listed, searched and written. */
export function libraryModels({ inCell, inCommune, inDistrict }: Contexts): Examples {
  const typed = { ...typedPiece(land), title: hostile, content: hostile };
  return {
    library: () => listed(inCommune, ''),
    'library-found': () => listed(inCell, 'dat dai'),
    'library-none': () => listed(inCell, hostile),
    'library-too-long': () => (
      <LibraryPage
        context={inCell}
        asked={{ q: 'đất '.repeat(50), subject: 'MT', type: 'thon' }}
        types={[]}
        tooLong
        found={[]}
        count={0}
        page={2}
        more
      />
    ),
    'library-district': () => listed(inDistrict, '', { withdrawn: [{ ...land, withdrawn: 'Cũ' }] }),
    'library-wrong': () => (
      <LibraryPage
        context={inDistrict}
        asked={{ q: '' }}
        types={[]}
        tooLong={false}
        found={[]}
        count={0}
        page={1}
        more={false}
        writing={{ typed: { content: hostile }, errors: wrong, withdrawn: [] }}
      />
    ),
    piece: () => (
      <PiecePage context={inCell} piece={land} files={guidanceFiles.map((file) => ({ file }))} done={false} />
    ),
    'piece-district': () => kept(inDistrict),
    'piece-wrong': () => kept(inDistrict, { typed, errors: wrong }),
    'piece-stale': () => kept(inDistrict, { typed, stale: true }),
    'piece-not-withdrawn': () => kept(inDistrict, { errors: [{ field: 'reason', code: 'required' }] }),
    'piece-withdrawn': () => kept(inDistrict, {}, { ...land, revision: 2, withdrawn: hostile }),
    'piece-gone': () => <GonePage context={inCell} at={land.at} />,
    'piece-missing': () => <MissingPage context={inCell} />,
  };
}
