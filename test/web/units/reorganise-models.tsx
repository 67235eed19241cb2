import { demoUnits } from '#infra/demo/units.ts';
import { intoField } from '#shared/units/reorganise/parse-plan.ts';
import { reorganiseTexts } from '#shared/units/reorganise/texts/page.ts';
import { previewWords } from '#shared/units/reorganise/texts/reorganisation.ts';
import { month } from '#test/shared/samples.ts';
import type { Contexts } from '#test/web/contexts.ts';
import type { Examples } from '#test/web/examples.ts';
import { ReorganisePage } from '#web/units/reorganise-page.tsx';

const communes = demoUnits().filter(({ level }) => level === 'commune');
const typed = {
  month: '07/2025',
  name1: 'Hoàng Vân',
  kind1: 'xã',
  [intoField('hiep-hoa.hoang-van')]: '1',
  [intoField('hiep-hoa.thanh-van')]: '1',
};
const preview = {
  communes: { before: 25, after: 24 },
  became: [{ from: ['xã Hoàng Vân', 'xã Thanh Vân'], to: 'xã Hoàng Vân', isNew: true }],
  ...{ cellsMoved: 30, isFollowed: true, accounts: 3, abolished: ['thị trấn Thắng'], roots: ['xã Hoàng Vân'] },
  sameNames: ['chi bộ thôn Đông (xã Hoàng Vân)', 'chi bộ thôn Đông (xã Thanh Vân)'],
};

export function reorganiseModels({ inDistrict: context }: Contexts): Examples {
  const says = previewWords(preview, month('2025-07'), context.lang);
  const shown = { context, communes, waiting: 0 };
  const last = { month: month('2025-07'), at: '2025-07-02T02:00:00.000Z', by: 'district' };
  const t = reorganiseTexts[context.lang];
  return {
    reorganise: () => <ReorganisePage {...shown} />,
    'reorganise-wrong': () => (
      <ReorganisePage
        {...shown}
        typed={{ ...typed, month: 'tháng 7', name1: '' }}
        errors={[
          { field: 'month', code: 'not-a-month' },
          { field: 'name1', code: 'required' },
        ]}
        refused={[t.badFile({ missing: [], lines: [2, 3] })]}
      />
    ),
    'reorganise-preview': () => (
      <ReorganisePage {...shown} typed={typed} preview={{ says, month: '07/2025', plan: 'what;from;to;kind;name' }} />
    ),
    'reorganise-done': () => <ReorganisePage {...shown} done="done" last={last} waiting={3} />,
    'reorganise-undone': () => <ReorganisePage {...shown} done="undone" />,
    'reorganise-undo-wrong': () => (
      <ReorganisePage {...shown} last={last} errors={[{ field: 'undoReason', code: 'required' }]} />
    ),
  };
}
