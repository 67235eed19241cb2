import { actionIdOf, actionOf, type PlannedAction } from '#shared/actions/action.ts';
import { type BriefingFacts, underWay } from '#shared/briefings/facts.ts';
import { lostPointsOf } from '#shared/briefings/lost-points.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { addMonths, type Day } from '#shared/period.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { isWithin } from '#shared/units/units.ts';
import { directory, month, revisionsOf, scorecards } from '#test/web/demo-month.ts';

let all: readonly Scorecard[] | undefined;

/** What the demo's briefing of a month is made of; `actions`: so many are under way. */
export function briefingFacts({
  of = 'hiep-hoa',
  actions = 0,
}: {
  readonly of?: string;
  readonly actions?: number;
} = {}): BriefingFacts {
  all ??= scorecards(month, scorecards(addMonths(month, -1)));
  const scorecard = all.find(({ unit }) => unit === of) as Scorecard;
  const reports = directory.cells
    .filter(({ id }) => isWithin(id, of))
    .flatMap((cell) => [...new Map(revisionsOf(cell).map((revision) => [revision.id, revision])).values()])
    .map(({ report }) => report);
  return {
    scorecard,
    lost: lostPointsOf(reports, requireRegime(month)),
    actions: underWay(Array.from({ length: actions }, (_, at) => action(at, scorecard))),
  };
}

const figures: readonly IndicatorId[] = ['onTime', 'attendanceCells', 'preparation'];

function action(at: number, { children }: Scorecard): PlannedAction {
  const unit = children[Math.floor(at / figures.length)]?.unit ?? '';
  const id = actionIdOf({ unit, indicator: figures[at % figures.length] as IndicatorId, month });
  const plan = {
    what: `bố trí lại giờ họp ${at + 1}.`,
    who: 'Bí thư Đảng ủy',
    due: `2025-12-${10 + at}` as Day,
    cause: 'time',
  } as const;
  const by = { user: 'district', role: 'district', unit: 'hiep-hoa' } as const;
  return actionOf(id, [{ kind: 'open', plan, by, at: '2025-11-20T02:00:00.000Z' }]) as PlannedAction;
}
