import type { ComponentChildren } from 'preact';
import { pathTo } from '#shared/access/routes.ts';
import { formatInstant } from '#shared/language/format.ts';
import { libraryTexts } from '#shared/library/texts/library.ts';
import type { Instant, Month } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

/** Says that there is no such piece, or none for the reader. */
export function MissingPage({ context }: { readonly context: PageContext }) {
  const t = libraryTexts[context.lang];
  return <Notice context={context} title={t.missing} says={t.missingHint} />;
}

/** Says that a piece was withdrawn. What it was called is not said: that may be why. */
export function GonePage({ context, at }: { readonly context: PageContext; readonly at: Instant }) {
  const t = libraryTexts[context.lang];
  return <Notice context={context} title={t.gone} says={t.goneAt(formatInstant(at))} />;
}

interface NoRoomPageProps {
  readonly context: PageContext;
  readonly cell: UnitId;
  readonly month: Month;
}

/** Says that a piece was not put on an agenda, which is full. */
export function NoRoomPage({ context, cell, month }: NoRoomPageProps) {
  const t = libraryTexts[context.lang];
  return (
    <Notice context={context} title={t.noRoom} says={t.noRoomHint}>
      <a href={pathTo('/prepare', {}, { cell, month })}>{t.toAgenda}</a>{' '}
    </Notice>
  );
}

interface NoticeProps {
  readonly children?: ComponentChildren;
  readonly context: PageContext;
  readonly title: string;
  readonly says: string;
}

function Notice({ context, title, says, children }: NoticeProps) {
  return (
    <Document title={title} context={context}>
      <h1>{title}</h1>
      <p>{says}</p>
      <p class="actions">
        {children}
        <a href={pathTo('/library', {})}>{libraryTexts[context.lang].back}</a>
      </p>
    </Document>
  );
}
