import {
  type LoadedTrainings,
  loadTrainings,
  type TrainingsDeps,
} from '#functions/guidance/trainings/load-trainings.ts';
import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { SentFormState } from '#functions/http/sent-form-state.ts';
import { countSeats, seatsNow } from '#shared/trainings/attendance.ts';
import { reachOf } from '#shared/trainings/reach.ts';
import { trainingTexts } from '#shared/trainings/texts/trainings.ts';
import { isWithin } from '#shared/units/units.ts';
import { TrainingsPage } from '#web/trainings/trainings-page.tsx';

/** Shows the trainings of a year, and how many secretaries they have reached. */
export const showTrainings: Action<TrainingsDeps> = async (request, deps) => {
  const loaded = await loadTrainings(request, deps);
  return loaded ? trainingsAnswer(request, loaded) : problem('not-found', request.lang);
};

/** The page of the trainings, with the form for a new one as it was typed. */
export function trainingsAnswer(
  { viewer, lang }: SignedIn,
  { directory, year, today, trainings, cells, trained, material }: LoadedTrainings,
  { typed = {}, errors = [] }: Pick<SentFormState, 'typed' | 'errors'> = {},
): Answer {
  const own = trainings.map(({ seats: all, ...training }) => {
    const seats = seatsNow(all, directory.heirs);
    return { ...training, seats: countSeats(cells.map(({ id }) => seats[id])) };
  });
  const reach = reachOf(cells, trained);
  const communes = directory.communes.flatMap((commune) => {
    const below = cells.filter(({ id }) => isWithin(id, commune.id));
    return below.length > 0 ? [{ commune, reach: reachOf(below, trained) }] : [];
  });
  return {
    status: 200,
    of: { unit: viewer.unit, page: trainingTexts[lang].title },
    json: {
      year,
      reach,
      communes: communes.map(({ commune, reach: ofCommune }) => ({ unit: commune.id, ...ofCommune })),
      trainings: own.map(({ papers: _, ...training }) => training),
    },
    page: (context) => (
      <TrainingsPage
        context={context}
        directory={directory}
        year={year}
        today={today}
        trainings={own}
        reach={reach}
        communes={viewer.role === 'cell' ? [] : communes}
        {...((viewer.role === 'district' || viewer.role === 'commune') && { writing: { typed, errors, material } })}
      />
    ),
  };
}
