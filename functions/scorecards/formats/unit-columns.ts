import type { BandId, IndicatorId, indicatorTable } from '#shared/scorecards/indicators.ts';

/** A whole number that stands in a column, taken from a figure's parts. */
export interface CountColumn<Id = IndicatorId> {
  readonly key: string;
  readonly head: string;
  readonly of: readonly [Id, 'numerator' | 'denominator'];
}

/** What follows from other columns of its row, and is a formula in the sheet. */
export interface DerivedColumn<Id = IndicatorId> {
  readonly key: string;
  readonly head: string;
  /** Columns added up, over the sum of `over`. */
  readonly sum: readonly string[];
  readonly over: readonly string[];
  /** The figure whose target the column is held against. */
  readonly judged: Id;
}

/** A mean: its sum is in no column, so it is a number, and its total is weighed by the column `weight`. */
export interface MeanColumn<Id = IndicatorId> {
  readonly key: string;
  readonly head: string;
  readonly mean: Id;
  readonly weight: string;
}

export type Column<Id = IndicatorId> = CountColumn<Id> | DerivedColumn<Id> | MeanColumn<Id>;
export interface Band<Id = IndicatorId> {
  readonly head: string;
  readonly columns: readonly Column<Id>[];
}

/** The figures that say that a band shows them: no other can stand in it. */
type IdIn<B extends BandId> = {
  [Id in IndicatorId]: (typeof indicatorTable)[Id]['shown']['band'] extends B ? Id : never;
}[IndicatorId];

const reported = ['onTime', 'late'] as const;
const rate = <Id extends IndicatorId>(
  judged: Id,
  sum: readonly string[],
  over: readonly string[],
  head = 'Tỷ lệ',
): DerivedColumn<Id> => ({ key: `${judged}Rate`, head, sum, over, judged });

/** The bands in their order. Figures that share a base show it once. */
export const layout: { readonly [B in BandId]: Band<IdIn<B>> } = {
  reporting: {
    head: 'Chế độ báo cáo (số chi bộ)',
    columns: [
      { key: 'due', head: 'Phải báo cáo', of: ['reported', 'denominator'] },
      { key: 'onTime', head: 'Đúng hạn', of: ['onTime', 'numerator'] },
      { key: 'late', head: 'Nộp chậm', of: ['late', 'numerator'] },
      { key: 'notDue', head: 'Chưa đến hạn', of: ['notDue', 'numerator'] },
      { key: 'missing', head: 'Quá hạn, không có', of: ['missing', 'numerator'] },
      rate('reported', reported, ['due'], 'Tỷ lệ báo cáo'),
      rate('onTime', ['onTime'], ['due'], 'Tỷ lệ đúng hạn'),
    ],
  },
  meetings: {
    head: 'Sinh hoạt thường kỳ',
    columns: [
      { key: 'held', head: 'Có họp', of: ['met', 'numerator'] },
      { key: 'metBase', head: 'Chi bộ tính tỷ lệ', of: ['met', 'denominator'] },
      rate('met', ['held'], ['metBase']),
      { key: 'duration', head: 'Đủ thời lượng', of: ['duration', 'numerator'] },
      { key: 'heldBase', head: 'Chi bộ tính tỷ lệ', of: ['duration', 'denominator'] },
      rate('duration', ['duration'], ['heldBase']),
    ],
  },
  attendance: {
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
  conduct: {
    head: 'Ý thức và chất lượng sinh hoạt',
    columns: [
      { key: 'lateMembers', head: 'Đến muộn', of: ['lateArrivals', 'numerator'] },
      { key: 'latePresent', head: 'Có mặt ở buổi có ghi', of: ['lateArrivals', 'denominator'] },
      rate('lateArrivals', ['lateMembers'], ['latePresent']),
      { key: 'notesTaken', head: 'Ghi chép đầy đủ', of: ['notesTaken', 'numerator'] },
      { key: 'notesKnown', head: 'Có báo việc ghi chép', of: ['notesTaken', 'denominator'] },
      { key: 'halfSpoke', head: 'Nửa số có mặt phát biểu', of: ['halfSpoke', 'numerator'] },
      { key: 'speakersKnown', head: 'Có ghi số phát biểu', of: ['halfSpoke', 'denominator'] },
      { key: 'concrete', head: 'Nghị quyết cụ thể', of: ['concrete', 'numerator'] },
      { key: 'concreteKnown', head: 'Đủ thông tin xét', of: ['concrete', 'denominator'] },
      { key: 'sameFocus', head: 'Ba kỳ cùng nội dung', of: ['sameFocus', 'numerator'] },
      { key: 'focusCompared', head: 'Đủ ba kỳ để so', of: ['sameFocus', 'denominator'] },
    ],
  },
  preparation: {
    head: 'Chuẩn bị, nghị quyết (số chi bộ)',
    columns: [
      { key: 'preparation', head: 'Chuẩn bị đúng', of: ['preparation', 'numerator'] },
      rate('preparation', ['preparation'], ['heldBase']),
      { key: 'resolution', head: 'Có nghị quyết, kết luận', of: ['resolution', 'numerator'] },
      rate('resolution', ['resolution'], ['heldBase']),
      { key: 'thematic', head: 'Có chuyên đề', of: ['thematic', 'numerator'] },
      { key: 'thematicQuarter', head: 'Đủ chuyên đề trong quý', of: ['thematicQuarter', 'numerator'] },
    ],
  },
  scores: {
    head: 'Chấm điểm, xếp loại (số chi bộ)',
    columns: [
      { key: 'scored', head: 'Được xếp loại', of: ['gradeGood', 'denominator'] },
      { key: 'score', head: 'Điểm bình quân', mean: 'score', weight: 'scored' },
      { key: 'gradeGood', head: 'Tốt', of: ['gradeGood', 'numerator'] },
      { key: 'gradeFair', head: 'Khá', of: ['gradeFair', 'numerator'] },
      { key: 'gradeAverage', head: 'Trung bình', of: ['gradeAverage', 'numerator'] },
      { key: 'gradePoor', head: 'Kém', of: ['gradePoor', 'numerator'] },
      { key: 'ungraded', head: 'Chưa đủ căn cứ', of: ['ungraded', 'numerator'] },
    ],
  },
  superiors: {
    head: 'Cấp trên dự (số chi bộ)',
    columns: [
      { key: 'groupVisits', head: 'Tổ công tác', of: ['groupVisits', 'numerator'] },
      { key: 'communeAttended', head: 'Cấp ủy cơ sở', of: ['communeAttended', 'numerator'] },
    ],
  },
  tasks: {
    head: 'Nhiệm vụ tháng trước, vấn đề',
    columns: [
      { key: 'followedUp', head: 'Nhiệm vụ theo dõi', of: ['tasksDone', 'denominator'] },
      { key: 'tasksDone', head: 'Hoàn thành', of: ['tasksDone', 'numerator'] },
      { key: 'tasksOverdue', head: 'Quá hạn', of: ['tasksOverdue', 'numerator'] },
      { key: 'matters', head: 'Vấn đề phản ánh', of: ['matters', 'numerator'] },
      { key: 'bypass', head: 'Vượt cấp', of: ['bypass', 'numerator'] },
    ],
  },
  support: {
    head: 'Tổ công tác, cấp ủy viên phụ trách',
    columns: [
      { key: 'visitsPlanned', head: 'Buổi dự sinh hoạt theo kế hoạch', of: ['visitsDone', 'denominator'] },
      { key: 'visitsDone', head: 'Đã dự, có báo cáo', of: ['visitsDone', 'numerator'] },
      { key: 'cellsCovered', head: 'Chi bộ được dự', of: ['cellsCovered', 'numerator'] },
      { key: 'inCharge', head: 'Chi bộ có người phụ trách', of: ['inCharge', 'numerator'] },
      { key: 'chargeOriented', head: 'Được định hướng', of: ['chargeOriented', 'numerator'] },
      { key: 'chargeAttended', head: 'Được người phụ trách dự', of: ['chargeAttended', 'numerator'] },
    ],
  },
  settling: {
    head: 'Giải quyết vấn đề',
    columns: [
      { key: 'mattersOpened', head: 'Tiếp nhận', of: ['mattersOpened', 'numerator'] },
      { key: 'mattersSettled', head: 'Đã giải quyết', of: ['mattersSettled', 'numerator'] },
      { key: 'mattersOpen', head: 'Còn lại', of: ['mattersOverdue', 'denominator'] },
      { key: 'mattersOverdue', head: 'Quá hạn', of: ['mattersOverdue', 'numerator'] },
    ],
  },
};

/** The columns of communes and groups. */
export const bands: readonly Band[] = Object.values(layout);

/** Of these a single cell has one or none. */
const beyondCells: readonly Band[] = [layout.support, layout.settling];

/** The columns of single cells: of one cell the counts say all, but for attendance. */
export const cellBands: readonly Band[] = bands
  .filter((band) => !beyondCells.includes(band))
  .map((band) => ({
    ...band,
    columns: band.columns.filter((column) => !('judged' in column) || column.judged === 'attendance'),
  }));
