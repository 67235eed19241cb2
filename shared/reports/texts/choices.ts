import { type Bilingual, inEach } from '#shared/language/lang.ts';
import type { Grade } from '#shared/norms/regimes.ts';
import type { BoardCell } from '#shared/reports/board.ts';
import type { attendances, followUpStatuses, Kind, resolutions, State, severities } from '#shared/reports/report.ts';

export const kindLabels = inEach({
  regular: { vi: 'Thường kỳ', en: 'Regular' },
  thematic: { vi: 'Chuyên đề', en: 'Thematic' },
  extraordinary: { vi: 'Bất thường', en: 'Extraordinary' },
} as const satisfies Record<Kind, Bilingual>);

/** `unknown` stands for a blank: neither yes nor no. */
export const yesNoLabels = inEach({
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  na: { vi: 'Không có chi ủy', en: 'Has no committee' },
  unknown: { vi: 'Chưa rõ', en: 'Not known' },
});

export const resolutionLabels = inEach({
  none: { vi: 'Không có nghị quyết, kết luận', en: 'Neither' },
  conclusion: { vi: 'Kết luận', en: 'A conclusion' },
  resolution: { vi: 'Nghị quyết', en: 'A resolution' },
} as const satisfies Record<(typeof resolutions)[number], Bilingual>);

export const statusLabels = inEach({
  done: { vi: 'Hoàn thành', en: 'Done' },
  doing: { vi: 'Đang thực hiện', en: 'Under way' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  dropped: { vi: 'Thôi thực hiện', en: 'Dropped' },
} as const satisfies Record<(typeof followUpStatuses)[number], Bilingual>);

export const severityLabels = inEach({
  low: { vi: 'Thấp', en: 'Low' },
  medium: { vi: 'Trung bình', en: 'Medium' },
  high: { vi: 'Cao', en: 'High' },
} as const satisfies Record<(typeof severities)[number], Bilingual>);

export const attendedByLabels = inEach({
  none: { vi: 'Không có', en: 'Nobody' },
  commune: { vi: 'Cấp ủy viên cơ sở (xã, thị trấn)', en: 'The commune’s committee' },
  group: { vi: 'Tổ công tác của huyện', en: 'The district’s working group' },
  both: { vi: 'Cả hai', en: 'Both' },
} as const satisfies Record<(typeof attendances)[number], Bilingual>);

export const gradeLabels = inEach({
  good: { vi: 'Tốt', en: 'Good' },
  fair: { vi: 'Khá', en: 'Fair' },
  average: { vi: 'Trung bình', en: 'Average' },
  poor: { vi: 'Kém', en: 'Poor' },
} as const satisfies Record<Grade, Bilingual>);

/** A cell on the board. */
export const stateLabels = inEach({
  missing: { vi: 'Chưa nộp', en: 'Missing' },
  submitted: { vi: 'Đã nộp', en: 'Submitted' },
  late: { vi: 'Nộp chậm', en: 'Late' },
  returned: { vi: 'Trả lại', en: 'Returned' },
  confirmed: { vi: 'Đã xác nhận', en: 'Confirmed' },
} as const satisfies Record<BoardCell['state'] | State | 'late', Bilingual>);
