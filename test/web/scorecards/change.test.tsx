import { describe, expect, it } from 'vitest';
import type { Indicator } from '#shared/scorecards/scorecard.ts';
import { readPage } from '#test/web/read-page.ts';
import { Change } from '#web/scorecards/change.tsx';

const figure = (id: Indicator['id'], numerator: number, denominator: number): Indicator => ({
  ...{ id, numerator, denominator, value: null, target: null, verdict: null, met: null },
  ...{ previousMonth: null, previousYear: null },
});

describe('a change against an earlier month', () => {
  it.each([
    ['attendance', [17, 20], [848, 1000], '▲ tăng 0,2 điểm %'],
    ['attendance', [848, 1000], [17, 20], '▼ giảm 0,2 điểm %'],
    ['attendance', [17, 20], [170, 200], '= không đổi'],
    // Both are read with one decimal: 85,0 and 84,8.
    ['attendance', [1699, 2000], [848, 1000], '▲ tăng 0,2 điểm %'],
    // A mean has no percentage points, and a count none at all.
    ['score', [18000, 200], [8800, 100], '▲ tăng 2'],
    ['matters', [9, 4], [4, 4], '▲ tăng 5'],
    ['attendance', [17, 20], [0, 0], '—'],
  ] as const)('of %s from %j to %j', (id, [numerator, denominator], [before, of], words) => {
    const page = readPage(
      <p>
        <Change
          figure={figure(id, numerator, denominator)}
          earlier={{ numerator: before, denominator: of }}
          lang="vi"
        />
      </p>,
    );
    expect(page[0]?.text.replace(/\s+/g, ' ').trim()).toBe(words);
  });
});
