import { expect, it } from 'vitest';
import { placeOf } from '#shared/documents/party-words.ts';
import { reportSigns, signersOf, watermarkOf } from '#shared/scorecards/letter-words.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';

const of = (unit: string, name: string, month: string): Scorecard =>
  ({ unit, name, month, status: 'official', revision: 2, indicators: [] }) as unknown as Scorecard;

it.each([
  ['a district', of('hiep-hoa', 'huyện Hiệp Hòa', '2021-02'), ['TRƯỞNG BAN'], 'BC/BTC', 'Hiệp Hòa'],
  [
    'a commune without a board',
    of('hiep-hoa.thang', 'thị trấn Thắng', '2021-02'),
    ['T/M ĐẢNG ỦY', 'BÍ THƯ'],
    'BC/ĐU',
    'Thắng',
  ],
  ['a commune with a board', of('h.hop-thinh', 'xã Hợp Thịnh', '2025-Q4'), ['TRƯỞNG BAN'], 'BC/BXDĐ', 'Hợp Thịnh'],
])('%s signs as it does in that month', (_, scorecard, signers, signs, place) => {
  expect([signersOf(scorecard), reportSigns(scorecard), placeOf(scorecard.name)]).toEqual([signers, signs, place]);
});

it('marks a file with who took it, when, and whether its figures are final', () => {
  const exported = { by: 'thanh-van', at: '2021-03-11T02:05:00.000Z' };
  const official = of('h', 'huyện H', '2021-02');
  expect(watermarkOf(official, exported)).toBe('Xuất bởi thanh-van lúc 11/03/2021 09:05; số liệu chính thức lần 2');
  expect(watermarkOf({ ...official, status: 'live', revision: 0 }, exported)).toContain('; số liệu tạm tính');
});
