import { matterOf } from '#shared/matters/matter.ts';
import type { Matter } from '#shared/reports/report.ts';
import { day } from '#test/shared/samples.ts';
import { cell } from '#test/web/demo-month.ts';
import { fullReport, officer, reviewer } from '#test/web/reports/full-report.ts';

export const raisedBy = { by: officer, at: '2025-11-04T02:10:00.000Z' } as const;
export const landMatter = fullReport.matters[0] as Matter;
const refuseMatter = fullReport.matters[1] as Matter;

/** The matters of the full report as they stand: untouched, settled, and one that was made part of another. */
export const openMatter = matterOf(`${cell.id}_2025-11-03_regular_1`, [
  { kind: 'raised', said: landMatter, ...raisedBy },
]);
/** One that was promised for a day that has gone by. */
export const lateMatter = matterOf(openMatter.id, [
  ...openMatter.events,
  { kind: 'progress', answer: 'Đã mời hai hộ làm việc lần một', promised: day('2025-11-18'), ...raisedBy },
]);
export const settledMatter = matterOf(`${cell.id}_2025-11-03_regular_2`, [
  { kind: 'raised', said: refuseMatter, ...raisedBy },
  { kind: 'take', ...raisedBy },
  { kind: 'pass-up', answer: 'Vượt thẩm quyền của xã', ...raisedBy },
  {
    kind: 'settle',
    answer: 'Đã bố trí điểm tập kết rác cuối thôn từ 20/11',
    by: reviewer,
    at: '2025-11-20T02:10:00.000Z',
  },
]);
export const namingMatter = matterOf(`${cell.id}_2025-11-03_regular_3`, [
  { kind: 'raised', said: { topic: 'DD', summary: 'Hộ ông Hùng lấn ngõ', severity: 'low' }, ...raisedBy },
  { kind: 'merge', into: openMatter.id, ...raisedBy },
]);
