import type { Flag } from '#shared/judging/judgement.ts';
import { type Bilingual, inEach } from '#shared/language/lang.ts';

export const flagLabels = inEach({
  missing: { vi: 'chưa nộp báo cáo', en: 'no report' },
  'no-regular': { vi: 'không có sinh hoạt thường kỳ', en: 'no regular meeting' },
  late: { vi: 'nộp chậm', en: 'late' },
  'below-attendance': { vi: 'tỷ lệ dự họp chưa đạt', en: 'attendance below target' },
  'unexcused-absence': { vi: 'có đảng viên vắng không lý do', en: 'absence without a reason' },
  'too-short': { vi: 'họp ngắn hơn quy định', en: 'too short' },
  'off-day': { vi: 'họp sau thời gian quy định trong tháng', en: 'later in the month than allowed' },
  'no-resolution': { vi: 'không có nghị quyết, kết luận', en: 'no resolution or conclusion' },
  'papers-late': { vi: 'tài liệu gửi chậm', en: 'papers late' },
  'committee-not-met': { vi: 'không họp chi ủy chuẩn bị', en: 'the committee did not meet before' },
  'preparation-unsaid': { vi: 'chưa báo đủ việc chuẩn bị', en: 'preparation not fully reported' },
  'several-regular': { vi: 'nhiều hơn một buổi thường kỳ', en: 'more than one regular meeting' },
  'no-thematic': { vi: 'quý này chưa đủ sinh hoạt chuyên đề', en: 'thematic meeting of the quarter not held' },
} as const satisfies Record<Flag, Bilingual>);
