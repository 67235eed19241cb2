import { type LibraryDeps, type LoadedLibrary, loadLibrary } from '#functions/guidance/library/load-library.ts';
import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { SentFormState } from '#functions/http/sent-form-state.ts';
import { oneLine } from '#shared/input/clean-text.ts';
import { parseCount } from '#shared/input/numbers.ts';
import { librarySubjects } from '#shared/library/piece.ts';
import { findPieces, LONGEST_SEARCH } from '#shared/library/search.ts';
import { codesOf } from '#shared/reports/choices.ts';
import { districtOf } from '#shared/units/units.ts';
import { LibraryPage } from '#web/library/library-page.tsx';

/** How many pieces a page lists: as many as go to a phone in one round trip. */
const PER_PAGE = 40;

/** Shows the library: all of it by subject, or what a search finds. */
export const showLibrary: Action<LibraryDeps> = async (request, deps) => {
  const loaded = await loadLibrary(request, deps);
  return loaded ? libraryAnswer(request, loaded) : problem('not-found', request.lang);
};

/** The page of the library, with the form for a new piece as it was typed. */
export function libraryAnswer(
  { query, viewer }: SignedIn,
  { types, pieces, withdrawn }: LoadedLibrary,
  { typed = {}, errors = [] }: Pick<SentFormState, 'typed' | 'errors'> = {},
): Answer {
  const search = oneLine(query['q'] ?? '');
  const tooLong = search.length > LONGEST_SEARCH;
  const subject = codesOf(librarySubjects).find((each) => each === query['subject']);
  const type = types.find((each) => each === query['type']);
  const chosen = pieces.filter((each) => !subject || each.subject === subject);
  const found = tooLong ? [] : findPieces(chosen, search);
  const page = Math.max(1, parseCount(query['page'] ?? '') ?? 1);
  const shown = found.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  return {
    status: 200,
    json: {
      district: districtOf(viewer.unit),
      count: found.length,
      page,
      pieces: shown.map(({ piece: { content: _, questions: __, ...head }, excerpt }) => ({
        ...head,
        excerpt: excerpt.map(({ text }) => text).join(''),
      })),
    },
    page: (context) => (
      <LibraryPage
        context={context}
        asked={{ q: search, ...(subject && { subject }), ...(type && { type }) }}
        types={types}
        tooLong={tooLong}
        found={shown}
        count={found.length}
        page={page}
        more={page * PER_PAGE < found.length}
        {...(viewer.role === 'district' && { writing: { typed, errors, withdrawn } })}
      />
    ),
  };
}
