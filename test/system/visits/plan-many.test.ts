import { beforeAll, describe, expect, it } from 'vitest';
import { formatDay } from '#shared/language/format.ts';
import { addMonths, type Day } from '#shared/period.ts';
import { thisMonth } from '#test/system/meeting.ts';
import { Visitor } from '#test/system/visitor.ts';

/** The last day of this month that every month has: no other test plans on it. */
const date = `${thisMonth}-28` as Day;

interface GroupRow {
  readonly number: number;
  readonly planned: number;
  readonly never: readonly { readonly cells: readonly string[] }[];
}

describe('several visits', () => {
  let group: Visitor;
  let district: Visitor;
  let page: string;
  let units: readonly string[];
  let member: string;
  const post = async (fields: Readonly<Record<string, string>>) =>
    group.post('/visits', { csrf: await group.csrf(), action: 'plan-many', month: thisMonth, ...fields });
  const row = (n: number, unit: string, who = member) => ({
    [`plans[${n}].unit`]: unit,
    [`plans[${n}].date`]: formatDay(date),
    [`plans[${n}].member`]: who,
  });
  const ofGroup = async () => {
    const { groups } = (await district.json(`/visits?group=all&month=${thisMonth}`)) as { groups: readonly GroupRow[] };
    expect(groups).toHaveLength(9);
    return groups.find(({ number }) => number === 5) as GroupRow;
  };

  beforeAll(async () => {
    group = await Visitor.signedIn('group5');
    district = await Visitor.signedIn('district');
    page = (await group.get(`/visits?month=${thisMonth}`)).text;
    const select = /<select[^>]*name="plans\[0\]\.unit"[\s\S]*?<\/select>/.exec(page)?.[0] ?? '';
    units = [...select.matchAll(/value="(hiep-hoa\.[^"]+)"/g)].map(([, id]) => id as string);
    member = /<select[^>]*name="plans\[0\]\.member"[\s\S]*?<option value="([^"]+)"/.exec(page)?.[1] ?? '';
  });

  it('are planned at once, cells that nobody attended first; sent twice is sent once', async () => {
    const before = await ofGroup();
    const left = before.never.reduce((sum, { cells }) => sum + cells.length, 0);
    const [, never = ''] =
      /<optgroup label="Chi bộ chưa được dự trong 12 tháng">([\s\S]*?)<\/optgroup>/.exec(page) ?? [];
    const labels = [...never.matchAll(/<option[^>]*>([^<]+)/g)].map(([, label = '']) => label);
    expect(labels.length > 0).toBe(left > 0);
    // Cells of several communes are called the same.
    for (const label of labels) expect(label).toMatch(/^– .+, (xã|thị trấn) /);
    const [one = '', two = ''] = units;
    const sent = { ...row(0, one), ...row(3, two) };
    expect((await post(sent)).status).toBe(200);
    expect((await post(sent)).status).toBe(200);
    for (const unit of [one, two]) {
      expect(await group.json(`/visits/${unit}_${date}_visit-5`)).toMatchObject({
        state: 'planned',
        member,
        revision: 1,
      });
    }
    expect((await ofGroup()).planned).toBe(before.planned + 2);
    const { text } = await group.get(`/visits?month=${thisMonth}`);
    expect(text).toMatch(new RegExp(`/visits/${one}_${date}_visit-5">[^<]+, (xã|thị trấn) `));
  });

  it('are none while one is wrong, and what was typed is kept', async () => {
    const [one = '', , three = ''] = units;
    const before = await ofGroup();
    for (const wrong of [row(1, one, 'Ai đó'), row(1, 'hiep-hoa.thang.thcs'), { 'plans[1].date': 'mai' }]) {
      const refused = await post({ ...row(0, three), ...wrong });
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('Buổi 2, ');
      expect(refused.text).toMatch(new RegExp(`<option[^>]*selected[^>]*value="${three}"|value="${three}" selected`));
    }
    expect((await post({})).status).toBe(422);
    expect((await post({ ...row(0, three), 'plans[1].other': 'x' })).status).toBe(422);
    expect((await post({ ...row(0, three), month: addMonths(thisMonth, -1), 'plans[0].date': '' })).status).toBe(422);
    expect((await group.get(`/visits/${three}_${date}_visit-5`)).status).toBe(404);
    expect((await ofGroup()).planned).toBe(before.planned);
  });

  it('of all groups stand on one page for the district, and for nobody else', async () => {
    const { text } = await district.get(`/visits?group=all&month=${thisMonth}`);
    for (let number = 1; number <= 9; number += 1) expect(text).toContain(`>Tổ công tác số ${number}</a>`);
    expect(text).toContain('Chi bộ chưa được tổ công tác nào dự trong 12 tháng qua');
    expect((await district.get(`/visits?month=${thisMonth}`)).text).toContain('group=all');
    expect((await group.get(`/visits?group=all&month=${thisMonth}`)).text).not.toContain('Tổ công tác số 4');
  });
});
