import { reaches, requiredOf } from '#shared/attendance.ts';
import { percentOf } from '#shared/numbers.ts';
import type { Regime } from '#shared/regimes.ts';
import type { YesNo } from '#shared/report.ts';
import { partNames, reasons } from '#shared/texts/reasons.ts';
import type { Facts } from '#shared/words.ts';

/** A share of a criterion's points, as a fraction of whole numbers, and why. No share: the facts are missing. */
interface Share {
  readonly share?: readonly [points: number, of: number];
  readonly why: string;
}

interface Given {
  readonly report: Facts;
  readonly regime: Regime;
  readonly leastMinutes: number;
}

/** The criteria that follow from facts, by id. Each gives a share of its maximum, so that every rubric can weigh it. */
export const computedCriteria: Readonly<Record<string, (given: Given) => Share>> = {
  duration({ report, leastMinutes }) {
    const minutes = report.durationMinutes;
    const lacking = leastMinutes - minutes;
    if (lacking <= 0) return { share: [5, 5], why: reasons.durationMet(minutes, leastMinutes) };
    const points = lacking <= 15 ? 4 : lacking <= 30 ? 3 : minutes * 2 >= leastMinutes ? 2 : 1;
    return { share: [points, 5], why: reasons.durationMissed(minutes, leastMinutes) };
  },

  attendance({ report, regime }) {
    const required = requiredOf(report);
    if (required === 0) return { why: reasons.noBase() };
    if (report.unexcused > 0) return { share: [1, 5], why: reasons.attendanceUnexcused(report.unexcused) };
    const rate = { numerator: report.present, denominator: required };
    const from = (percent: number) => reaches(rate, { comparison: '>=', percent });
    const points = reaches(rate, regime.attendance) ? 5 : from(75) ? 3 : from(65) ? 2 : 1;
    const percent = `${String(percentOf(report.present, required)).replace('.', ',')}%`;
    const target = `${regime.attendance.comparison === '>=' ? 'từ' : 'trên'} ${regime.attendance.percent}%`;
    return { share: [points, 5], why: reasons.attendance(report.present, required, percent, target) };
  },

  preparation: ({ report }) =>
    parts([
      ['committeeMet', report.committeeMet === 'na' ? 'yes' : report.committeeMet, 2],
      ['oriented', report.oriented, 1],
      ['papersSent', report.papersSent, 2],
    ]),

  steps: ({ report }) =>
    parts([
      ['stepsFollowed', report.stepsFollowed, 3],
      ['previousReviewed', report.previousReviewed, 2],
    ]),

  ending: ({ report }) =>
    parts([
      ['resolution', report.resolution === 'none' ? 'no' : 'yes', 3],
      ['minutesKept', report.minutesKept, 2],
    ]),

  results({ report: { targetsMet, targetsSet } }) {
    if (!targetsSet || targetsMet === undefined) return { why: reasons.unknown() };
    const bands = [
      [90, 30],
      [80, 27],
      [70, 24],
      [60, 20],
      [50, 15],
    ] as const;
    const band = bands.find(([percent]) => targetsMet * 100 >= percent * targetsSet);
    return { share: [band?.[1] ?? 10, 30], why: reasons.targets(targetsMet, targetsSet) };
  },
};

/** Adds the weights of the parts that were done. One part unknown makes the whole unknown: a blank is not a no. */
function parts(list: readonly (readonly [keyof typeof partNames, YesNo | undefined, number])[]): Share {
  if (list.some(([, answer]) => answer === undefined)) return { why: reasons.unknown() };
  const named = (wanted: YesNo) => list.filter(([, answer]) => answer === wanted).map(([name]) => partNames[name]);
  const weigh = (rows: typeof list) => rows.reduce((sum, [, , weight]) => sum + weight, 0);
  return {
    share: [weigh(list.filter(([, answer]) => answer === 'yes')), weigh(list)],
    why: reasons.parts(named('yes'), named('no')),
  };
}
