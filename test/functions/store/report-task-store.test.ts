import { expect, it } from 'vitest';
import { purgeStore } from '#functions/store/purge-store.ts';
import { reportStore } from '#functions/store/report-store.ts';
import { reportTaskStore } from '#functions/store/report-task-store.ts';
import { addMonths, type Day, monthOf } from '#shared/period.ts';
import { type Report, reportIdOf } from '#shared/reports/report.ts';
import { onEachDatabase } from '#test/dynamodb.ts';
import { aReport } from '#test/shared/samples.ts';

/** Words are kept two years, so these tests live in the present. */
const now = new Date().toISOString();
const today = now.slice(0, 10) as Day;
const month = monthOf(today);
const by = { user: 'thanh-van', role: 'commune', unit: 'nhiem-vu.thanh-van' } as const;
const tasks = [{ what: 'Dọn kênh', who: 'Trưởng thôn', due: today }];
const report = (cell: string, changes: Partial<Report> = {}) => aReport({ cell, date: today, tasks, ...changes });

onEachDatabase((database) => {
  it('says of each report’s newest revision what it says of tasks, of the unit alone', async () => {
    const { db, meetings } = database();
    const [reports, store] = [reportStore(db, meetings), reportTaskStore(db, meetings)];
    const of = report('nhiem-vu.thanh-van.mot', { followUps: [{ task: 'Sửa cầu', status: 'done' }] });
    await reports.append({ report: of, state: 'submitted', by, at: now }, 0);
    const next = { ...of, tasks: [...tasks, { what: 'Trồng cây' }] };
    await reports.append({ report: next, state: 'submitted', by, at: now }, 1);
    await reports.append({ report: report('nhiem-vu.thanh-van-2.mot'), state: 'submitted', by, at: now }, 0);
    const { cell, date, kind } = of;
    const found = await store.ofMonth('nhiem-vu.thanh-van', month);
    expect(found).toEqual([
      { id: reportIdOf(of), cell, date, kind, receivedAt: now, tasks: next.tasks, followUps: of.followUps },
    ]);
    expect(await store.ofMonth('nhiem-vu', month)).toHaveLength(2);
    const ofRead = (unit: string) => store.ofReports(unit, month, reports.newestOfMonth(unit, month));
    expect(await ofRead('nhiem-vu.thanh-van')).toEqual(found);
    expect(await ofRead('nhiem-vu')).toEqual(await store.ofMonth('nhiem-vu', month));
    expect(await store.ofMonth('nhiem-vu', addMonths(month, -1))).toEqual([]);
    await purgeStore(db, meetings).removeFreeText(reportIdOf(of), 2);
    const [purged] = await store.ofMonth('nhiem-vu.thanh-van', month);
    expect(purged?.tasks).toEqual([{ what: '', due: today }, { what: '' }]);
    expect(await ofRead('nhiem-vu.thanh-van')).toEqual([purged]);
  });
});
