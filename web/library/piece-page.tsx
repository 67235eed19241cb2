import { pathTo } from '#shared/access/routes.ts';
import { roleLabels } from '#shared/access/texts/roles.ts';
import { type ListedFile, uploadPath } from '#shared/guidance/guidance-file.ts';
import { audienceLabels } from '#shared/guidance/texts/guidance.ts';
import { guidanceFileTexts } from '#shared/guidance/texts/guidance-files.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { formatInstant } from '#shared/language/format.ts';
import { librarySubjects, type PieceRevision } from '#shared/library/piece.ts';
import type { PieceReaders } from '#shared/library/reading.ts';
import { libraryTexts } from '#shared/library/texts/library.ts';
import { pieceFieldName } from '#shared/library/texts/piece-fields.ts';
import type { Unit } from '#shared/units/units.ts';
import { Alert } from '#web/components/alert.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { GuidanceFiles } from '#web/guidance/guidance-files.tsx';
import { BothVersions } from '#web/library/both-versions.tsx';
import { PieceForm } from '#web/library/piece-form.tsx';
import { ReadBy } from '#web/library/read-by.tsx';
import { UsePieceForm } from '#web/library/use-piece-form.tsx';
import { WithdrawForm } from '#web/library/withdraw-form.tsx';
import { PracticeLink } from '#web/practice/practice-link.tsx';

/** Only for the district: who has read a piece, how it became what it is, and the forms. */
interface Writing {
  readonly history: readonly PieceRevision[];
  readonly readers: PieceReaders;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly stale: boolean;
}

interface PiecePageProps {
  readonly context: PageContext;
  readonly piece: PieceRevision;
  readonly files: readonly ListedFile[];
  /** The cells on whose agenda the reader may put it. */
  readonly cells?: readonly Unit[];
  readonly done: boolean;
  readonly writing?: Writing;
}

/** A piece of the library, with its documents. */
export function PiecePage({ context, piece, files, cells = [], done, writing }: PiecePageProps) {
  const { lang } = context;
  const t = libraryTexts[lang];
  const { title, types, subject, content, questions, revision, at, withdrawn } = piece;
  const { typed = {}, errors = [], stale = false } = writing ?? {};
  return (
    <Document title={title} context={context} typing={stale || errors.length > 0}>
      <h1>{title}</h1>
      {stale && (
        <Alert title={t.errors}>
          <p>{t.stale}</p>
        </Alert>
      )}
      <RowMistakes form={{ lang, typed, errors }} title={t.errors} nameOf={(field) => pieceFieldName(field, lang)} />
      {done && <Alert title={withdrawn === undefined ? t.stored : t.withdrawn} tone="done" />}
      {withdrawn !== undefined && (
        <Alert title={t.gone} tone="notice">
          <p>
            {t.goneWhy} {withdrawn}
          </p>
          <p>{t.goneNow}</p>
        </Alert>
      )}
      <p class="muted">
        {librarySubjects[subject][lang]}. {t.for}{' '}
        {types.length > 0 ? types.map((type) => audienceLabels[lang][type]).join(', ') : t.forAll}.{' '}
        {t.written(revision, formatInstant(at))}
      </p>
      {linesOf(content).map((line, n) => (
        <p key={n}>{line}</p>
      ))}
      {questions && (
        <>
          <h2>{t.questions}</h2>
          <ol>
            {linesOf(questions).map((line, n) => (
              <li key={n}>{line}</li>
            ))}
          </ol>
        </>
      )}
      <GuidanceFiles context={context} files={files} />
      {subject === 'MAU' ? (
        <p class="actions">
          <PracticeLink context={context} />
        </p>
      ) : (
        <UsePieceForm context={context} piece={piece.number} cells={cells} />
      )}
      <p class="actions">
        {writing && <a href={uploadPath({ piece: piece.number })}>{guidanceFileTexts[lang].add}</a>}{' '}
        <a href={pathTo('/library', {})}>{t.back}</a>
      </p>
      {writing && <ForDistrict context={context} piece={piece} writing={writing} />}
    </Document>
  );
}

interface ForDistrictProps extends Pick<PiecePageProps, 'context' | 'piece'> {
  readonly writing: Writing;
}

function ForDistrict({ context, piece, writing: { history, readers, typed, errors, stale } }: ForDistrictProps) {
  const { lang } = context;
  const t = libraryTexts[lang];
  const action = pathTo('/library/{piece}', { piece: String(piece.number) });
  const isAmending = stale || errors.some(({ field }) => field !== 'reason');
  return (
    <>
      <ReadBy lang={lang} piece={piece} readers={readers} />
      <details>
        <summary>{t.history}</summary>
        <ul>
          {history.map(({ revision, by, at, withdrawn }) => (
            <li key={revision}>
              {t.revision(revision, `${roleLabels[lang][by.role]} (${by.user})`, formatInstant(at))}
              {withdrawn !== undefined && `. ${t.gone}: ${withdrawn}`}
            </li>
          ))}
        </ul>
      </details>
      {stale && <BothVersions lang={lang} stored={piece} typed={typed} />}
      <details open={isAmending}>
        <summary>{t.amend}</summary>
        <PieceForm context={context} action={action} typed={typed} errors={errors} baseRevision={piece.revision} />
      </details>
      {piece.withdrawn === undefined && (
        <WithdrawForm context={context} action={action} baseRevision={piece.revision} typed={typed} errors={errors} />
      )}
    </>
  );
}

function linesOf(text: string): string[] {
  return text.split(/\n+/).filter((line) => line.trim() !== '');
}
