import { loadTraining, type TrainingDeps } from '#functions/guidance/trainings/load-training.ts';
import { missing } from '#functions/guidance/trainings/show-training.tsx';
import type { Action } from '#functions/http/http-handler.tsx';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import type { TrainingStore } from '#functions/store/training-store.ts';
import type { Day, Month } from '#shared/period.ts';
import { seatsNow } from '#shared/trainings/attendance.ts';
import { compareCells, monthsBeside } from '#shared/trainings/with-without.ts';
import { districtOf } from '#shared/units/units.ts';
import { FiguresPage } from '#web/trainings/figures-page.tsx';

interface FiguresDeps extends TrainingDeps {
  readonly trainings: Pick<TrainingStore, 'revisionsOf' | 'between'>;
  readonly scorecards: Pick<ScorecardStore, 'between'>;
}

/** Shows the figures of the reader's cells that came to a training, and of those that came to none, before and after. */
export const showFigures: Action<FiguresDeps> = async (request, deps) => {
  const loaded = await loadTraining(request, deps);
  if (!loaded || loaded.training.dropped !== undefined) return missing(request);
  const { training, directory, cells, communes, seats } = loaded;
  const { before, after } = monthsBeside(training.day);
  const [from, to] = [before[0] as Month, after.at(-1) as Month];
  const [others, months] = await Promise.all([
    deps.trainings.between(districtOf(request.viewer.unit), `${from}-01` as Day, `${to}-31` as Day),
    Promise.all(communes.map(({ id }) => deps.scorecards.between(id, from, to))),
  ]);
  const held = others.filter(({ dropped }) => dropped === undefined);
  const trained = new Set(
    held.flatMap((each) =>
      Object.entries(seatsNow(each.seats, directory.heirs)).flatMap(([cell, own]) =>
        Object.values(own).includes('came') ? [cell] : [],
      ),
    ),
  );
  const ids = cells.map(({ id }) => id);
  const comparison = compareCells(months.flat(), training.day, {
    with: new Set(ids.filter((id) => seats[id]?.secretary === 'came')),
    without: new Set(ids.filter((id) => !trained.has(id))),
  });
  return {
    status: 200,
    json: comparison,
    page: (context) => <FiguresPage context={context} training={training} comparison={comparison} />,
  };
};
