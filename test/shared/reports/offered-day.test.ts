import { describe, expect, it } from 'vitest';
import { requireRegime } from '#shared/norms/regimes.ts';
import type { Day, Month } from '#shared/period.ts';
import { offeredDay } from '#shared/reports/offered-day.ts';

const fixed = requireRegime('2026-11' as Month);
const free = requireRegime('2021-02' as Month);

describe('the day that a new form offers', () => {
  it.each([
    // 50-CT/TW fixes the 3rd, whenever the cell met last.
    { month: '2026-11', regime: fixed, last: '2026-10-06', today: '2026-11-27', says: ['2026-11-03', 'regime'] },
    { month: '2026-11', regime: fixed, today: '2026-11-03', says: ['2026-11-03', 'regime'] },
    // Nobody has met on a day that is still to come.
    { month: '2026-11', regime: fixed, today: '2026-11-02', says: undefined },
    { month: '2021-02', regime: free, last: '2021-01-05', today: '2021-02-20', says: ['2021-02-05', 'cell'] },
    { month: '2021-02', regime: free, today: '2021-02-20', says: undefined },
    // February has no 30th.
    { month: '2021-02', regime: free, last: '2021-01-30', today: '2021-03-20', says: undefined },
  ])('in $month, last $last, on $today is $says', ({ month, regime, last, today, says }) => {
    const offered = offeredDay({
      month: month as Month,
      kind: 'regular',
      regime,
      last: last as Day | undefined,
      today: today as Day,
    });
    expect(offered && [offered.day, offered.by]).toEqual(says);
  });

  it.each(['thematic', 'extraordinary'] as const)('is none for a meeting that is %s', (kind) => {
    expect(offeredDay({ month: '2026-11' as Month, kind, regime: fixed, today: '2026-11-27' as Day })).toBeUndefined();
  });
});
