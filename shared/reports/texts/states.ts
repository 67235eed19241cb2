import { type Bilingual, inEach } from '#shared/language/lang.ts';
import type { Grade } from '#shared/norms/regimes.ts';
import type { BoardCell } from '#shared/reports/board.ts';
import type { State } from '#shared/reports/report.ts';

export const gradeLabels = inEach({
  good: { vi: 'Tốt', en: 'Good' },
  fair: { vi: 'Khá', en: 'Fair' },
  average: { vi: 'Trung bình', en: 'Average' },
  poor: { vi: 'Kém', en: 'Poor' },
} as const satisfies Record<Grade, Bilingual>);

/** A cell on the board. */
export const stateLabels = inEach({
  missing: { vi: 'Chưa nộp', en: 'Missing' },
  notDue: { vi: 'Chưa đến hạn', en: 'Not due yet' },
  submitted: { vi: 'Đã nộp', en: 'Submitted' },
  late: { vi: 'Nộp chậm', en: 'Late' },
  returned: { vi: 'Trả lại', en: 'Returned' },
  confirmed: { vi: 'Đã xác nhận', en: 'Confirmed' },
} as const satisfies Record<BoardCell['state'] | State | 'late' | 'notDue', Bilingual>);
