import { pathTo } from '#shared/access/routes.ts';
import { libraryTexts } from '#shared/library/texts/library.ts';
import { MoreSection } from '#web/components/more-section.tsx';
import { UsePieceForm } from '#web/library/use-piece-form.tsx';
import type { PrepareProps } from '#web/prepare/prepare-props.ts';

/** The pieces of the book of guidance that fit the meeting, each with the button that puts it on the agenda. */
export function LibrarySection({ context, cell, prepared: { month }, pieces = [], editing }: PrepareProps) {
  const t = libraryTexts[context.lang];
  if (pieces.length === 0) return null;
  return (
    <MoreSection title={t.fitting} count={pieces.length}>
      <ul class="rows">
        {pieces.map(({ number, title, used }) => (
          <li key={number}>
            <a href={pathTo('/library/{piece}', { piece: String(number) })}>{title}</a>{' '}
            {used && <span class="muted">({t.used})</span>}
            {!used && editing && (
              <UsePieceForm
                context={context}
                piece={number}
                cells={[{ id: cell.id, kind: '', name: cell.name }]}
                month={month}
                about={title}
              />
            )}
          </li>
        ))}
      </ul>
      <p class="actions">
        <a href={pathTo('/library', {})}>{t.find}</a>
      </p>
    </MoreSection>
  );
}
