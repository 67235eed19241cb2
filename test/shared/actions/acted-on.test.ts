import { expect, it } from 'vitest';
import { actedOn, seriesOf } from '#shared/actions/acted-on.ts';
import { actionOf } from '#shared/actions/action.ts';
import type { Day, Month } from '#shared/period.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';

const by = { user: 'district', role: 'district', unit: 'h' } as const;
const plan = { what: 'Việc', who: 'Bí thư', due: '2026-12-31' as Day, cause: 'away' } as const;

it('an action counts from the month in which it was opened, until that in which it was closed; a dismissed proposal never', () => {
  const open = { kind: 'open', plan, by, at: '2026-10-31T18:00:00.000Z' } as const; // November in Vietnam
  const close = { kind: 'close', words: 'Xong', by, at: '2026-12-15T02:00:00.000Z' } as const;
  const dismiss = { kind: 'dismiss', words: 'Không', by, at: open.at } as const;
  const about = { unit: 'h.a', indicator: 'met', found: '2026-09', opened: '2026-11' };
  expect(actedOn([actionOf('h.a_met_2026-09', [open, close]), actionOf('h.b_met_2026-09', [dismiss])])).toEqual([
    { id: 'h.a_met_2026-09', ...about, ended: '2026-12' },
  ]);
  expect(actedOn([actionOf('h.a_met_2026-09', [open])])[0]).not.toHaveProperty('ended');
});

it('the series of a figure has each month of each unit below, its type, and its cells of the newest month as its size', () => {
  const line = (id: IndicatorId, numerator: number, denominator: number) =>
    ({ id, numerator, denominator }) as Indicator;
  const official = (month: string, cells: number) =>
    ({
      month: month as Month,
      children: [
        { unit: 'h.a', name: 'A', rank: null, indicators: [line('met', 3, 4), line('reported', cells, cells)] },
      ],
    }) as unknown as Scorecard;
  const [own, ...rest] = seriesOf('met', [official('2026-08', 4), official('2026-09', 5)], () => 'xã');
  expect(rest).toEqual([]);
  expect(own).toMatchObject({ unit: 'h.a', type: 'xã', size: 5 });
  expect([...(own?.figures ?? [])]).toEqual([
    ['2026-08', { numerator: 3, denominator: 4 }],
    ['2026-09', { numerator: 3, denominator: 4 }],
  ]);
  expect(seriesOf('duration', [official('2026-08', 4)], () => 'xã')).toEqual([]);
});
