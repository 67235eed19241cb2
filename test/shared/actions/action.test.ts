import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ActionEvent,
  actionIdOf,
  actionOf,
  isActionOverdue,
  type Plan,
  parseActionId,
  type SeenFigure,
} from '#shared/actions/action.ts';
import { actionStepsOn, mayDecide } from '#shared/actions/action-steps.ts';
import { actionsIn, countActions } from '#shared/actions/choose-actions.ts';
import { figureToReach, isTold } from '#shared/actions/figures.ts';
import type { Day, Month } from '#shared/period.ts';
import { indicatorIds } from '#shared/scorecards/indicators.ts';
import { months, unitIds } from '#test/shared/samples.ts';

const by = { user: 'district', role: 'district', unit: 'hiep-hoa' } as const;
const at = (day: string) => `${day}T02:00:00.000Z`;
const plan: Plan = {
  what: 'Gửi tài liệu trước ba ngày',
  who: 'Bí thư Đảng ủy',
  due: '2026-11-30' as Day,
  cause: 'preparation',
};
const open: ActionEvent = { kind: 'open', plan, by, at: at('2026-10-12') };
const close: ActionEvent = { kind: 'close', words: 'Xong', by, at: at('2026-12-15') };
const id = 'hiep-hoa.thanh-van_preparation_2026-09';

describe('the figure that an action must reach', () => {
  const figure = (month: string, verdict: SeenFigure['verdict']): SeenFigure => ({
    ...{ month: month as Month, numerator: 1, denominator: 2, target: { comparison: '>=', percent: 85 }, verdict },
  });
  const opened = (on?: SeenFigure) => ({ events: [{ ...open, ...(on && { figure: on }) }] });

  it.each([
    ['the newest official one', figure('2026-09', 'missed'), figure('2026-10', 'met'), '2026-10 met'],
    [
      'that of its own month, once it is official',
      figure('2026-09', 'missed'),
      figure('2026-09', 'met'),
      '2026-09 met',
    ],
    ['that on which it was opened, while none is official', figure('2026-09', 'missed'), undefined, '2026-09 missed'],
    ['that, too, while only earlier ones are', figure('2026-10', 'missed'), figure('2026-09', 'met'), '2026-10 missed'],
    ['none that was not yet to be told', figure('2026-10', 'open'), figure('2026-09', 'met'), '2026-09 met'],
    ['the official one where it was opened on none', undefined, figure('2026-09', 'missed'), '2026-09 missed'],
    ['nothing where there is no figure at all', undefined, undefined, undefined],
  ])('is %s', (_, on, official, says) => {
    const found = figureToReach(opened(on), official);
    expect(found && `${found.month} ${found.verdict}`).toBe(says);
  });
});

describe('a figure on which one can act', () => {
  const figure = (numerator: number, denominator: number, verdict: SeenFigure['verdict']): SeenFigure => ({
    ...{ month: '2026-11' as Month, numerator, denominator, target: { comparison: '>=', percent: 85 }, verdict },
  });

  it.each([
    ['a share of something', 'attendance', figure(17, 20, 'met'), 'official', true],
    ['a share of nothing', 'attendance', figure(0, 0, null), 'official', false],
    ['one of which nothing has come yet', 'attendance', figure(0, 20, 'open'), 'live', false],
    ['one of which something has come', 'attendance', figure(1, 20, 'open'), 'live', true],
    ['one that is missed though nothing has come', 'preparation', figure(0, 1, 'missed'), 'live', true],
    ['nothing at all in a closed month', 'attendance', figure(0, 20, 'missed'), 'official', true],
    ['a count', 'mattersOpened', figure(0, 0, null), 'live', true],
  ] as const)('%s: %s', (_, indicator, seen, status, told) => {
    expect(isTold(indicator, seen, status)).toBe(told);
  });
});

describe('an action’s id', () => {
  it('is of its unit, figure and month, and says them again', () => {
    fc.assert(
      fc.property(unitIds, fc.constantFrom(...indicatorIds), months, (unit, indicator, month) => {
        expect(parseActionId(actionIdOf({ unit, indicator, month }))).toEqual({ unit, indicator, month });
      }),
    );
  });

  it.each([
    '',
    'hiep-hoa_preparation',
    'hiep-hoa_nothing_2026-09',
    'hiep-hoa_preparation_2026-13',
    `${id}_1`,
    `A_preparation_2026-09`,
  ])('%j is none', (text) => {
    expect(parseActionId(text)).toBeUndefined();
  });
});

describe('an action', () => {
  it('is open from the decision on, gets another day for a reason, and is over when it is closed', () => {
    const due = '2026-12-20' as Day;
    const postponed: ActionEvent = { kind: 'postpone', due, words: 'Mưa bão', by, at: at('2026-11-29') };
    expect(actionOf(id, [open])).toMatchObject({ state: 'open', plan, openedAt: open.at, unit: 'hiep-hoa.thanh-van' });
    expect(actionOf(id, [open, postponed]).plan).toEqual({ ...plan, due });
    expect(actionOf(id, [open, postponed, close])).toMatchObject({ state: 'closed', closedAt: close.at });
  });

  it('that is acted on anew has not ended', () => {
    const again = actionOf(id, [open, close, { ...open, at: at('2027-01-12') }]);
    expect(again).toMatchObject({ state: 'open', openedAt: at('2027-01-12') });
    expect(again).not.toHaveProperty('closedAt');
  });

  it('is opened where none is under way, anew by the district alone, and dismissed only while it is a proposal', () => {
    const states = [undefined, 'open', 'closed', 'dismissed'] as const;
    const may = (step: 'open' | 'dismiss', role: 'group' | 'district') =>
      states.filter((state) => mayDecide(step, state && { state }, role));
    expect(may('open', 'district')).toEqual([undefined, 'closed', 'dismissed']);
    expect(may('open', 'group')).toEqual([undefined]);
    expect(may('dismiss', 'district')).toEqual([undefined]);
    expect(may('dismiss', 'group')).toEqual([]);
  });

  it('may be opened although its proposal was dismissed once', () => {
    const dismissed: ActionEvent = { kind: 'dismiss', words: 'Đã có kế hoạch', by, at: at('2026-10-11') };
    expect(actionOf(id, [dismissed])).toMatchObject({ state: 'dismissed' });
    expect(actionOf(id, [dismissed]).plan).toBeUndefined();
    expect(actionOf(id, [dismissed, open]).state).toBe('open');
  });

  it('begins with a decision, and has an id of its form', () => {
    expect(() => actionOf(id, [])).toThrow(RangeError);
    expect(() => actionOf(id, [close])).toThrow(RangeError);
    expect(() => actionOf('hiep-hoa', [open])).toThrow(RangeError);
  });

  it.each([
    ['2026-11-30T16:59:59.000Z', false], // the last second of its day in Vietnam
    ['2026-11-30T17:00:00.000Z', true],
  ])('at %s it is overdue: %s', (now, overdue) => {
    expect(isActionOverdue(actionOf(id, [open]), now)).toBe(overdue);
    expect(isActionOverdue(actionOf(id, [open, close]), now)).toBe(false);
  });

  it('is decided on by the district; its unit and the working group say what was done; a cell only reads', () => {
    const action = actionOf(id, [open]);
    expect(actionStepsOn(action, 'district')).toEqual(['progress', 'postpone', 'close']);
    expect(actionStepsOn(action, 'commune')).toEqual(['progress']);
    expect(actionStepsOn(action, 'group')).toEqual(['progress']);
    expect(actionStepsOn(action, 'cell')).toEqual([]);
    expect(actionStepsOn(actionOf(id, [open, close]), 'district')).toEqual([]);
  });
});

describe('lists of actions', () => {
  const of = (unit: string, due: string, ...rest: ActionEvent[]) =>
    actionOf(`hiep-hoa.${unit}_preparation_2026-09`, [
      { ...open, plan: { ...plan, due: due as Day } } as ActionEvent,
      ...rest,
    ]);
  const dismissed = actionOf('hiep-hoa.e_preparation_2026-09', [{ kind: 'dismiss', words: 'Không', by, at: open.at }]);
  const all = [
    of('a', '2027-01-31'),
    of('b', '2026-11-30'),
    of('c', '2026-11-01', close),
    of('d', '2026-12-01'),
    dismissed,
  ];
  const now = at('2026-12-20');
  const units = (list: Parameters<typeof actionsIn>[0]) => actionsIn(list, all, now).map(({ unit }) => unit.slice(-1));

  it('are by their last day, and each number is that of its list', () => {
    expect(units('open')).toEqual(['b', 'd', 'a']);
    expect(units('overdue')).toEqual(['b', 'd']);
    expect(units('closed')).toEqual(['c']);
    expect(countActions(all, now)).toEqual({ open: 3, overdue: 2, closed: 1 });
    expect(countActions(all, now, 'attendance')).toEqual({ open: 0, overdue: 0, closed: 0 });
  });
});
