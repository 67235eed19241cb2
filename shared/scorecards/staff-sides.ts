import { ruleOf } from '#shared/scorecards/indicators.ts';
import { fractionOf } from '#shared/scorecards/measure.ts';
import type { Fraction, Scorecard, StaffSide } from '#shared/scorecards/scorecard.ts';
import { staffCounters, staffFigures } from '#shared/scorecards/staff-figures.ts';
import type { Tally } from '#shared/scorecards/tally.ts';

/** Cells with and without commune staff; absent where no meeting tells of which it is. */
export function staffSidesOf(tally: Tally): Pick<Scorecard, 'staff'> {
  const side = (name: 'withStaff' | 'withoutStaff'): StaffSide => {
    const own: Tally = Object.fromEntries(staffCounters.map((counter) => [counter, tally[`${name}:${counter}`] ?? 0]));
    return {
      meetings: own.held ?? 0,
      figures: Object.fromEntries(staffFigures.map((id) => [id, fractionOf(own, ruleOf(id))])) as StaffSide['figures'],
    };
  };
  return told({
    present: { numerator: tally.staffPresent ?? 0, denominator: tally.staffMembers ?? 0 },
    with: side('withStaff'),
    without: side('withoutStaff'),
    unknown: tally.staffUnknown ?? 0,
  });
}

/** Adds up the sides of several months or units, in any order. */
export function mergeStaffSides(parts: readonly Pick<Scorecard, 'staff'>[]): Pick<Scorecard, 'staff'> {
  const all = parts.flatMap(({ staff }) => staff ?? []);
  const side = (name: 'with' | 'without'): StaffSide => ({
    meetings: all.reduce((sum, each) => sum + each[name].meetings, 0),
    figures: Object.fromEntries(
      staffFigures.map((id) => [id, addUp(all.map((each) => each[name].figures[id]))]),
    ) as StaffSide['figures'],
  });
  return told({
    present: addUp(all.map(({ present }) => present)),
    with: side('with'),
    without: side('without'),
    unknown: all.reduce((sum, { unknown }) => sum + unknown, 0),
  });
}

function told(staff: NonNullable<Scorecard['staff']>): Pick<Scorecard, 'staff'> {
  return staff.with.meetings + staff.without.meetings > 0 ? { staff } : {};
}

function addUp(parts: readonly Fraction[]): Fraction {
  return {
    numerator: parts.reduce((sum, { numerator }) => sum + numerator, 0),
    denominator: parts.reduce((sum, { denominator }) => sum + denominator, 0),
  };
}
