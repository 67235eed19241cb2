import { demoLibrary } from '#infra/demo/library.ts';
import { demoTrainings } from '#infra/demo/trainings.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { dayAt } from '#shared/period.ts';
import { countSeats, seatField, typedSeats } from '#shared/trainings/attendance.ts';
import { reachOf, trainedCells } from '#shared/trainings/reach.ts';
import { piecesField, type TrainingRevision, typedCourse } from '#shared/trainings/training.ts';
import { compareCells } from '#shared/trainings/with-without.ts';
import { isWithin, type Unit } from '#shared/units/units.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { communeCells, directory, month } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import type { PageContext } from '#web/context.ts';
import { CheckPage, type CheckPageProps } from '#web/trainings/check-page.tsx';
import { FiguresPage } from '#web/trainings/figures-page.tsx';
import { MissingTrainingPage } from '#web/trainings/missing-training-page.tsx';
import { TrainingPage } from '#web/trainings/training-page.tsx';
import { TrainingsPage } from '#web/trainings/trainings-page.tsx';

const now = `${month}-27T03:00:00.000Z`;
const today = dayAt(now);
const pieces = demoLibrary(month).filter(({ subject }) => subject === 'SH');
const material = piecesField(pieces);
const hostile = 'Ra nghị quyết <mới> & "cụ thể"';
const trainings = demoTrainings([...directory.communes, ...directory.cells], now);
const [ofDistrict, ofCommune, ahead] = trainings as [TrainingRevision, TrainingRevision, TrainingRevision];
const wrong: readonly FieldError[] = [
  { field: 'subject', code: 'required' },
  { field: 'heldOn', code: 'not-a-day', params: { example: '03/11/2025' } },
];

function listed(
  context: PageContext,
  cells: readonly Unit[],
  writing?: { typed: Typed; errors: readonly FieldError[] },
) {
  const trained = trainedCells(trainings, 'secretary', { today });
  const below = (commune: Unit) => cells.filter(({ id }) => isWithin(id, commune.id));
  return (
    <TrainingsPage
      context={context}
      directory={directory}
      year={2025}
      today={today}
      trainings={trainings.map(({ seats, ...each }) => ({
        ...each,
        seats: countSeats(cells.map(({ id }) => seats[id])),
      }))}
      reach={reachOf(cells, trained)}
      communes={directory.communes.map((commune) => ({ commune, reach: reachOf(below(commune), trained) }))}
      {...(writing && { writing: { ...writing, material } })}
    />
  );
}

interface Changes {
  readonly cells?: readonly Unit[];
  readonly writes?: boolean;
  readonly stale?: boolean;
  readonly amend?: { readonly typed: Typed; readonly errors: readonly FieldError[] };
  readonly attendance?: { readonly typed: Typed; readonly errors: readonly FieldError[] };
}

function one(context: PageContext, training: TrainingRevision, changes: Changes = {}) {
  const { cells = communeCells, writes = true, stale = false } = changes;
  const communes = cells.length === directory.cells.length ? directory.communes : directory.communes.slice(0, 1);
  const { amend, attendance } = changes;
  return (
    <TrainingPage
      context={context}
      training={training}
      holder={[directory.district, ...directory.communes].find(({ id }) => id === training.unit)}
      today={today}
      pieces={pieces.slice(0, 3)}
      counts={communes.map((commune) => ({ commune, count: countSeats(cells.map(({ id }) => training.seats[id])) }))}
      page={1}
      cells={communeCells}
      seats={training.seats}
      checks={[]}
      done={false}
      stale={stale}
      errors={[...(amend?.errors ?? []), ...(attendance?.errors ?? [])]}
      {...(writes && {
        writing: {
          history: [training],
          material,
          amend: amend ?? { typed: typedCourse(training, material), errors: [] },
          attendance: attendance ?? { typed: typedSeats(training.seats), errors: [] },
          drop: { typed: {}, errors: [] },
        },
      })}
    />
  );
}

function checked(context: PageContext, changes: Partial<CheckPageProps> = {}) {
  return (
    <CheckPage
      context={context}
      training={ofDistrict}
      cells={communeCells}
      cell={communeCells[0]?.id ?? ''}
      typed={{}}
      errors={[]}
      {...changes}
    />
  );
}

/** Trainings, listed, one by one, written, and what became of them. */
export function trainingModels({ inCell, inCommune, inDistrict }: Contexts): Examples {
  const field = seatField(communeCells[0]?.id ?? '', 'secretary');
  const none = { with: new Set<string>(), without: new Set<string>() };
  return {
    trainings: () => listed(inCell, communeCells.slice(0, 1)),
    'trainings-commune': () => listed(inCommune, communeCells, { typed: {}, errors: [] }),
    'trainings-district': () => listed(inDistrict, directory.cells, { typed: {}, errors: [] }),
    'trainings-wrong': () => listed(inDistrict, directory.cells, { typed: { trainer: hostile }, errors: wrong }),
    training: () => one(inCell, ofDistrict, { writes: false, cells: communeCells.slice(0, 1) }),
    'training-commune': () => one(inCommune, ofCommune),
    'training-district': () => one(inDistrict, ofDistrict, { cells: directory.cells }),
    'training-ahead': () => one(inDistrict, { ...ahead, places: 5 }),
    'training-dropped': () => one(inCommune, { ...ofCommune, dropped: hostile }),
    'training-wrong': () =>
      one(inCommune, ofCommune, {
        amend: { typed: { subject: hostile, places: 'nhiều' }, errors: [{ field: 'places', code: 'not-a-count' }] },
      }),
    'training-seats-wrong': () =>
      one(inCommune, ahead, { attendance: { typed: { [field]: 'came' }, errors: [{ field, code: 'day-in-future' }] } }),
    'training-stale': () => one(inCommune, ofCommune, { stale: true }),
    'training-check': () => checked(inCommune),
    'training-check-wrong': () => checked(inCell, { errors: [{ field: 'check.focus', code: 'required' }] }),
    'training-checked': () => checked(inCell, { typed: { 'check.focus': 'b' }, count: { right: 1, of: 5 } }),
    'training-missing': () => <MissingTrainingPage context={inCell} />,
    'training-figures-none': () => (
      <FiguresPage context={inCommune} training={ofDistrict} comparison={compareCells([], ofDistrict.day, none)} />
    ),
  };
}
