import { pathTo } from '#shared/access/routes.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { commonTexts } from '#shared/language/common.ts';
import { capitalized, formatDay } from '#shared/language/format.ts';
import type { Day } from '#shared/period.ts';
import type { ChoicesField } from '#shared/reports/field.ts';
import type { SeatCount } from '#shared/trainings/attendance.ts';
import type { Reach } from '#shared/trainings/reach.ts';
import { trainingTexts } from '#shared/trainings/texts/trainings.ts';
import { type TrainingRevision, trainingName } from '#shared/trainings/training.ts';
import { holderOf } from '#shared/trainings/visibility.ts';
import { type Directory, fullName, type Unit } from '#shared/units/units.ts';
import { FiguresTable } from '#web/components/figures-table.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { PracticeLink } from '#web/practice/practice-link.tsx';
import { CourseForm, courseLabel } from '#web/trainings/course-form.tsx';

/** A training with the seats that the reader sees, counted. */
type Listed = Omit<TrainingRevision, 'seats'> & { readonly seats: SeatCount };

interface TrainingsPageProps {
  readonly context: PageContext;
  readonly directory: Pick<Directory, 'district' | 'communes' | 'heirs'>;
  readonly year: number;
  readonly today: Day;
  readonly trainings: readonly Listed[];
  readonly reach: Reach;
  readonly communes: readonly { readonly commune: Unit; readonly reach: Reach }[];
  /** Only for those who may enter a training. */
  readonly writing?: {
    readonly typed: Typed;
    readonly errors: readonly FieldError[];
    readonly material: ChoicesField;
  };
}

/** The trainings of a year, and how many secretaries they have reached. */
export function TrainingsPage(props: TrainingsPageProps) {
  const { context, directory, year, today, trainings, reach, communes, writing } = props;
  const { lang } = context;
  const t = trainingTexts[lang];
  const { typed = {}, errors = [] } = writing ?? {};
  const holding = (training: Listed) =>
    [directory.district, ...directory.communes].find(({ id }) => id === holderOf(training, directory));
  const to = (other: number) => pathTo('/trainings', {}, { year: String(other) });
  return (
    <Document title={t.title} context={context} typing={errors.length > 0} work>
      <h1>
        {t.title}
        {t.titleOf(year)}
      </h1>
      <RowMistakes form={{ lang, typed, errors }} title={t.errors} nameOf={(field) => courseLabel(field, lang)} />
      <p class="lead">
        {t.lead} <a href={pathTo('/library', {})}>{commonTexts[lang].library}</a>
      </p>
      <p>
        <b>{t.reach(reach.trained, reach.of)}.</b> <span class="hint">{t.reachHint}</span>
      </p>
      {trainings.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul class="rows">
          {trainings.map((training) => {
            const holder = holding(training);
            const { invited, came } = training.seats;
            return (
              <li key={trainingName(training)}>
                {formatDay(training.day)}{' '}
                <a href={pathTo('/trainings/{training}', { training: trainingName(training) })}>{training.subject}</a>{' '}
                <span class="muted">
                  ({holder && `${fullName(holder)}; `}
                  {training.dropped !== undefined
                    ? t.droppedShort
                    : training.day > today
                      ? t.ahead(invited)
                      : t.counted(came, invited)}
                  )
                </span>
              </li>
            );
          })}
        </ul>
      )}
      <p class="actions">
        <a href={to(year - 1)}>{t.year(year - 1)}</a>{' '}
        {year <= Number(today.slice(0, 4)) && <a href={to(year + 1)}>{t.year(year + 1)}</a>}{' '}
        <PracticeLink context={context} />
      </p>
      {writing && (
        <details open={errors.length > 0}>
          <summary>{t.add}</summary>
          <CourseForm context={context} action={pathTo('/trainings', {})} {...writing} />
        </details>
      )}
      {communes.length > 1 && (
        <FiguresTable title={t.byCommune} first={t.commune} heads={[t.trained, t.cells]}>
          <tbody>
            {communes.map(({ commune, reach: { trained, of } }) => (
              <tr key={commune.id}>
                <th scope="row">{capitalized(fullName(commune))}</th>
                <td class="num">{trained}</td>
                <td class="num">{of}</td>
              </tr>
            ))}
          </tbody>
        </FiguresTable>
      )}
    </Document>
  );
}
