import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Counter } from '#shared/scorecards/tally.ts';

/**
 * The figures that are told of cells with and without commune staff, side by side: what such members may strengthen. None
 * of them rests on cells that reported nothing, of which it is not known on which side they are.
 */
export const staffFigures = ['attendance', 'halfSpoke', 'concrete', 'score'] as const satisfies readonly IndicatorId[];
export type StaffFigure = (typeof staffFigures)[number];

/** The counters on which these rest. */
export const staffCounters = [
  'held',
  'present',
  'required',
  'speakersKnown',
  'halfSpoke',
  'concreteKnown',
  'concrete',
  'scored',
  'scoreSum',
] as const satisfies readonly Counter[];
