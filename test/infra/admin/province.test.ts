import { beforeAll, describe, expect, it } from 'vitest';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import { provinceMonth } from '#infra/admin/province.ts';
import { mergeDistricts } from '#shared/scorecards/merge-districts.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { randomDistrict } from '#test/functions/scorecards/random-district.ts';
import { month as monthOf } from '#test/shared/samples.ts';

const database = onDynalite();
const month = monthOf('2021-02');
const store = () => scorecardStore(database().db, database().scorecards);
const province = { unit: 'bac-giang', name: 'tỉnh Bắc Giang' };
const merged = (...districts: readonly string[]) => provinceMonth(province, districts, month, store());
const of = (unit: string): Scorecard => ({ ...randomDistrict(unit, 3, 20).scorecard, unit, month });
const [first, second] = [of('hiep-hoa'), of('tan-yen')];

beforeAll(async () => {
  for (const each of [first, second]) await store().putOfficial(each, []);
});

describe('province', () => {
  it('is the merge of the scorecards that count for the month', async () => {
    expect(await merged('hiep-hoa', 'tan-yen')).toEqual(mergeDistricts(province, [first, second]));
    const amended = { ...second, revision: 2, indicators: first.indicators };
    await store().putOfficial(amended, []);
    expect(await merged('hiep-hoa', 'tan-yen')).toEqual(mergeDistricts(province, [first, amended]));
  });

  it.each([
    [['hiep-hoa', 'viet-yen', 'luc-nam'], 'No scorecard of 2021-02: viet-yen, luc-nam.'],
    [['hiep-hoa', 'tan-yen', 'hiep-hoa'], 'Named twice: hiep-hoa.'],
    [['hiep-hoa', 'tan-yen.cao-thuong'], 'No district: tan-yen.cao-thuong.'],
  ])('of %j is no sum at all', async (districts, why) => {
    await expect(merged(...districts)).rejects.toThrow(why);
  });
});
