import type { Columns } from '#functions/http/csv-columns.ts';
import { type ResultUnit, resultUnitCodes, resultUnits } from '#shared/reports/result-units.ts';
import { type Topic, topics } from '#shared/reports/topics.ts';
import { type IndicatorId, indicatorIds, indicatorTable, ruleOf } from '#shared/scorecards/indicators.ts';

/*
 * The columns of a scorecard's CSV files, in the order of the files. The files' heads, their dictionary
 * (`web/public/assets/scorecard-columns.csv`) and the descriptions for programs (CSVW) are made from these tables.
 */

/** Of the figures: named as the fields of the JSON are. */
export const figureColumns = {
  unit: {
    type: 'text',
    vi: 'Mã đơn vị: đường dẫn huyện.xã.chi-bộ; tổ công tác là huyện#số',
    en: 'Unit: path district.commune.cell; a working group is district#number',
  },
  name: { type: 'text', vi: 'Tên trong kỳ', en: 'Name in the period' },
  level: { type: 'text', vi: 'Cấp: district, commune, cell, group', en: 'Level: district, commune, cell, group' },
  rank: {
    type: 'whole',
    vi: 'Hạng, từ 1, theo số chỉ tiêu đạt rồi tỷ lệ dự; bằng nhau thì cùng hạng; trống khi kỳ chưa chốt hoặc quá ít báo cáo',
    en: 'Rank from 1, by targets met, then attendance; equals share it; blank while the period is open or too few reported',
  },
  month: {
    type: 'text',
    vi: 'Kỳ: tháng 2021-02, quý 2021-Q1, nửa năm 2021-H1, năm 2021',
    en: 'Period: month, quarter, half year or year',
  },
  status: { type: 'text', vi: 'live: tạm tính; official: chính thức', en: 'live or official' },
  revision: { type: 'whole', vi: 'Lần chốt, từ 1; 0 khi tạm tính', en: 'Official revision from 1; 0 while live' },
  indicator: {
    type: 'text',
    vi: 'Mã chỉ tiêu; kết quả bằng con số: result và mã đơn vị tính, đứng sau mọi chỉ tiêu; chi bộ có và không có cán bộ, công chức xã: withStaff., withoutStaff. và mã chỉ tiêu',
    en: 'Figure; of results in numbers: result and their unit, behind all figures; of cells with and without commune staff: withStaff., withoutStaff. and the figure',
  },
  indicatorName: { type: 'text', vi: 'Tên chỉ tiêu', en: 'Name of the figure in Vietnamese' },
  numerator: {
    type: 'whole',
    vi: 'Tử số: số thực hiện; điểm bình quân tính bằng phần trăm điểm',
    en: 'Numerator; of means in hundredths',
  },
  denominator: {
    type: 'whole',
    vi: 'Mẫu số: trên tổng số; điểm bình quân nhân 100',
    en: 'Denominator; of means times 100',
  },
  value: {
    type: 'decimal',
    vi: 'Tỷ lệ phần trăm hoặc số bình quân, một chữ số thập phân; trống: không có cơ sở tính; ở dòng kết quả: số lượng cộng lại',
    en: 'Percent or mean with one decimal; blank: no base; of results the quantity in all',
  },
  targetComparison: { type: 'text', vi: 'Cách so với yêu cầu: >= hoặc >', en: 'Comparison with the target: >= or >' },
  targetPercent: {
    type: 'decimal',
    vi: 'Mức yêu cầu, phần trăm; trống: không có yêu cầu',
    en: 'Target in percent; blank: none',
  },
  met: {
    type: 'yesNo',
    vi: 'yes: đạt; no: chưa đạt; trống: không có yêu cầu hoặc cơ sở',
    en: 'yes, no, or blank where there is no target or no base',
  },
  previousMonthNumerator: {
    type: 'whole',
    vi: 'Tử số của kỳ trước; chỉ tiêu tính từ đầu quý: của cùng tháng quý trước; trống khi một trong hai kỳ chưa chốt',
    en: 'Numerator of the period before; of figures since the quarter began, of the same month of the quarter before; blank while either is open',
  },
  previousMonthDenominator: {
    type: 'whole',
    vi: 'Mẫu số của kỳ trước; chỉ tiêu tính từ đầu quý: của cùng tháng quý trước; trống khi một trong hai kỳ chưa chốt',
    en: 'Denominator of the period before; of figures since the quarter began, of the same month of the quarter before; blank while either is open',
  },
  previousYearNumerator: {
    type: 'whole',
    vi: 'Tử số của cùng kỳ năm trước',
    en: 'Numerator of the same period a year before',
  },
  previousYearDenominator: {
    type: 'whole',
    vi: 'Mẫu số của cùng kỳ năm trước',
    en: 'Denominator of the same period a year before',
  },
  generatedAt: { type: 'instant', vi: 'Lúc tổng hợp, giờ UTC', en: 'When it was rolled up, UTC' },
  digest: { type: 'text', vi: 'Mã kiểm tra', en: 'Digest by which it is recomputed' },
  generated: { type: 'yesNo', vi: 'yes: dữ liệu minh họa', en: 'yes: made-up data' },
  verdict: {
    type: 'text',
    vi: 'met: đạt; missed: chưa đạt; open: chưa kết luận, còn báo cáo có thể đến; trống: không có yêu cầu hoặc cơ sở',
    en: 'met, missed, open while reports that may still come could turn it, or blank',
  },
  notDue: {
    type: 'whole',
    vi: 'Số chi bộ của đơn vị chưa đến hạn báo cáo',
    en: 'Cells of the unit whose report is not due yet',
  },
  missing: {
    type: 'whole',
    vi: 'Số chi bộ của đơn vị không có báo cáo khi đã quá hạn',
    en: 'Cells of the unit without a report after the deadline',
  },
  results: {
    type: 'whole',
    vi: 'Số kết quả được cộng trong value, ở các dòng kết quả bằng con số',
    en: 'How many results value adds up, in the lines of results',
  },
} as const satisfies Columns;

const topicCodes = Object.keys(topics) as readonly Topic[];

/** @example resultColumn('road') //=> 'resultRoad' */
export function resultColumn(code: ResultUnit): string {
  return `result${code.charAt(0).toUpperCase()}${code.slice(1)}`;
}

/** Whether an indicator takes one column of the table of cells: it has no denominator. */
export function isCount(id: IndicatorId): boolean {
  return ruleOf(id).as === 'count';
}

/** Of the cells: who and when, then two a figure, then the matters by topic and the results by unit. */
export const cellColumns: Columns = {
  unit: figureColumns.unit,
  name: figureColumns.name,
  commune: { type: 'text', vi: 'Mã tổ chức cơ sở đảng', en: 'Commune' },
  communeName: { type: 'text', vi: 'Tên tổ chức cơ sở đảng trong kỳ', en: 'Name of the commune in the period' },
  month: figureColumns.month,
  status: figureColumns.status,
  revision: figureColumns.revision,
  rank: figureColumns.rank,
  meetingDay: {
    type: 'day',
    vi: 'Ngày sinh hoạt thường kỳ; trống: không có',
    en: 'Day of the regular meeting; blank: none',
  },
  members: { type: 'whole', vi: 'Đảng viên chính thức và dự bị', en: 'Full and probationary members' },
  reasons: {
    type: 'text',
    vi: 'Mã các nội dung chưa đạt, cách nhau bằng dấu cách',
    en: 'Why the cell is below the norm, separated by blanks',
  },
  ...Object.fromEntries(indicatorIds.flatMap(columnsOf)),
  ...Object.fromEntries(
    topicCodes.map((code) => [
      `topic${code}`,
      { type: 'whole', vi: `Số vấn đề phản ánh: ${topics[code].vi}`, en: `Matters raised: ${topics[code].en}` },
    ]),
  ),
  ...Object.fromEntries(
    resultUnitCodes.map((code) => [
      resultColumn(code),
      {
        type: 'decimal',
        vi: `Kết quả đã báo: ${resultUnits[code].vi}`,
        en: `Results reported: ${resultUnits[code].en}`,
      },
    ]),
  ),
};

function columnsOf(id: IndicatorId): [string, Columns[string]][] {
  const { vi, en } = indicatorTable[id].label;
  if (isCount(id)) return [[id, { type: 'whole', vi, en }]];
  return [
    [`${id}Numerator`, { type: 'whole', vi: `${vi}: tử số`, en: `${en}: numerator` }],
    [`${id}Denominator`, { type: 'whole', vi: `${vi}: mẫu số`, en: `${en}: denominator` }],
  ];
}

/** Of a unit's months. */
export const trendColumns = {
  unit: { type: 'text', vi: 'Mã đơn vị: đường dẫn huyện.xã', en: 'Unit: path district.commune' },
  name: { type: 'text', vi: 'Tên trong tháng mới nhất', en: 'Name in the newest month' },
  month: { type: 'text', vi: 'Tháng: 2021-02', en: 'Month: 2021-02' },
  status: figureColumns.status,
  figure: {
    type: 'text',
    vi: 'Mã chỉ tiêu, hoặc topic và mã lĩnh vực',
    en: 'Figure, or topic and the code of a topic',
  },
  figureName: { type: 'text', vi: 'Tên chỉ tiêu hoặc lĩnh vực', en: 'Name of the figure or topic in Vietnamese' },
  numerator: { type: 'whole', vi: 'Tử số; số vấn đề của lĩnh vực', en: 'Numerator; the matters of the topic' },
  denominator: { type: 'whole', vi: 'Mẫu số; tổng số vấn đề của tháng', en: 'Denominator; all matters of the month' },
} as const satisfies Columns;
