import { beforeEach, expect, it } from 'vitest';
import { thematicPlanStore } from '#functions/store/thematic-plan-store.ts';
import type { Period } from '#shared/period.ts';
import type { ReportId } from '#shared/reports/report.ts';
import type { SharedMeeting } from '#shared/themes/shared-meeting.ts';
import type { Theme } from '#shared/themes/themes.ts';
import { onEachDatabase } from '#test/dynamodb.ts';
import { day } from '#test/shared/samples.ts';

onEachDatabase((database) => {
  let districts = 0;
  let district = '';
  const year = '2021' as Period;
  const by = { user: 'thanh-van', role: 'commune', unit: 'hiep-hoa.thanh-van' } as const;
  const store = () => thematicPlanStore(database().db, database().meetings);
  const plan = (cell: string, theme: Theme | undefined, base: number, of = year) =>
    store().append({ cell: `${district}.${cell}`, year: of, quarters: theme ? { 2: { theme } } : {} }, base, {
      by,
      at: '2021-01-08T00:00:00.000Z',
    });

  beforeEach(() => {
    districts += 1;
    district = `huyen-${districts}`;
  });

  it('keeps each cell’s newest plan of a year', async () => {
    await plan('thanh-van.binh', 'MT', 0);
    await plan('thanh-van.binh', 'DV', 1);
    await plan('thanh-van.an', 'HCM', 0);
    await plan('thanh-van-2.binh', 'HCM', 0);
    await plan('thanh-van.an', 'KHAC', 0, '2022' as Period);
    const found = await store().ofYear(`${district}.thanh-van`, year);
    expect([...found].map(([cell, { quarters, revision }]) => [cell, quarters['2']?.theme, revision])).toEqual([
      [`${district}.thanh-van.an`, 'HCM', 1],
      [`${district}.thanh-van.binh`, 'DV', 2],
    ]);
    expect((await store().ofYear(district, year)).size).toBe(3);
  });

  it('keeps every step of a meeting that is held up', async () => {
    const meeting = {
      report: `${district}.thanh-van.binh_2026-02-20_thematic` as ReportId,
      cell: `${district}.thanh-van.binh`,
      name: 'Chi bộ thôn Bình',
      date: day('2026-02-20'),
      theme: 'MT',
      note: 'Họp tại điểm tập kết rác',
    } as const;
    const share = (changes: Partial<SharedMeeting>, base: number) =>
      store().share({ ...meeting, ...changes }, base, { by, at: new Date().toISOString() });
    expect(await share({}, 0)).toMatchObject({ kind: 'added', stored: { revision: 1 } });
    expect(await share({}, 0)).toMatchObject({ kind: 'same', stored: { revision: 1 } });
    expect(await share({ note: 'Khác' }, 0)).toMatchObject({ kind: 'stale', stored: { revision: 1 } });
    expect(await share({ withdrawn: true }, 1)).toMatchObject({ kind: 'added', stored: { revision: 2 } });
    expect([...(await store().shared(district)).values()]).toMatchObject([{ revision: 2, withdrawn: true }]);
    const old = { by, at: '2020-01-01T00:00:00.000Z' };
    expect(await store().share({ ...meeting, cell: `${district}x.a.b` }, 0, old)).toMatchObject({ kind: 'added' });
    expect((await store().shared(`${district}x`)).size).toBe(0);
  });

  it('writes nothing twice, nothing where nothing is planned, and not over what the writer did not see', async () => {
    expect(await plan('thanh-van.binh', undefined, 0)).toEqual({ kind: 'same', stored: undefined });
    expect(await plan('thanh-van.binh', 'MT', 0)).toMatchObject({ kind: 'added', stored: { revision: 1 } });
    expect(await plan('thanh-van.binh', 'MT', 0)).toMatchObject({ kind: 'same' });
    const tries = await Promise.all((['DV', 'CM'] as const).map((theme) => plan('thanh-van.binh', theme, 1)));
    expect(tries.map(({ kind }) => kind).toSorted()).toEqual(['added', 'stale']);
  });
});
