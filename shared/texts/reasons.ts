/**
 * Why a criterion has its points, in one Vietnamese sentence: the score sheet is read out in the cell, and the minutes
 * that carry it are Vietnamese.
 */
export const reasons = {
  durationMet: (minutes: number, least: number) => `Họp ${minutes} phút, đạt mức tối thiểu ${least} phút`,
  durationMissed: (minutes: number, least: number) => `Thiếu ${least - minutes} phút so với ${least} phút`,
  attendance: (present: number, required: number, percent: string, target: string) =>
    `Có mặt ${present}/${required} đảng viên (${percent}), yêu cầu ${target}`,
  attendanceUnexcused: (unexcused: number) => `Có ${unexcused} đảng viên vắng không lý do`,
  noBase: () => 'Không có đảng viên phải dự, không có cơ sở tính',
  parts: (done: readonly string[], lacking: readonly string[]) =>
    [done.length > 0 && `Có: ${done.join(', ')}`, lacking.length > 0 && `chưa có: ${lacking.join(', ')}`]
      .filter(Boolean)
      .join('; '),
  targets: (met: number, set: number) => `Đạt ${met}/${set} chỉ tiêu của nghị quyết kỳ trước`,
  unknown: () => 'Báo cáo chưa khai nội dung này',
  judged: () => 'Chi ủy, bí thư chi bộ chấm',
  notJudged: () => 'Chưa được chấm',
} as const;

/** The parts that the computed criteria look for. */
export const partNames = {
  committeeMet: 'họp chi ủy',
  oriented: 'cấp trên định hướng nội dung',
  papersSent: 'gửi tài liệu trước ít nhất một ngày',
  stepsFollowed: 'đủ trình tự các bước',
  previousReviewed: 'kiểm điểm nghị quyết kỳ trước',
  resolution: 'kết luận hoặc nghị quyết',
  minutesKept: 'biên bản',
} as const;
