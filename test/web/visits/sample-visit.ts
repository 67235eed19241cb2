import { district } from '#infra/demo/units.ts';
import { type VisitRevision, visitIdOf } from '#shared/visits/visit.ts';
import { day } from '#test/shared/samples.ts';
import { cell } from '#test/web/demo-month.ts';
import { fullReport } from '#test/web/reports/full-report.ts';

/** A working group's visit to the meeting of the full report. */
export const visit: VisitRevision = {
  id: visitIdOf({ unit: cell.id, date: day('2025-11-03'), group: 3 }),
  group: 3,
  unit: cell.id,
  date: day('2025-11-03'),
  meeting: 'cell',
  member: 'Phó Trưởng ban Dân vận Huyện ủy',
  state: 'done',
  report: {
    seen: 'Đủ trình tự các bước; thảo luận đúng nội dung trọng tâm.',
    advice: 'Gửi tài liệu sớm hơn để đảng viên nghiên cứu trước.',
    adviceKept: 'partly',
    lastAdvice: 'Đã khắc phục một phần.',
    points: { content: 2.5, guiding: 2, published: 1 },
    matters: fullReport.matters,
  },
  revision: 2,
  by: { user: 'group3', role: 'group', unit: district.id },
  at: '2025-11-04T02:10:00.000Z',
};
const { report: _, ...unreported } = visit;
/** The same before it took place. */
export const plannedVisit = { ...unreported, state: 'planned', revision: 1 } as const;
