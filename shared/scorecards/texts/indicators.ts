import { type Bilingual, inEach } from '#shared/language/lang.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';

/** The figures of a scorecard, written out. */
export const indicatorLabels = inEach({
  reported: { vi: 'Chi bộ đã báo cáo', en: 'Cells that reported' },
  onTime: { vi: 'Báo cáo đúng hạn', en: 'Reports on time' },
  late: { vi: 'Báo cáo nộp chậm', en: 'Reports late' },
  met: { vi: 'Chi bộ có sinh hoạt thường kỳ', en: 'Cells that held a regular meeting' },
  attendance: { vi: 'Đảng viên dự sinh hoạt', en: 'Members present' },
  attendanceCells: { vi: 'Chi bộ đạt tỷ lệ dự', en: 'Cells at the attendance target' },
  resolution: { vi: 'Có nghị quyết hoặc kết luận', en: 'With a resolution or conclusion' },
  preparation: { vi: 'Chuẩn bị đúng quy định', en: 'Prepared as required' },
  duration: { vi: 'Đủ thời lượng', en: 'Long enough' },
  thematic: { vi: 'Có sinh hoạt chuyên đề', en: 'With a thematic meeting' },
  thematicQuarter: { vi: 'Đủ sinh hoạt chuyên đề trong quý', en: 'Thematic meeting held this quarter' },
  themesHeld: { vi: 'Chuyên đề theo kế hoạch quý đã sinh hoạt', en: 'Thematic meetings planned this quarter and held' },
  score: { vi: 'Điểm bình quân (trên 100)', en: 'Mean score (of 100)' },
  scoreGap: { vi: 'Tự chấm cao hơn thẩm định (điểm)', en: 'Own score above the reviewed one (points)' },
  gradeGood: { vi: 'Buổi sinh hoạt xếp loại Tốt', en: 'Meetings rated good' },
  gradeFair: { vi: 'Buổi sinh hoạt xếp loại Khá', en: 'Meetings rated fair' },
  gradeAverage: { vi: 'Buổi sinh hoạt xếp loại Trung bình', en: 'Meetings rated average' },
  gradePoor: { vi: 'Buổi sinh hoạt xếp loại Kém', en: 'Meetings rated poor' },
  groupVisits: { vi: 'Chi bộ báo có tổ công tác dự', en: 'Cells that report a working group attended' },
  visitsDone: { vi: 'Buổi tổ công tác đã dự, có báo cáo', en: 'Visits of working groups reported' },
  cellsCovered: { vi: 'Chi bộ được tổ công tác dự', en: 'Cells visited by their working group' },
  communeAttended: {
    vi: 'Chi bộ báo có cấp ủy viên cơ sở dự',
    en: 'Cells that report the commune’s committee attended',
  },
  inCharge: { vi: 'Chi bộ có cấp ủy viên phụ trách', en: 'Cells with a committee member in charge' },
  chargeOriented: { vi: 'Được cấp ủy viên phụ trách định hướng', en: 'Oriented by the member in charge' },
  chargeAttended: { vi: 'Được cấp ủy viên phụ trách dự', en: 'Attended by the member in charge' },
  tasksSet: { vi: 'Nhiệm vụ giao mới', en: 'New tasks' },
  tasksDone: { vi: 'Nhiệm vụ tháng trước hoàn thành', en: 'Last month’s tasks done' },
  tasksOverdue: { vi: 'Nhiệm vụ tháng trước quá hạn', en: 'Last month’s tasks overdue' },
  matters: { vi: 'Vấn đề được phản ánh', en: 'Matters raised' },
  mattersOpened: { vi: 'Vấn đề tiếp nhận trong kỳ', en: 'Matters opened' },
  mattersSettled: { vi: 'Vấn đề đã giải quyết, trả lời trong kỳ', en: 'Matters settled or answered' },
  mattersOverdue: { vi: 'Vấn đề còn lại đã quá hạn', en: 'Open matters that are overdue' },
} as const satisfies Record<IndicatorId, Bilingual>);

/** The figures that have a column in the tables of communes, cells and groups. */
export const columnLabels = inEach({
  reported: { vi: 'Báo cáo', en: 'Reported' },
  onTime: { vi: 'Đúng hạn', en: 'On time' },
  met: { vi: 'Thường kỳ', en: 'Regular' },
  attendance: { vi: 'Dự họp', en: 'Present' },
  attendanceCells: { vi: 'Đạt tỷ lệ dự', en: 'At target' },
  resolution: { vi: 'Nghị quyết', en: 'Resolution' },
  score: { vi: 'Điểm', en: 'Score' },
} as const satisfies Partial<Record<IndicatorId, Bilingual>>);

export type Column = keyof (typeof columnLabels)['vi'];
export const columns = Object.keys(columnLabels.vi) as readonly Column[];
