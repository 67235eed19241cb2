import type { IndicatorId } from '#shared/scorecards/indicators.ts';

/** What is to be done about a figure that misses its target. */
export const remedies: Readonly<Partial<Record<IndicatorId, string>>> = {
  reported: 'đôn đốc các chi bộ chưa nộp báo cáo, xác định rõ người chịu trách nhiệm',
  onTime: 'nhắc trước hạn, chấn chỉnh việc nộp báo cáo chậm',
  met: 'yêu cầu các chi bộ không sinh hoạt thường kỳ báo cáo lý do, tổ chức sinh hoạt bù',
  attendance: 'quản lý chặt việc dự sinh hoạt, xét miễn sinh hoạt đúng quy định, gặp gỡ đảng viên vắng nhiều',
  attendanceCells: 'giúp các chi bộ chưa đạt tỷ lệ dự bố trí giờ họp phù hợp với đảng viên',
  resolution: 'hướng dẫn chi bộ ra nghị quyết, kết luận có chỉ tiêu, rõ người, rõ thời hạn',
  preparation: 'yêu cầu họp chi ủy và gửi tài liệu trước buổi sinh hoạt ít nhất một ngày',
  duration: 'bảo đảm thời lượng sinh hoạt theo quy định, tăng thời gian thảo luận',
  thematicQuarter: 'tổ chức sinh hoạt chuyên đề ở các chi bộ chưa đủ trong quý',
};
