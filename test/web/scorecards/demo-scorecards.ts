import { district } from '#infra/demo/units.ts';
import { addMonths } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { commune, month, scorecards } from '#test/web/demo-month.ts';

interface DemoScorecards {
  readonly ofDistrict: Scorecard;
  readonly ofCommune: Scorecard;
  readonly districtBefore: Scorecard;
  readonly communeBefore: Scorecard;
}

let counted: DemoScorecards | undefined;

/**
 * The scorecards of the demo month and of the month before, of the district and of the largest commune. To count two
 * months takes seconds: it is done when a page first shows one.
 */
export function demoScorecards(): DemoScorecards {
  counted ??= count();
  return counted;
}

function count(): DemoScorecards {
  const before = scorecards(addMonths(month, -1));
  const now = scorecards(month, before);
  return {
    ofDistrict: of(district.id, now),
    ofCommune: of(commune.id, now),
    districtBefore: of(district.id, before),
    communeBefore: of(commune.id, before),
  };
}

function of(id: string, all: readonly Scorecard[]): Scorecard {
  return all.find(({ unit }) => unit === id) as Scorecard;
}
