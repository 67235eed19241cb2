import { type LoadedTraining, loadTraining, type TrainingDeps } from '#functions/guidance/trainings/load-training.ts';
import { missing } from '#functions/guidance/trainings/show-training.tsx';
import type { Answer } from '#functions/http/answer.ts';
import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import { takeForm } from '#functions/http/take-form.ts';
import type { TrainingCheckStore } from '#functions/store/training-check-store.ts';
import { can } from '#shared/access/can.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { parseCheck } from '#shared/trainings/check.ts';
import { trainingName } from '#shared/trainings/training.ts';
import { districtOf, type Unit } from '#shared/units/units.ts';
import { CheckPage, type CheckPageProps } from '#web/trainings/check-page.tsx';

interface CheckDeps extends TrainingDeps {
  readonly checks: Pick<TrainingCheckStore, 'of' | 'append'>;
}

/** Shows the questions about what was learnt. */
export const showCheck: Action<TrainingDeps> = async (request, deps) => {
  const loaded = await loadHeld(request, deps);
  return loaded ? checkAnswer(loaded, {}) : missing(request);
};

/** Counts the answers of a post of a cell, and shows the right ones with their reasons. */
export const takeCheck: Action<CheckDeps> = async (request, deps) => {
  const { csrf, cell: named = '', ...typed } = request.body;
  const loaded = await loadHeld(request, deps);
  const cell = loaded?.cells.find(({ id }) => id === named);
  if (!loaded || !cell) return problem('not-found', request.lang);
  const { day, number } = loaded.training;
  const { lang, viewer } = request;
  if (!can(viewer, 'submit', cell.id)) return problem('not-found', lang);
  return takeForm(request, {
    parse: () => parseCheck(typed),
    refuse: (errors) => checkAnswer(loaded, { cell, typed, errors }),
    append: ({ post, right, of }, before) =>
      deps.checks.append(
        districtOf(viewer.unit),
        { day, number, cell: cell.id, post },
        { right, of },
        authorshipOf(request),
        before,
      ),
    stale: () => checkAnswer(loaded, { cell, typed }),
    owes: (stored) => ({
      of: `training-check#${trainingName(stored)}#${stored.cell}#${stored.post}#${stored.revision}`,
    }),
    done: ({ right, of }) => checkAnswer(loaded, { cell, typed, count: { right, of } }),
  });
};

/** The training, if its day has come and it was not called off. */
async function loadHeld(request: SignedIn, deps: TrainingDeps): Promise<LoadedTraining | undefined> {
  const loaded = await loadTraining(request, deps);
  const isHeld = loaded && loaded.training.day <= loaded.today && loaded.training.dropped === undefined;
  return isHeld ? loaded : undefined;
}

interface Sent extends Pick<CheckPageProps, 'count'> {
  readonly cell?: Unit;
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
}

function checkAnswer({ training, cells }: LoadedTraining, { cell, typed = {}, errors = [], count }: Sent): Answer {
  const chosen = cell ?? cells[0];
  return {
    status: 200,
    json: { day: training.day, number: training.number, ...(count && { cell: chosen?.id, ...count }) },
    page: (context) => (
      <CheckPage
        context={context}
        training={training}
        cells={cells}
        cell={chosen?.id ?? ''}
        typed={typed}
        errors={errors}
        {...(count && { count })}
      />
    ),
  };
}
