import { type LoadedTraining, loadTraining, type TrainingDeps } from '#functions/guidance/trainings/load-training.ts';
import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { SentFormState } from '#functions/http/sent-form-state.ts';
import { countSeats, typedSeats } from '#shared/trainings/attendance.ts';
import { typedCourse } from '#shared/trainings/training.ts';
import { holderOf } from '#shared/trainings/visibility.ts';
import { isWithin } from '#shared/units/units.ts';
import { MissingTrainingPage } from '#web/trainings/missing-training-page.tsx';
import { TrainingPage } from '#web/trainings/training-page.tsx';

/** Which of the forms of a training was sent. */
export type TrainingForm = 'amend' | 'attendance' | 'drop';

/** Shows a training to those whose it is. */
export const showTraining: Action<TrainingDeps> = async (request, deps) => {
  const loaded = await loadTraining(request, deps);
  return loaded ? trainingAnswer(loaded, { done: request.query['done'] === '1' }) : missing(request);
};

/** The page of a training; for its holder with its forms, the one that was sent as it was typed. */
export function trainingAnswer(
  {
    training,
    history,
    directory,
    today,
    holds,
    cells,
    communes,
    page,
    seats,
    material,
    pieces,
    checks,
  }: LoadedTraining,
  { done = false, typed, errors = [], stale, form }: SentFormState & { readonly form?: TrainingForm } = {},
): Answer {
  const shown = communes[page - 1];
  const own = (name: TrainingForm) => (form === name ? { typed: typed ?? {}, errors } : { errors: [] });
  const counts = communes.map((commune) => ({
    commune,
    count: countSeats(cells.filter(({ id }) => isWithin(id, commune.id)).map(({ id }) => seats[id])),
  }));
  const { seats: _, ...words } = training;
  return {
    status: 200,
    json: {
      ...words,
      seats: Object.fromEntries(cells.flatMap(({ id }) => (seats[id] ? [[id, seats[id]]] : []))),
      checks: checks.map(({ cell, post, right, of }) => ({ cell, post, right, of })),
      count: countSeats(cells.map(({ id }) => seats[id])),
    },
    page: (context) => (
      <TrainingPage
        context={context}
        training={training}
        holder={[directory.district, ...directory.communes].find(({ id }) => id === holderOf(training, directory))}
        today={today}
        pieces={pieces}
        counts={counts}
        page={page}
        cells={shown ? cells.filter(({ id }) => isWithin(id, shown.id)) : []}
        seats={seats}
        checks={checks}
        done={done}
        stale={stale === true}
        errors={errors}
        {...(holds && {
          writing: {
            history,
            material,
            amend: { typed: typedCourse(training, material), ...own('amend') },
            attendance: { typed: typedSeats(seats), ...own('attendance') },
            drop: { typed: {}, ...own('drop') },
          },
        })}
      />
    ),
  };
}

/** Says that there is no such training, or none of the reader's. */
export function missing({ lang }: Pick<SignedIn, 'lang'>): Answer {
  return { ...problem('not-found', lang), page: (context) => <MissingTrainingPage context={context} /> };
}
