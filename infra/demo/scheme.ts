import { randomFrom } from '#infra/demo/random.ts';
import { demoReports } from '#infra/demo/reports.ts';
import { demoUnits, district } from '#infra/demo/units.ts';
import { addMonths, endOfDayAfter, type Month, monthsBetween } from '#shared/period.ts';
import type { Revision } from '#shared/reports/report.ts';
import type { BaselineRevision } from '#shared/scorecards/baseline.ts';

/** The span of the scheme that the product begins with: a year before it, and its first two years. */
const before = monthsBetween('2018-03' as Month, '2019-02' as Month);
export const schemeMonths = monthsBetween('2019-03' as Month, '2021-02' as Month);

/** When all of it had been counted. */
const afterwards = endOfDayAfter(schemeMonths.at(-1) as Month, 28);

/** Made-up counts of the year before the scheme: fewer cells met, and fewer members came. */
export function schemeBaseline(): BaselineRevision[] {
  const cells = demoUnits().filter(({ level }) => level === 'cell').length;
  return before.map((month) => {
    const random = randomFrom(`baseline ${month}`);
    const held = Math.round(cells * (0.84 + 0.06 * random.next()));
    const required = held * 22;
    return {
      ...{ district: district.id, month, revision: 1 },
      counts: {
        ...{ cells, held, required },
        present: Math.round(required * (0.74 + 0.04 * random.next())),
        resolutions: Math.round(held * (0.6 + 0.08 * random.next())),
      },
      source: 'Số liệu minh họa do máy sinh ra',
      by: { user: 'district', role: 'district', unit: district.id },
      at: endOfDayAfter(addMonths(month, 1), 10),
    };
  });
}

/** The reports of the scheme's months, of the demo's cells, as revisions. */
export function schemeReports(): Revision[] {
  return demoUnits()
    .filter(({ level }) => level === 'cell')
    .flatMap((cell) => demoReports(cell, district, schemeMonths, afterwards));
}
