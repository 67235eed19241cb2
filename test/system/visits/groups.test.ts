import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatDay } from '#shared/language/format.ts';
import { addMonths, type Month } from '#shared/period.ts';
import type { Board } from '#shared/reports/board.ts';
import type { Group } from '#shared/units/units.ts';
import { lastMonth, thisMonth, today } from '#test/system/meeting.ts';
import { hiddenFields, Visitor } from '#test/system/visitor.ts';

/** The last commune of group 6, in the tests of nobody else. */
const commune = 'hiep-hoa.hoang-thanh';

describe('working groups', () => {
  let district: Visitor;
  const groupsOf = async (month: Month) =>
    ((await district.json(`/groups?month=${month}`)) as { groups: Group[] }).groups;
  const groupOf = async (month: Month) =>
    (await groupsOf(month)).find(({ communes }) => communes.includes(commune))?.number;
  const save = async (fields: Readonly<Record<string, string>>, path = '/groups') => {
    const form = hiddenFields((await district.get(path)).text, path);
    return district.post(path, { csrf: form['csrf'] ?? '', baseRevision: form['baseRevision'] ?? '', ...fields });
  };
  /** Every commune stays with its group but this one. */
  const assign = async (number: string, from: string) => {
    const kept = (await groupsOf(thisMonth)).flatMap((group) =>
      group.communes.map((each) => [`group.${each}`, String(group.number)]),
    );
    return save({ action: 'assign', from, ...Object.fromEntries(kept), [`group.${commune}`]: number });
  };

  beforeAll(async () => {
    district = await Visitor.signedIn('district');
  });

  // Other files read them.
  let members: readonly string[];
  beforeAll(async () => {
    const group = (await groupsOf(thisMonth)).find(({ number }) => number === 9);
    members = (group?.members ?? []).map(({ post, organ }) => (organ === undefined ? post : `${post}; ${organ}`));
  });
  afterAll(async () => {
    const [head = '', ...others] = members;
    await save({ action: 'members', number: '9', head, groupMembers: others.join('\n') }, '/groups?group=9');
  });

  it('have members by post, kept by the district; a visit is planned for one of them', async () => {
    const path = '/groups?group=9';
    const lacks = await save(
      { action: 'members', number: '9', head: '', groupMembers: 'Chuyên viên; Văn phòng' },
      path,
    );
    expect(lacks.status).toBe(422);
    expect(lacks.text.includes('Chuyên viên; Văn phòng')).toBe(true);
    const members = { head: 'Trưởng Ban Dân vận; Ban Thường vụ', groupMembers: 'Chuyên viên; Văn phòng' };
    const saved = await save({ action: 'members', number: '9', ...members }, path);
    expect(saved.status).toBe(200);
    expect(saved.text.includes('Đề án 06 quy định mỗi tổ từ 7 đến 9 người')).toBe(true);
    const group = await Visitor.signedIn('group9');
    expect((await group.get('/visits')).text.includes('>Chuyên viên, Văn phòng</option>')).toBe(true);
  });

  it('answer for communes from a month on; rights, boards and pages of earlier months stay as they were', async () => {
    const before = await groupOf(thisMonth);
    expect(before).not.toBe(4);
    const [old, fresh] = [await Visitor.signedIn(`group${before}`), await Visitor.signedIn('group4')];
    const sees = async (visitor: Visitor, month: Month) =>
      (await visitor.get(`/months/${month}?unit=${commune}`)).status === 200;
    expect([await sees(old, thisMonth), await sees(fresh, thisMonth)]).toEqual([true, false]);

    expect((await assign('4', lastMonth.split('-').reverse().join('/'))).status).toBe(422);
    expect((await assign('4', thisMonth.split('-').reverse().join('/'))).status).toBe(200);
    expect([await groupOf(lastMonth), await groupOf(thisMonth)]).toEqual([before, 4]);
    expect([await sees(old, lastMonth), await sees(fresh, lastMonth)]).toEqual([true, false]);
    expect([await sees(old, thisMonth), await sees(fresh, thisMonth)]).toEqual([false, true]);
    // The month of the thing decides, not the one in which it is asked for.
    const { cells } = (await district.json(`/months/${lastMonth}?unit=${commune}`)) as Pick<Board, 'cells'>;
    const id = cells.flatMap(({ reports }) => reports)[0]?.id ?? '';
    const { receipt } = (await district.json(`/reports/${id}`)) as { receipt: string };
    const finds = async (visitor: Visitor) =>
      ((await visitor.json(`/receipts?number=${receipt}`)) as { found: unknown }).found !== null;
    expect([await finds(old), await finds(fresh)]).toEqual([true, false]);
    const shown = async (visitor: Visitor) => {
      const { months } = (await visitor.json(
        `/scorecards/${commune}?from=${addMonths(lastMonth, -3)}&to=${lastMonth}`,
      )) as { months: { status: string | null }[] };
      return months.some(({ status }) => status !== null);
    };
    expect(await shown(fresh)).toBe(false);
    expect((await old.get(`/matters?unit=${commune}&month=${lastMonth}`)).status).toBe(404);
    const plan = async (visitor: Visitor) =>
      visitor.post('/visits', {
        csrf: await visitor.csrf(),
        action: 'plan',
        unit: commune,
        date: formatDay(today),
        member: 'Ai đó',
      });
    expect((await plan(old)).text.includes('name="unit" aria-describedby="unit-error"')).toBe(true);
    expect((await plan(fresh)).text.includes('name="unit" aria-describedby="unit-error"')).toBe(false);
    expect((await fresh.get(`/groups?group=4&month=${thisMonth}`)).text).toContain('Hoàng Thanh');
  });

  it('whoever saw an older list is told', async () => {
    const late = { csrf: await district.csrf(), action: 'members', number: '9', head: 'Khác', baseRevision: '1' };
    expect((await district.post('/groups?group=9', late)).status).toBe(409);
  });

  it('are the district’s to keep; others see their own', async () => {
    const own = await Visitor.signedIn('thanh-van');
    const seen = (await own.json('/groups')) as { groups: Group[] };
    expect(seen.groups.map(({ number, communes }) => [number, communes])).toEqual([[3, ['hiep-hoa.thanh-van']]]);
    expect((await own.get('/groups?group=1')).status).toBe(404);
    expect((await own.post('/groups', { csrf: await own.csrf(), action: 'members' })).status).toBe(403);
    expect((await district.get(`/groups?month=${addMonths(thisMonth, 1)}`)).status).toBe(200);
  });
});
