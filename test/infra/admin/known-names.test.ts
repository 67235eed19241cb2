import { describe, expect, it } from 'vitest';
import { throwIfUnknown } from '#infra/admin/known-names.ts';
import { throwIfUncountable } from '#infra/admin/roll-up.ts';
import type { Month } from '#shared/period.ts';
import { aUnit, month } from '#test/shared/samples.ts';

const standing = ['hiep-hoa', 'tan-yen', 'hiep-hoa.thanh-van'];
const directory = {
  districts: async () => ['hiep-hoa', 'tan-yen'],
  unit: async (id: string) => (standing.includes(id) ? aUnit(id, { from: month('2026-03') }) : undefined),
  parent: async (id: string) =>
    id === 'bac-giang' ? { id, name: 'tỉnh Bắc Giang', children: ['hiep-hoa'] } : undefined,
};

describe('a name that was never entered', () => {
  it.each([
    ['rollup', { district: 'hiep-hao' }, 'There is no district hiep-hao: there are hiep-hoa, tan-yen.'],
    ['reorganise', { district: 'nowhere' }, 'There is no district nowhere'],
    ['renew', { unit: 'hiep-hoa.khong-co' }, 'There is no unit hiep-hoa.khong-co'],
    ['unit', { unit: 'nowhere.xa' }, 'There is no district nowhere'],
    ['import units', { commune: 'hiep-hoa.khong-co' }, 'There is no unit hiep-hoa.khong-co'],
    ['province', { unit: 'new', district: 'hiep-hoa,nowhere' }, 'There is no district nowhere'],
    ['parent', { unit: 'new', child: 'bac-giang,nowhere' }, 'There is no district nowhere'],
    ['purge', { report: 'nowhere.xa.a_2026-11-03_regular' }, 'There is no district nowhere'],
    ['purge', { words: 'nowhere_2026-11_briefing' }, 'There is no district nowhere:'],
  ])('%s %j is refused in a line that says which there are', async (command, options, says) => {
    await expect(throwIfUnknown(command, options, directory)).rejects.toThrow(says);
    await expect(throwIfUnknown(command, options, directory)).rejects.not.toThrow(/\n/);
  });

  it.each([
    ['rollup', { district: 'hiep-hoa' }],
    ['renew', { unit: 'hiep-hoa.thanh-van' }],
    ['start-district', { district: 'new' }],
    ['parent', { unit: 'new', child: 'hiep-hoa,bac-giang' }],
    ['purge', { report: 'hiep-hoa.gone.a_2026-11-03_regular' }], // its unit may be what cannot be read
    ['purge', { words: 'hiep-hoa_2026-11_briefing' }],
    ['purge', { words: 'hiep-hoa_2018-11_2019-04_summary' }],
    ['verify', { district: 'lost' }],
    ['doctor', {}],
  ])('%s %j is not', async (command, options) => {
    await throwIfUnknown(command, options, directory);
  });

  it('of no system at all is told that nothing was entered', async () => {
    const empty = { ...directory, districts: async () => [] };
    await expect(throwIfUnknown('rollup', { district: 'hiep-hoa' }, empty)).rejects.toThrow('none was entered yet');
  });
});

it.each([
  ['2031-01', /has not begun/],
  ['2026-12', /has not begun/],
  ['2019-02', /No regime covers/],
  ['2026-02', /begins with 2026-03/],
])('%s is not counted', async (which, why) => {
  const now = '2026-11-28T03:00:00.000Z';
  await expect(throwIfUncountable('hiep-hoa', which as Month, directory, now)).rejects.toThrow(why);
});

it('the running month is, and the first one', async () => {
  for (const which of ['2026-03', '2026-11']) {
    await throwIfUncountable('hiep-hoa', which as Month, directory, '2026-11-30T16:59:59.000Z');
  }
});
