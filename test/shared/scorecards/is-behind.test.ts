import { expect, it } from 'vitest';
import type { Period } from '#shared/period.ts';
import { isBehind } from '#shared/scorecards/is-behind.ts';

const counted = { status: 'live', month: '2026-11' as Period, generatedAt: '2026-11-20T17:30:00.000Z' } as const;

it.each([
  ['of last night', counted, '2026-11-21T17:40:00.000Z', false],
  ['whose night is still at work', counted, '2026-11-21T19:00:00.000Z', false],
  ['of the night before', counted, '2026-11-21T19:31:00.000Z', true],
  ['that are official', { ...counted, status: 'official' as const }, '2027-11-21T19:31:00.000Z', false],
  [
    'of a quarter, some of whose months closed long ago',
    { ...counted, month: '2026-Q4' as Period },
    '2026-12-21T00:00:00.000Z',
    false,
  ],
])('figures %s', (_, scorecard, now, behind) => {
  expect(isBehind(scorecard, now)).toBe(behind);
});
