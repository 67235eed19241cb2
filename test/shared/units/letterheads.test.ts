import fc from 'fast-check';
import { expect, it } from 'vitest';
import { regimes } from '#shared/norms/regimes.ts';
import { standsIn } from '#shared/period.ts';
import { committeeOf, letterheads, organsOf } from '#shared/units/letterheads.ts';
import { month, months } from '#test/shared/samples.ts';

it.each([
  ['huyện Hiệp Hòa', 'HUYỆN ỦY HIỆP HÒA'],
  ['thị trấn Thắng', 'ĐẢNG ỦY THỊ TRẤN THẮNG'],
  ['xã Đồng Tân', 'ĐẢNG ỦY XÃ ĐỒNG TÂN'],
  ['thành phố Bắc Giang', 'THÀNH ỦY BẮC GIANG'],
])('the committee of %s signs as %s', (unit, committee) => {
  expect(committeeOf(unit)).toBe(committee);
});

it.each([
  ['2021-02', ['ĐẢNG ỦY XÃ THANH VÂN']],
  ['2025-06', ['ĐẢNG ỦY XÃ THANH VÂN']],
  ['2025-07', ['ĐẢNG ỦY XÃ THANH VÂN', 'BAN XÂY DỰNG ĐẢNG']],
] as const)('a commune signs in %s as %j: it has a board since 299-QĐ/TW', (of, organs) => {
  expect(organsOf({ unit: 'hiep-hoa.thanh-van', name: 'xã Thanh Vân', month: month(of) })).toEqual(organs);
  expect(organsOf({ unit: 'hiep-hoa', name: 'huyện Hiệp Hòa', month: month(of) })[1]).toBe('BAN TỔ CHỨC');
});

it('every month that has a regime has exactly one letterhead', () => {
  const first = regimes[0]?.from ?? '';
  fc.assert(
    fc.property(months, (of) => {
      expect(letterheads.filter((each) => standsIn(of, each))).toHaveLength(of < first ? 0 : 1);
    }),
  );
});
