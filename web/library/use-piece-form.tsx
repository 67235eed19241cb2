import { pathTo } from '#shared/access/routes.ts';
import { capitalized } from '#shared/language/format.ts';
import { libraryTexts } from '#shared/library/texts/library.ts';
import type { Month } from '#shared/period.ts';
import { fullName, type Unit } from '#shared/units/units.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';

interface UsePieceFormProps {
  readonly context: PageContext;
  /** The number of the piece. */
  readonly piece: number;
  /** The cells on whose agenda it may be put. */
  readonly cells: readonly Pick<Unit, 'id' | 'kind' | 'name'>[];
  /** Absent: of the next meeting. */
  readonly month?: Month;
  /** What the button is about, read aloud where several stand on a page. */
  readonly about?: string;
}

/** The button that puts a piece on the agenda of a meeting; a commune chooses whose. */
export function UsePieceForm({ context, piece, cells, month, about }: UsePieceFormProps) {
  const t = libraryTexts[context.lang];
  const [only, ...others] = cells;
  if (!only) return null;
  return (
    <form class="noprint" method="post" action={pathTo('/library/{piece}/use', { piece: String(piece) })}>
      <CsrfField context={context} />
      {month && <input type="hidden" name="month" value={month} />}
      {others.length === 0 ? (
        <input type="hidden" name="cell" value={only.id} />
      ) : (
        <div class="field">
          <label for="cell">{t.useIn}</label>
          <select id="cell" name="cell">
            {cells.map((cell) => (
              <option key={cell.id} value={cell.id}>
                {capitalized(fullName(cell))}
              </option>
            ))}
          </select>
        </div>
      )}
      <button type="submit" class="quiet">
        {t.use}
        {about && <span class="unseen">: {about}</span>}
      </button>
    </form>
  );
}
