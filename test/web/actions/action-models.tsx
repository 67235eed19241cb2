import { type ActionEvent, actionOf, type PlannedAction, type SeenFigure } from '#shared/actions/action.ts';
import type { Day, Month } from '#shared/period.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { directory } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import { ActionPage } from '#web/actions/action-page.tsx';
import { ActionsPage } from '#web/actions/actions-page.tsx';
import { EffectsPage } from '#web/actions/effects-page.tsx';
import { OpenPage } from '#web/actions/open-page.tsx';

/** What somebody typed, who may type anything. */
export const hostile = 'Gửi tài liệu <trước> & "đủ"';
const by = { user: 'district', role: 'district', unit: 'hiep-hoa' } as const;
const unit = 'hiep-hoa.thanh-van';
const month = '2026-09' as Month;
const figure: SeenFigure = {
  month,
  numerator: 12,
  denominator: 17,
  target: { comparison: '>=', percent: 100 },
  verdict: 'missed',
};
const newest: SeenFigure = { ...figure, month: '2026-10' as Month, numerator: 13 };
const plan = {
  what: hostile,
  who: 'Bí thư Đảng ủy',
  due: '2026-11-20' as Day,
  cause: 'preparation',
  why: `Một\n${hostile}`,
  group: 3,
} as const;
const open: ActionEvent = { kind: 'open', plan, figure, proposed: true, by, at: '2026-10-12T02:00:00.000Z' };
const progress: ActionEvent = {
  ...{ kind: 'progress', month: newest.month, words: hostile, counted: { done: 7, of: 17 } },
  ...{ by: { user: 'thanh-van', role: 'commune', unit }, at: '2026-10-20T02:00:00.000Z' },
};
const postpone: ActionEvent = { kind: 'postpone', due: plan.due, words: hostile, by, at: '2026-10-21T02:00:00.000Z' };
const close: ActionEvent = {
  kind: 'close',
  words: hostile,
  despite: hostile,
  figure: newest,
  by,
  at: '2026-11-21T02:00:00.000Z',
};
const made = (...events: ActionEvent[]) => actionOf(`${unit}_preparation_${month}`, events) as PlannedAction;
/** One that is under way. */
export const actionUnderWay = made(open);
const about = { unit, indicator: 'preparation', month, seen: 0 } as const;
const groups = [{ number: 3, name: 'Tổ công tác số 3' }];
const none = { typed: {}, errors: [], done: false, stale: false, stillMissed: false };

/** The pages of corrective actions. */
export function actionModels({ inDistrict: district, inCommune: commune }: Contexts): Examples {
  const page = { unitName: 'xã Thanh Vân', communeName: '', thisMonth: '2026-11' as Month, newest };
  const list = {
    unit: { id: 'hiep-hoa', name: 'huyện Hiệp Hòa' },
    units: directory.communes,
    indicators: ['preparation'] as const,
  };
  const listed = { action: made(open), unitName: page.unitName, overdue: true };
  return {
    'actions, none': () => (
      <ActionsPage
        context={commune}
        {...list}
        units={[]}
        indicators={[]}
        list="open"
        counts={{ open: 0, overdue: 0, closed: 0 }}
        mayCompare={false}
        actions={[]}
        proposals={[]}
        page={1}
        pages={1}
      />
    ),
    'actions, open': () => (
      <ActionsPage
        context={district}
        {...list}
        list="open"
        counts={{ open: 30, overdue: 1, proposed: 2, closed: 0 }}
        mayCompare
        indicator="preparation"
        actions={[listed]}
        proposals={[]}
        page={1}
        pages={2}
      />
    ),
    'actions, proposed': () => (
      <ActionsPage
        context={district}
        {...list}
        list="proposed"
        counts={{ open: 0, overdue: 0, proposed: 1, closed: 0 }}
        mayCompare
        actions={[]}
        proposals={[
          { id: 'x', unit, indicator: 'preparation', month, name: page.unitName, figure: newest, before: figure },
        ]}
        page={2}
        pages={2}
      />
    ),
    'actions, whether they worked': () => (
      <EffectsPage
        context={district}
        pooled={[
          { indicator: 'preparation', actions: 27, others: 131, estimate: { points: 4.8, low: 2.1, high: 7.5 } },
          { indicator: 'duration', actions: 1, others: 3 },
        ]}
        closed={[
          { action: made(open, close), unitName: page.unitName },
          {
            action: made(open, close),
            unitName: page.unitName,
            effect: {
              ...{ id: 'x', indicator: 'preparation', before: figure, after: newest },
              ...{ others: { count: 9, before: 70.25, after: 74 }, estimate: { points: -3, low: -9, high: 3 } },
            },
          },
        ]}
      />
    ),
    'actions, whether they worked, none': () => <EffectsPage context={district} pooled={[]} closed={[]} />,
    'action, open': () => (
      <ActionPage
        context={district}
        {...page}
        {...none}
        action={made(open, progress, postpone)}
        overdue
        steps={['progress', 'postpone', 'close']}
        done
      />
    ),
    'action, still missed': () => (
      <ActionPage
        context={district}
        {...page}
        {...none}
        action={made(open)}
        overdue={false}
        steps={['progress', 'postpone', 'close']}
        sent="close"
        typed={{ result: hostile }}
        errors={[{ field: 'despite', code: 'required' }]}
        stillMissed
      />
    ),
    'action, progress refused': () => (
      <ActionPage
        context={commune}
        {...page}
        {...none}
        action={made(open)}
        overdue
        steps={['progress']}
        sent="progress"
        typed={{ month: hostile, said: hostile, counted: 'x' }}
        errors={[
          { field: 'month', code: 'not-a-month' },
          { field: 'counted', code: 'not-a-count' },
        ]}
        stale
      />
    ),
    'action, closed': () => (
      <ActionPage
        context={commune}
        {...page}
        {...none}
        action={made(open, progress, close)}
        overdue={false}
        steps={[]}
      />
    ),
    'action, told of too late': () => (
      <ActionPage
        context={commune}
        {...page}
        {...none}
        action={made(open, close)}
        overdue={false}
        steps={[]}
        sent="progress"
        typed={{ month: '11/2026', said: hostile, counted: '7', countedOf: '' }}
        stale
      />
    ),
    'action, opened by somebody else': () => (
      <OpenPage
        context={district}
        unit={{ id: unit, name: page.unitName }}
        indicator="preparation"
        about={about}
        figure={newest}
        underWay={[made(open)]}
        groups={groups}
        bar="already"
        typed={{ what: hostile, who: hostile, due: '31/12/2026', cause: 'preparation', why: '', group: '3' }}
        errors={[]}
        stale
      />
    ),
    'action, on no figure': () => (
      <OpenPage
        context={district}
        unit={{ id: unit, name: page.unitName }}
        indicator="preparation"
        about={about}
        underWay={[]}
        groups={groups}
        bar="notTold"
        typed={{}}
        errors={[]}
        stale={false}
      />
    ),
    'action, to be opened': () => (
      <OpenPage
        context={district}
        unit={{ id: unit, name: page.unitName }}
        indicator="preparation"
        about={about}
        figure={newest}
        before={figure}
        underWay={[made(open)]}
        groups={groups}
        typed={{}}
        errors={[]}
        stale={false}
      />
    ),
    'action, not opened': () => (
      <OpenPage
        context={district}
        unit={{ id: unit, name: page.unitName }}
        indicator="preparation"
        about={about}
        underWay={[]}
        groups={[]}
        typed={{ what: hostile, who: hostile, due: '40/13', cause: 'x', why: hostile }}
        errors={[
          { field: 'due', code: 'not-a-day', params: { example: '03/11/2026' } },
          { field: 'cause', code: 'not-a-choice' },
        ]}
        stale
      />
    ),
  };
}
