import { pathTo } from '#shared/access/routes.ts';
import { roleLabels } from '#shared/access/texts/roles.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized, formatDay, formatInstant } from '#shared/language/format.ts';
import type { PieceRevision } from '#shared/library/piece.ts';
import type { Day } from '#shared/period.ts';
import type { ChoicesField } from '#shared/reports/field.ts';
import { type Post, posts, type SeatCount, type Seats } from '#shared/trainings/attendance.ts';
import type { CheckRevision } from '#shared/trainings/check.ts';
import { trainingTexts } from '#shared/trainings/texts/trainings.ts';
import { type TrainingRevision, trainingName } from '#shared/trainings/training.ts';
import { fullName, type Unit } from '#shared/units/units.ts';
import { Alert } from '#web/components/alert.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { AttendanceForm } from '#web/trainings/attendance-form.tsx';
import { CourseForm, courseLabel } from '#web/trainings/course-form.tsx';
import { DropForm } from '#web/trainings/drop-form.tsx';
import { SeatsTable } from '#web/trainings/seats-table.tsx';

/** A form as it is stored or was typed. */
interface Edited {
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
}

/** Only for the holder: how the training became what it is, and the forms. */
interface Writing {
  readonly history: readonly TrainingRevision[];
  readonly material: ChoicesField;
  readonly amend: Edited;
  readonly attendance: Edited;
  readonly drop: Edited;
}

interface TrainingPageProps {
  readonly context: PageContext;
  readonly training: TrainingRevision;
  /** Absent if the unit that held it no longer stands. */
  readonly holder: Unit | undefined;
  readonly today: Day;
  /** The pieces of the guidebook that it uses and the reader may open. */
  readonly pieces: readonly Pick<PieceRevision, 'number' | 'title'>[];
  /** The reader's communes with their seats counted. */
  readonly counts: readonly { readonly commune: Unit; readonly count: SeatCount }[];
  /** Which of them is shown by cell, from 1. */
  readonly page: number;
  /** Its cells that the reader sees. */
  readonly cells: readonly Unit[];
  readonly seats: Seats;
  /** How the check went, by cell and post. */
  readonly checks: readonly CheckRevision[];
  readonly done: boolean;
  readonly stale: boolean;
  readonly errors: readonly FieldError[];
  readonly writing?: Writing;
}

/** A training: the course, who was invited and who came. */
export function TrainingPage(props: TrainingPageProps) {
  const { context, training, holder, today, pieces, counts, page, cells, seats, checks, done, stale, errors, writing } =
    props;
  const { lang } = context;
  const t = trainingTexts[lang];
  const { subject, day, trainer, places, papers, dropped } = training;
  const mayCheck = day <= today && dropped === undefined && ['cell', 'commune'].includes(context.session?.role ?? '');
  const mayCompare = day <= today && dropped === undefined && context.session?.role !== 'cell';
  const invited = counts.reduce((sum, { count }) => sum + count.invited, 0);
  return (
    <Document title={subject} context={context} typing={stale || errors.length > 0} wide work>
      <h1>{subject}</h1>
      {stale && (
        <Alert title={t.errors}>
          <p>{t.stale}</p>
        </Alert>
      )}
      <RowMistakes form={{ lang, typed: {}, errors }} title={t.errors} nameOf={nameIn(cells, lang)} />
      {done && <Alert title={t.stored} tone="done" />}
      {dropped !== undefined && (
        <Alert title={t.dropped} tone="notice">
          <p>
            {t.why} {dropped}
          </p>
          {writing && <p>{t.again}</p>}
        </Alert>
      )}
      <p class="lead">
        {t.held(formatDay(day), holder ? fullName(holder) : training.unit)} {t.facts(trainer, places)}
      </p>
      {writing && invited > places && <p class="hint">{t.over(invited, places)}</p>}
      {papers && (
        <>
          <h2>{t.papers}</h2>
          <ul>
            {papers
              .split('\n')
              .filter((line) => line.trim() !== '')
              .map((line, n) => (
                <li key={n}>{line}</li>
              ))}
          </ul>
        </>
      )}
      {pieces.length > 0 && (
        <>
          <h2>{t.pieces}</h2>
          <ul class="rows">
            {pieces.map(({ number, title }) => (
              <li key={number}>
                <a href={pathTo('/library/{piece}', { piece: String(number) })}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <SeatsTable
        lang={lang}
        training={training}
        counts={counts}
        page={page}
        cells={cells}
        seats={seats}
        checks={checks}
      />
      <p class="actions">
        {mayCheck && (
          <a href={pathTo('/trainings/{training}/check', { training: trainingName(training) })}>{t.check}</a>
        )}{' '}
        {mayCompare && (
          <a href={pathTo('/trainings/{training}/figures', { training: trainingName(training) })}>{t.figures}</a>
        )}{' '}
        <a href={pathTo('/trainings', {}, { year: day.slice(0, 4) })}>{t.back}</a>
      </p>
      {writing && <ForHolder {...props} writing={writing} isAhead={day > today} />}
    </Document>
  );
}

interface ForHolderProps extends TrainingPageProps {
  readonly writing: Writing;
  readonly isAhead: boolean;
}

function ForHolder({ context, training, page, cells, stale, writing, isAhead, counts }: ForHolderProps) {
  const { lang } = context;
  const t = trainingTexts[lang];
  const { history, material, amend, attendance, drop } = writing;
  const baseRevision = training.revision;
  const action = pathTo('/trainings/{training}', { training: trainingName(training) });
  const ofPage = pathTo(
    '/trainings/{training}',
    { training: trainingName(training) },
    counts.length > 1 ? { page: String(page) } : {},
  );
  const own = { context, baseRevision };
  return (
    <>
      <details open={stale || attendance.errors.length > 0}>
        <summary>{t.edit}</summary>
        <AttendanceForm {...own} action={ofPage} cells={cells} isAhead={isAhead} {...attendance} />
      </details>
      <details open={stale || amend.errors.length > 0}>
        <summary>{t.amend}</summary>
        <CourseForm {...own} action={action} material={material} {...amend} />
      </details>
      {training.dropped === undefined && <DropForm {...own} action={action} {...drop} />}
      <details>
        <summary>{t.history}</summary>
        <ul>
          {history.map(({ revision, by, at, dropped }) => (
            <li key={revision}>
              {t.revision(revision, `${roleLabels[lang][by.role]} (${by.user})`, formatInstant(at))}
              {dropped !== undefined && `. ${t.dropped}: ${dropped}`}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** What a field is called at the top of the page: its label, or its cell and post. */
function nameIn(cells: readonly Unit[], lang: PageContext['lang']) {
  return (field: string) => {
    const cell = cells.find(({ id }) => field.startsWith(`seat.${id}.`));
    const last = field.slice(field.lastIndexOf('.') + 1);
    return cell ? `${capitalized(fullName(cell))}, ${posts[last as Post]?.[lang] ?? last}` : courseLabel(field, lang);
  };
}
