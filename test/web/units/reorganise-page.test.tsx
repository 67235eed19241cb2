import { expect, it } from 'vitest';
import type { Month } from '#shared/period.ts';
import { contextsIn } from '#test/web/contexts.ts';
import { readPage } from '#test/web/read-page.ts';
import { ReorganisePage } from '#web/units/reorganise-page.tsx';

const last = { month: '2025-07' as Month, at: '2025-07-01T02:00:00.000Z', by: 'hiep-hoa' };
const preview = { says: ['2 xã thành 1.'], month: '07/2025', plan: '' };

it.each([
  ['reason', {}],
  ['reason', { preview }],
  ['undoReason', {}],
  ['undoReason', { last }],
] as const)('%s stays on the page, whether its form is offered or not: %j', (field, offered) => {
  const { inDistrict } = contextsIn('vi');
  const page = (
    <ReorganisePage context={inDistrict} communes={[]} waiting={0} typed={{ [field]: 'Nhầm' }} {...offered} />
  );
  const shown = readPage(page).filter(({ name, text, attributes }) =>
    name === 'input' ? attributes['value'] === 'Nhầm' : text === 'Nhầm',
  );
  expect(shown).toHaveLength(1);
});
