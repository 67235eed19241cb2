import { formatDay } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { PieceRevision } from '#shared/library/piece.ts';
import type { PieceReaders, PieceReading } from '#shared/library/reading.ts';
import { libraryTexts } from '#shared/library/texts/library.ts';
import { dayAt } from '#shared/period.ts';
import { Readers } from '#web/guidance/readers.tsx';

interface ReadByProps {
  readonly lang: Lang;
  readonly piece: Pick<PieceRevision, 'revision'>;
  readonly readers: PieceReaders;
}

/** Which communes, cells and working groups have read a piece, and when last. */
export function ReadBy({ lang, piece, readers: { communes, cells, ofCells, groups } }: ReadByProps) {
  const t = libraryTexts[lang];
  const have = communes.filter(({ reading }) => reading !== undefined).length;
  const when = (reading: PieceReading | undefined) =>
    reading && (
      <>
        {formatDay(dayAt(reading.last))}
        {reading.revision < piece.revision && <span class="muted"> {t.older}</span>}
      </>
    );
  return (
    <Readers
      lang={lang}
      summary={t.readers(have, communes.length, cells.length, ofCells)}
      groups={{ label: t.groups, numbers: groups }}
      lists={[
        {
          heads: { unit: t.commune, read: t.lastRead },
          rows: communes.map(({ commune, reading }) => ({ unit: commune, read: when(reading) })),
          unread: t.unread,
        },
        {
          heads: { unit: t.cell, read: t.lastRead },
          rows: cells.map(({ cell, reading }) => ({ unit: cell, read: when(reading) })),
          unread: t.unread,
        },
      ]}
    />
  );
}
