import { type LoadedTraining, loadTraining, type TrainingDeps } from '#functions/guidance/trainings/load-training.ts';
import { loadTrainings, type TrainingsDeps } from '#functions/guidance/trainings/load-trainings.ts';
import { missing, type TrainingForm, trainingAnswer } from '#functions/guidance/trainings/show-training.tsx';
import { trainingsAnswer } from '#functions/guidance/trainings/show-trainings.tsx';
import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import { takeForm } from '#functions/http/take-form.ts';
import type { TrainingStore, TrainingWords } from '#functions/store/training-store.ts';
import { pathTo } from '#shared/access/routes.ts';
import { readBase } from '#shared/input/read-base.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { parseAttendance } from '#shared/trainings/attendance.ts';
import {
  parseCourse,
  parseDrop,
  parseNewTraining,
  type TrainingRevision,
  trainingName,
} from '#shared/trainings/training.ts';
import { districtOf } from '#shared/units/units.ts';

interface AddDeps extends TrainingsDeps {
  readonly trainings: Pick<TrainingStore, 'between' | 'add'>;
}

interface ChangeDeps extends TrainingDeps {
  readonly trainings: Pick<TrainingStore, 'revisionsOf' | 'append'>;
}

/** Enters a training of the sender's own unit: of a district for all its cells, of a commune for its own. */
export const addTraining: Action<AddDeps> = async (request, deps) => {
  const { csrf, ...typed } = request.body;
  const { unit } = request.viewer;
  const loaded = await loadTrainings(request, deps);
  if (!loaded) return problem('not-found', request.lang);
  return takeForm(request, {
    parse: () => parseNewTraining(typed, loaded),
    refuse: (errors) => trainingsAnswer(request, loaded, { typed, errors }),
    append: ({ day, course, seats }, before) =>
      deps.trainings.add(districtOf(unit), day, { ...course, unit, seats }, authorshipOf(request), before),
    stale: () => trainingsAnswer(request, loaded, { typed }),
    owes,
    done: (stored, added) => done(stored, added),
  });
};

/** Amends a course, says who was invited and came, or calls it off. Only its holder may. */
export const changeTraining: Action<ChangeDeps> = async (request, deps) => {
  const { csrf, baseRevision, action, ...typed } = request.body;
  const loaded = await loadTraining(request, deps);
  if (!loaded) return missing(request);
  if (!loaded.holds) return problem('not-allowed', request.lang);
  const form = forms.find((each) => each === action);
  if (!form) return problem('bad-request', request.lang);
  const base = readBase(baseRevision);
  const district = districtOf(request.viewer.unit);
  const sent = { form, typed };
  return takeForm(request, {
    parse: () => readers[form](typed, loaded),
    refuse: (errors) => trainingAnswer(loaded, { ...sent, errors }),
    append: ({ words }, before) =>
      deps.trainings.append(district, loaded.training, words, base, authorshipOf(request), before),
    stale: async () => trainingAnswer((await loadTraining(request, deps)) ?? loaded, { ...sent, stale: true }),
    owes,
    done: (stored, added) => done(stored, added, form === 'attendance' ? loaded.page : undefined),
  });
};

const forms = ['amend', 'attendance', 'drop'] as const satisfies readonly TrainingForm[];

type Read =
  | { readonly ok: true; readonly words: TrainingWords }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** What each form makes of a training. Whatever is stored of a training that was called off, it then stands again. */
const readers: Readonly<Record<TrainingForm, (typed: Typed, loaded: LoadedTraining) => Read>> = {
  amend: (typed, { training, material }) => {
    const parsed = parseCourse(typed, material);
    const { unit, seats } = training;
    return parsed.ok ? { ok: true, words: { ...parsed.course, unit, seats } } : parsed;
  },
  attendance: (typed, { training, cells, seats, today }) => {
    const parsed = parseAttendance(typed, { cells, seats, day: training.day, today });
    return parsed.ok ? { ok: true, words: { ...wordsOf(training), seats: parsed.seats } } : parsed;
  },
  drop: (typed, { training }) => {
    const parsed = parseDrop(typed);
    return parsed.ok ? { ok: true, words: { ...wordsOf(training), dropped: parsed.reason } } : parsed;
  },
};

function wordsOf({ day, number, revision, by, at, dropped, ...words }: TrainingRevision): TrainingWords {
  return words;
}

function owes(stored: TrainingRevision) {
  return { of: `training#${trainingName(stored)}#${stored.revision}` };
}

function done(stored: TrainingRevision, added: boolean, page?: number) {
  const query = { ...(page !== undefined && { page: String(page) }), done: '1' };
  return {
    status: added ? 201 : 200,
    location: pathTo('/trainings/{training}', { training: trainingName(stored) }, query),
    json: stored,
  };
}
