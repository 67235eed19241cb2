import { pathTo } from '#shared/access/routes.ts';
import { audienceLabels } from '#shared/guidance/texts/guidance.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { librarySubjects, type PieceRevision } from '#shared/library/piece.ts';
import type { Found, Part } from '#shared/library/search.ts';
import { libraryTexts } from '#shared/library/texts/library.ts';
import { pieceFieldName } from '#shared/library/texts/piece-fields.ts';
import { codesOf } from '#shared/reports/choices.ts';
import type { CellType } from '#shared/units/cell-types.ts';
import { Alert } from '#web/components/alert.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { PieceForm } from '#web/library/piece-form.tsx';
import { type Asked, SearchForm } from '#web/library/search-form.tsx';

interface LibraryPageProps {
  readonly context: PageContext;
  readonly asked: Asked;
  /** The types of cell that the reader has. */
  readonly types: readonly CellType[];
  /** What was looked for is too long to be looked for. */
  readonly tooLong: boolean;
  /** The pieces of this page. */
  readonly found: readonly Found<PieceRevision>[];
  /** How many there are on all pages. */
  readonly count: number;
  readonly page: number;
  readonly more: boolean;
  /** Only for the district. */
  readonly writing?: {
    readonly typed: Typed;
    readonly errors: readonly FieldError[];
    readonly withdrawn: readonly PieceRevision[];
  };
}

/** The library: its pieces by subject, or what a search has found. */
export function LibraryPage(props: LibraryPageProps) {
  const { context, asked, types, tooLong, found, count, page, more, writing } = props;
  const { lang } = context;
  const t = libraryTexts[lang];
  const { typed = {}, errors = [] } = writing ?? {};
  const isAll = !asked.q && !asked.subject && !asked.type;
  const to = (at: number) => pathTo('/library', {}, { ...asked, page: String(at) });
  return (
    <Document title={asked.q ? `${asked.q} - ${t.title}` : t.title} context={context} typing={errors.length > 0} work>
      <h1>{t.title}</h1>
      {tooLong && <Alert title={t.tooLong} />}
      <RowMistakes form={{ lang, typed, errors }} title={t.errors} nameOf={(field) => pieceFieldName(field, lang)} />
      <p class="lead">
        {t.lead} <a href={pathTo('/guidance', {})}>{t.guidance}</a>
      </p>
      <SearchForm lang={lang} asked={asked} types={types} />
      {!tooLong && (
        <p role="status">
          {count > 0 ? <b>{t.found(count)}</b> : isAll ? t.empty : t.none}{' '}
          {!isAll && <a href={pathTo('/library', {})}>{t.showAll}</a>}
        </p>
      )}
      {asked.q ? <List found={found} lang={lang} /> : <BySubject found={found} lang={lang} />}
      {(page > 1 || more) && (
        <p class="actions">
          {page > 1 && <a href={to(page - 1)}>{t.less}</a>} {more && <a href={to(page + 1)}>{t.more}</a>}
        </p>
      )}
      {writing && (
        <>
          {writing.withdrawn.length > 0 && (
            <>
              <h2>{t.goneList}</h2>
              <ul>
                {writing.withdrawn.map((piece) => (
                  <li key={piece.number}>
                    <a href={pathOf(piece)}>{piece.title}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
          <details open={errors.length > 0}>
            <summary>{t.add}</summary>
            <PieceForm context={context} action={pathTo('/library', {})} typed={typed} errors={errors} />
          </details>
        </>
      )}
    </Document>
  );
}

interface ListProps {
  readonly found: readonly Found<PieceRevision>[];
  readonly lang: PageContext['lang'];
}

function BySubject({ found, lang }: ListProps) {
  const subjects = codesOf(librarySubjects)
    .map((code) => [code, found.filter(({ piece }) => piece.subject === code)] as const)
    .filter(([, own]) => own.length > 0);
  return (
    <>
      {subjects.map(([code, own]) => (
        <section key={code}>
          <h2>{librarySubjects[code][lang]}</h2>
          <ul class="rows">
            {own.map(({ piece }) => (
              <li key={piece.number}>
                <a href={pathOf(piece)}>{piece.title}</a>
                {piece.types.length > 0 && <span class="muted"> ({typeNames(piece, lang)})</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function List({ found, lang }: ListProps) {
  return (
    <ol class="rows">
      {found.map(({ piece, title, excerpt }) => (
        <li key={piece.number}>
          <a href={pathOf(piece)}>
            <Marked parts={title} />
          </a>{' '}
          <span class="muted">
            {librarySubjects[piece.subject][lang]}
            {piece.types.length > 0 && `; ${typeNames(piece, lang)}`}
          </span>
          <p>
            <Marked parts={excerpt} />
          </p>
        </li>
      ))}
    </ol>
  );
}

/** A text with what was looked for marked in it. */
function Marked({ parts }: { readonly parts: readonly Part[] }) {
  return <>{parts.map(({ text, hit }, at) => (hit ? <mark key={at}>{text}</mark> : text))}</>;
}

function pathOf({ number }: Pick<PieceRevision, 'number'>): string {
  return pathTo('/library/{piece}', { piece: String(number) });
}

function typeNames({ types }: Pick<PieceRevision, 'types'>, lang: PageContext['lang']): string {
  return types.map((type) => audienceLabels[lang][type]).join(', ');
}
