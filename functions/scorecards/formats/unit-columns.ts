import type { IndicatorId } from '#shared/scorecards/indicators.ts';

/** A whole number that stands in a column, taken from a figure's parts. */
export interface CountColumn {
  readonly key: string;
  readonly head: string;
  readonly of: readonly [IndicatorId, 'numerator' | 'denominator'];
}

/** What follows from other columns of its row, and is a formula in the sheet. */
export interface DerivedColumn {
  readonly key: string;
  readonly head: string;
  /** Columns added up, less those of `minus`, over the sum of `over`; without `over`, the sum itself. */
  readonly sum: readonly string[];
  readonly minus?: readonly string[];
  readonly over?: readonly string[];
  /** The figure whose target the column is held against. */
  readonly judged?: IndicatorId;
}

/** A mean: its sum is in no column, so it is a number, and its total is weighed by the column `weight`. */
export interface MeanColumn {
  readonly key: string;
  readonly head: string;
  readonly mean: IndicatorId;
  readonly weight: string;
}

export type Column = CountColumn | DerivedColumn | MeanColumn;
export interface Band {
  readonly head: string;
  readonly columns: readonly Column[];
}

const reported = ['onTime', 'late'] as const;
const rate = (judged: IndicatorId, sum: readonly string[], over: readonly string[], head = 'Tỷ lệ'): DerivedColumn => ({
  key: `${judged}Rate`,
  head,
  sum,
  over,
  judged,
});

/** The columns that single cells have too. Figures that share a base show it once. */
const commonBands: readonly Band[] = [
  {
    head: 'Chế độ báo cáo (số chi bộ)',
    columns: [
      { key: 'due', head: 'Phải báo cáo', of: ['reported', 'denominator'] },
      { key: 'onTime', head: 'Đúng hạn', of: ['onTime', 'numerator'] },
      { key: 'late', head: 'Nộp chậm', of: ['late', 'numerator'] },
      { key: 'missing', head: 'Chưa nộp', sum: ['due'], minus: reported },
      rate('reported', reported, ['due'], 'Tỷ lệ báo cáo'),
      rate('onTime', ['onTime'], ['due'], 'Tỷ lệ đúng hạn'),
    ],
  },
  {
    head: 'Sinh hoạt thường kỳ',
    columns: [
      { key: 'held', head: 'Có họp', of: ['met', 'numerator'] },
      rate('met', ['held'], reported),
      { key: 'duration', head: 'Đủ thời lượng', of: ['duration', 'numerator'] },
      rate('duration', ['duration'], ['held']),
    ],
  },
  {
    head: 'Đảng viên dự sinh hoạt',
    columns: [
      { key: 'present', head: 'Có mặt', of: ['attendance', 'numerator'] },
      { key: 'required', head: 'Phải dự', of: ['attendance', 'denominator'] },
      rate('attendance', ['present'], ['required']),
      { key: 'attendanceMet', head: 'Chi bộ đạt tỷ lệ', of: ['attendanceCells', 'numerator'] },
      { key: 'attendanceBase', head: 'Chi bộ tính tỷ lệ', of: ['attendanceCells', 'denominator'] },
      rate('attendanceCells', ['attendanceMet'], ['attendanceBase']),
    ],
  },
  {
    head: 'Chuẩn bị, nghị quyết (số chi bộ)',
    columns: [
      { key: 'preparation', head: 'Chuẩn bị đúng', of: ['preparation', 'numerator'] },
      rate('preparation', ['preparation'], ['held']),
      { key: 'resolution', head: 'Có nghị quyết, kết luận', of: ['resolution', 'numerator'] },
      rate('resolution', ['resolution'], ['held']),
      { key: 'thematic', head: 'Có chuyên đề', of: ['thematic', 'numerator'] },
      { key: 'thematicQuarter', head: 'Đủ chuyên đề trong quý', of: ['thematicQuarter', 'numerator'] },
    ],
  },
  {
    head: 'Chấm điểm, xếp loại (số chi bộ)',
    columns: [
      { key: 'scored', head: 'Được chấm', of: ['gradeGood', 'denominator'] },
      { key: 'score', head: 'Điểm bình quân', mean: 'score', weight: 'scored' },
      { key: 'gradeGood', head: 'Tốt', of: ['gradeGood', 'numerator'] },
      { key: 'gradeFair', head: 'Khá', of: ['gradeFair', 'numerator'] },
      { key: 'gradeAverage', head: 'Trung bình', of: ['gradeAverage', 'numerator'] },
      { key: 'gradePoor', head: 'Kém', of: ['gradePoor', 'numerator'] },
    ],
  },
  {
    head: 'Cấp trên dự (số chi bộ)',
    columns: [
      { key: 'groupVisits', head: 'Tổ công tác', of: ['groupVisits', 'numerator'] },
      { key: 'communeAttended', head: 'Cấp ủy cơ sở', of: ['communeAttended', 'numerator'] },
    ],
  },
  {
    head: 'Nhiệm vụ tháng trước, vấn đề',
    columns: [
      { key: 'followedUp', head: 'Nhiệm vụ theo dõi', of: ['tasksDone', 'denominator'] },
      { key: 'tasksDone', head: 'Hoàn thành', of: ['tasksDone', 'numerator'] },
      { key: 'tasksOverdue', head: 'Quá hạn', of: ['tasksOverdue', 'numerator'] },
      { key: 'matters', head: 'Vấn đề phản ánh', of: ['matters', 'numerator'] },
    ],
  },
];

/** The columns of communes and groups: of what stands here beyond the others a single cell has one or none. */
export const bands: readonly Band[] = [
  ...commonBands,
  {
    head: 'Tổ công tác, cấp ủy viên phụ trách',
    columns: [
      { key: 'visitsPlanned', head: 'Buổi dự theo kế hoạch', of: ['visitsDone', 'denominator'] },
      { key: 'visitsDone', head: 'Đã dự, có báo cáo', of: ['visitsDone', 'numerator'] },
      { key: 'cellsCovered', head: 'Chi bộ được dự', of: ['cellsCovered', 'numerator'] },
      { key: 'inCharge', head: 'Chi bộ có người phụ trách', of: ['inCharge', 'numerator'] },
      { key: 'chargeOriented', head: 'Được định hướng', of: ['chargeOriented', 'numerator'] },
      { key: 'chargeAttended', head: 'Được người phụ trách dự', of: ['chargeAttended', 'numerator'] },
    ],
  },
  {
    head: 'Giải quyết vấn đề',
    columns: [
      { key: 'mattersOpened', head: 'Tiếp nhận', of: ['mattersOpened', 'numerator'] },
      { key: 'mattersSettled', head: 'Đã giải quyết', of: ['mattersSettled', 'numerator'] },
      { key: 'mattersOpen', head: 'Còn lại', of: ['mattersOverdue', 'denominator'] },
      { key: 'mattersOverdue', head: 'Quá hạn', of: ['mattersOverdue', 'numerator'] },
    ],
  },
];

/** The columns of single cells: of one cell the counts say all, but for attendance. */
export const cellBands: readonly Band[] = commonBands.map((band) => ({
  ...band,
  columns: band.columns.filter((column) => !('over' in column && column.over) || column.judged === 'attendance'),
}));
