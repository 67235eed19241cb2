import { capitalized, formatDay } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { PieceRevision } from '#shared/library/piece.ts';
import type { PieceReaders, PieceReading } from '#shared/library/reading.ts';
import { libraryTexts } from '#shared/library/texts/library.ts';
import { dayAt } from '#shared/period.ts';
import { fullName, type Unit } from '#shared/units/units.ts';

interface ReadByProps {
  readonly lang: Lang;
  readonly piece: Pick<PieceRevision, 'revision'>;
  readonly readers: PieceReaders;
}

/** Which communes, cells and working groups have read a piece, and when last. */
export function ReadBy({ lang, piece, readers: { communes, cells, ofCells, groups } }: ReadByProps) {
  const t = libraryTexts[lang];
  const have = communes.filter(({ reading }) => reading !== undefined).length;
  const row = (unit: Unit, reading: PieceReading | undefined) => (
    <tr key={unit.id}>
      <th scope="row">{capitalized(fullName(unit))}</th>
      <td>
        {reading ? formatDay(dayAt(reading.last)) : <span class="missed">{t.unread}</span>}
        {reading && reading.revision < piece.revision && <span class="muted"> {t.older}</span>}
      </td>
    </tr>
  );
  return (
    <details>
      <summary>{t.readers(have, communes.length, cells.length, ofCells)}</summary>
      {groups.length > 0 && (
        <p>
          {t.groups} {groups.join(', ')}
        </p>
      )}
      <table class="data">
        <thead>
          <tr>
            <th scope="col">{t.commune}</th>
            <th scope="col">{t.lastRead}</th>
          </tr>
        </thead>
        <tbody>{communes.map(({ commune, reading }) => row(commune, reading))}</tbody>
      </table>
      {cells.length > 0 && (
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{t.cell}</th>
              <th scope="col">{t.lastRead}</th>
            </tr>
          </thead>
          <tbody>{cells.map(({ cell, reading }) => row(cell, reading))}</tbody>
        </table>
      )}
    </details>
  );
}
