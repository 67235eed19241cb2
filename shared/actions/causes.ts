import type { Bilingual } from '#shared/language/lang.ts';

/**
 * Why a figure misses its target, as the district counts it: the short list is our choice, in the words in which reports
 * of the scheme name causes. What is particular stands in the note beside it.
 */
export const causes = {
  direction: { vi: 'Cấp ủy cơ sở chưa sát sao, ít kiểm tra', en: 'The commune’s committee follows up too little' },
  secretary: { vi: 'Bí thư, cấp ủy chi bộ thiếu kinh nghiệm điều hành', en: 'The cell’s leaders lack experience' },
  content: { vi: 'Nội dung sinh hoạt chưa thiết thực', en: 'What meetings are about is not concrete' },
  preparation: { vi: 'Chuẩn bị muộn, tài liệu không gửi trước', en: 'Late preparation, papers not sent ahead' },
  away: { vi: 'Nhiều đảng viên đi làm xa, tuổi cao, sức yếu', en: 'Many members work away, are old or ill' },
  time: { vi: 'Bố trí thời gian họp chưa phù hợp', en: 'Meetings at unsuitable times' },
  reporting: { vi: 'Báo cáo chậm, thống kê chưa đúng', en: 'Reports late or wrong' },
  conditions: { vi: 'Thiếu nơi họp, phương tiện, kinh phí', en: 'No place, means or money' },
  other: { vi: 'Nguyên nhân khác', en: 'Another cause' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Cause = keyof typeof causes;
