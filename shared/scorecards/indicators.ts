import type { Regime, Target } from '#shared/norms/regimes.ts';
import { endsQuarter, type Month } from '#shared/period.ts';
import type { Counter } from '#shared/scorecards/tally.ts';

export interface IndicatorRule {
  readonly numerator: Counter | readonly Counter[];
  readonly denominator: Counter | readonly Counter[];
  /** Not before the month in which it falls due. */
  readonly target?: (regime: Regime, month: Month) => Target | undefined;
  /** `mean`: the quotient itself, in hundredths; else a share in percent. `count`: the numerator alone matters. */
  readonly as?: 'mean' | 'count';
  /** What is there at a month's end: of several months the last one's counts, and they are not added. */
  readonly at?: 'end';
}

const all = (): Target => ({ comparison: '>=', percent: 100 });
const reported = ['onTime', 'late'] as const;

/** Every figure of a scorecard, in the order in which it is shown. */
export const indicatorRules = {
  reported: { numerator: reported, denominator: 'due', target: all },
  onTime: { numerator: 'onTime', denominator: 'due', target: all },
  late: { numerator: 'late', denominator: 'due' },
  met: { numerator: 'held', denominator: reported, target: all },
  attendance: { numerator: 'present', denominator: 'required', target: (regime) => regime.attendance },
  attendanceCells: { numerator: 'attendanceMet', denominator: 'attendanceBase', target: all },
  resolution: { numerator: 'resolutions', denominator: 'held', target: all },
  preparation: { numerator: 'prepared', denominator: 'held', target: all },
  duration: { numerator: 'longEnough', denominator: 'held', target: all },
  thematic: { numerator: 'thematic', denominator: reported },
  thematicQuarter: {
    numerator: 'thematicQuarter',
    denominator: reported,
    target: (_, month) => (endsQuarter(month) ? all() : undefined),
  },
  themesHeld: { numerator: 'themesHeld', denominator: 'themesPlanned', at: 'end' },
  score: { numerator: 'scoreSum', denominator: 'scored', as: 'mean' },
  scoreGap: { numerator: 'gapSum', denominator: 'reviewed', as: 'mean' },
  gradeGood: { numerator: 'grade:good', denominator: 'scored' },
  gradeFair: { numerator: 'grade:fair', denominator: 'scored' },
  gradeAverage: { numerator: 'grade:average', denominator: 'scored' },
  gradePoor: { numerator: 'grade:poor', denominator: 'scored' },
  groupVisits: { numerator: 'groupVisited', denominator: reported },
  visitsDone: { numerator: 'visitsDone', denominator: 'visitsPlanned' },
  cellsCovered: { numerator: 'cellsCovered', denominator: 'groupCells' },
  communeAttended: { numerator: 'communeAttended', denominator: reported },
  inCharge: { numerator: 'inCharge', denominator: 'chargeListed' },
  chargeOriented: { numerator: 'oriented', denominator: 'orientedKnown' },
  chargeAttended: { numerator: 'attended', denominator: 'attendedKnown' },
  tasksSet: { numerator: 'tasksSet', denominator: reported, as: 'count' },
  tasksDone: { numerator: 'tasksDone', denominator: 'followedUp' },
  tasksOverdue: { numerator: 'tasksOverdue', denominator: 'followedUp' },
  matters: { numerator: 'matters', denominator: reported, as: 'count' },
  mattersOpened: { numerator: 'mattersOpened', denominator: 'due', as: 'count' },
  mattersSettled: { numerator: 'mattersSettled', denominator: 'due', as: 'count' },
  mattersOverdue: { numerator: 'mattersOverdue', denominator: 'mattersOpen', at: 'end' },
} as const satisfies Record<string, IndicatorRule>;

export type IndicatorId = keyof typeof indicatorRules;
export const indicatorIds = Object.keys(indicatorRules) as readonly IndicatorId[];
