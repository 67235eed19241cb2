import type { CellFigure, CellRow } from '#functions/scorecards/formats/cell-rows.ts';
import type { FileParts } from '#functions/scorecards/formats/to-xlsx.ts';
import {
  type Block,
  centredColumn as centred,
  numberColumn as number,
  textColumn as text,
} from '#shared/documents/block.ts';
import { FINEST } from '#shared/input/numbers.ts';
import { flagLabels } from '#shared/judging/texts/flags.ts';
import { overrideWords } from '#shared/judging/texts/overrides.ts';
import { capitalized, formatMonth, formatNumber, formatPercent, formatPeriod } from '#shared/language/format.ts';
import { regimeById, requireRegime } from '#shared/norms/regimes.ts';
import { targetWords } from '#shared/norms/texts/target.ts';
import { lastMonthOf } from '#shared/period.ts';
import { type ResultUnit, resultUnitCodes, resultUnits } from '#shared/reports/result-units.ts';
import { type Topic, topics } from '#shared/reports/topics.ts';
import { findIndicator } from '#shared/scorecards/find-indicator.ts';
import { type IndicatorRule, indicatorIds, indicatorTable, ruleOf } from '#shared/scorecards/indicators.ts';
import { wholeLine } from '#shared/scorecards/matter-lines.ts';
import { readingOf } from '#shared/scorecards/measure.ts';
import type {
  Fraction,
  Indicator,
  MatterLine,
  MatterLines,
  ResultSums,
  Scorecard,
  StaffSides,
} from '#shared/scorecards/scorecard.ts';
import { staffLines } from '#shared/scorecards/staff-lines.ts';
import { summarize } from '#shared/scorecards/summarize.ts';
import { comparedWords } from '#shared/scorecards/texts/compared.ts';
import {
  type Column as ColumnId,
  columnLabels,
  columns,
  indicatorLabels,
} from '#shared/scorecards/texts/indicators.ts';
import { matterLineTexts, medianWords } from '#shared/scorecards/texts/matter-lines.ts';
import { placeWords } from '#shared/scorecards/texts/place.ts';
import { resultTexts } from '#shared/scorecards/texts/results.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';
import { staffTexts } from '#shared/scorecards/texts/staff.ts';
import { alikeWords, needWords } from '#shared/scorecards/texts/summary.ts';
import { topicMonthTexts } from '#shared/scorecards/texts/topic-months.ts';
import { topicTrendOf } from '#shared/scorecards/topic-months.ts';
import type { Trend } from '#shared/scorecards/trend.ts';
import { withoutReport } from '#shared/scorecards/without-report.ts';
import { parentOf } from '#shared/units/units.ts';

type ReportParts = Pick<FileParts, 'cells' | 'trend' | 'place'>;

/** The content of the report, from the first heading to the basis of its figures; it includes every unit and cell. */
export function reportContent(scorecard: Scorecard, { cells, trend, place }: ReportParts): Block[] {
  const isDistrict = parentOf(scorecard.unit) === undefined;
  const { children, groups, belowNorm, matters } = scorecard;
  const units = (head: string, rows: readonly { name: string; indicators: readonly Indicator[] }[]): Block => ({
    columns: [
      centred('TT', 6),
      text(head, 22),
      ...columns.map((column) => number(columnLabels.vi[column], widths[column] ?? 10)),
    ],
    rows: rows.map(({ name, indicators }, at) => [
      String(at + 1),
      capitalized(name),
      ...columns.map((column) => shareWords(findIndicator(indicators, column))),
    ]),
  });
  const blocks: Block[] = [
    { heading: 'Kết quả chung' },
    ...introduction(scorecard).map((sentence) => ({ text: sentence })),
    figures(scorecard),
    { note: comparedWords(scorecard, 'vi') },
  ];
  if (place) blocks.push({ text: `${placeWords(place)}:` }, figures(place));
  if (isDistrict) blocks.push({ heading: 'Kết quả theo tổ chức cơ sở đảng' }, units('Đảng bộ', children), legend);
  if (groups.length > 0) blocks.push({ heading: 'Kết quả theo tổ công tác' }, units('Tổ công tác', groups), legend);
  if (matters)
    blocks.push({ heading: matterLineTexts.vi.title }, matterTable(matters), { note: matterLineTexts.vi.note });
  if (scorecard.results) blocks.push(...resultBlocks(scorecard, isDistrict));
  if (scorecard.staff) blocks.push(...staffBlocks(scorecard.staff, scorecard.status));
  blocks.push(
    { heading: 'Ý thức và chất lượng sinh hoạt, từng tháng' },
    monthTable('Chỉ tiêu (%)', trend.months, conductRows(trend)),
    { heading: topicMonthTexts.vi.title },
    monthTable(matterLineTexts.vi.topic, trend.months, topicRows(trend)),
    { note: topicMonthTexts.vi.note },
  );
  blocks.push({ heading: 'Kết quả theo chi bộ' }, cellTable(cells, isDistrict), {
    heading: 'Chi bộ có nội dung chưa đạt',
  });
  if (belowNorm.length === 0) blocks.push({ text: 'Không có chi bộ nào chưa đạt yêu cầu.' });
  else blocks.push(reasons(scorecard));
  return [...blocks, { heading: 'Căn cứ và cách tính' }, ...basis(scorecard).map((sentence) => ({ note: sentence }))];
}

/** Members are counted in thousands, cells are not. */
const widths: Readonly<Partial<Record<ColumnId, number>>> = { attendance: 15, score: 8 };

const legend: Block = {
  note: '*: chưa đạt yêu cầu; …: chưa kết luận, còn báo cáo có thể đến; “—”: không có cơ sở tính.',
};

/** Of one cell its attendance says whether it is at the target. */
type CellColumn = Exclude<ColumnId, 'attendanceCells'>;
const cellColumns = columns.filter((column): column is CellColumn => column !== 'attendanceCells');
const cellWidths = {
  reported: 10,
  onTime: 10,
  met: 10,
  attendance: 16,
  resolution: 9,
  score: 8,
} as const satisfies Record<CellColumn, number>;

/** Every cell, in one line each where its name allows: of one cell the counts say all, but for attendance. */
function cellTable(cells: readonly CellRow[], isDistrict: boolean): Block {
  return {
    columns: [
      centred('TT', 7),
      ...(isDistrict ? [text('Đảng bộ', 18)] : []),
      text('Chi bộ', isDistrict ? 30 : 48),
      ...cellColumns.map((column) => number(columnLabels.vi[column], cellWidths[column])),
    ],
    rows: cells.map(({ name, commune, indicators }, at) => [
      String(at + 1),
      ...(isDistrict ? [capitalized(commune.name)] : []),
      name,
      ...cellColumns.map((column) => cellWords(column, findIndicator(indicators, column))),
    ]),
  };
}

function cellWords(column: CellColumn, figure: CellFigure | undefined): string {
  if (column === 'attendance') return shareWords(figure);
  return ruleOf(column).as === 'mean' ? readingWords(figure) : partsWords(figure);
}

function introduction(scorecard: Scorecard): string[] {
  const { month, name, indicators } = scorecard;
  const { met, judged, open, overdue, followedUp, needHelp, alike } = summarize(scorecard);
  const needs = [
    ...needHelp.map((need) => `${need.child.name} (${needWords(need, 'vi')})`),
    ...(alike > 0 ? [alikeWords(alike, 'vi')] : []),
  ];
  const { notDue, missing } = withoutReport(indicators);
  const [reported, attendance] = (['reported', 'attendance'] as const).map((id) => findIndicator(indicators, id));
  return [
    `${capitalized(formatPeriod(month))}, ${name} có ${partsWords(reported)} chi bộ đã báo cáo` +
      ` (${readingWords(reported)}); đảng viên dự sinh hoạt ${partsWords(attendance)} (${readingWords(attendance)});` +
      ` đạt ${met}/${judged} chỉ tiêu có yêu cầu.`,
    ...(open > 0 ? [scorecardTexts.vi.glanceOpen(formatNumber(open))] : []),
    `Chi bộ chưa có báo cáo: ${scorecardTexts.vi.notDue(formatNumber(notDue))}; ${scorecardTexts.vi.missing(formatNumber(missing))} khi đã quá hạn.`,
    ...(followedUp > 0 ? [`Nhiệm vụ đã giao mà quá hạn: ${formatNumber(overdue)}/${formatNumber(followedUp)}.`] : []),
    ...(needs.length > 0 ? [`Đơn vị cần ưu tiên giúp đỡ: ${needs.join('; ')}.`] : []),
  ];
}

function figures({ indicators }: Pick<Scorecard, 'indicators'>): Block {
  const { notDue, missing } = withoutReport(indicators);
  return {
    columns: [
      centred('TT', 5),
      text('Chỉ tiêu', 30),
      number('Số lượng', 15),
      number('Kết quả', 10),
      number('Chưa có báo cáo', 9),
      centred('Yêu cầu', 10),
      centred('Đánh giá', 12),
      number('Kỳ trước', 10),
      number('Cùng kỳ', 10),
    ],
    rows: indicators.map((figure, at) => [
      String(at + 1),
      indicatorLabels.vi[figure.id],
      partsWords(figure),
      readingWords(figure),
      figure.target ? formatNumber(notDue + missing) : '',
      figure.target ? targetWords(figure.target, 'vi') : '',
      figure.verdict ? scorecardTexts.vi[figure.verdict] : '',
      earlierWords(figure, figure.previousMonth),
      earlierWords(figure, figure.previousYear),
    ]),
  };
}

/** What resolutions have brought about: in all, and by the units that report any. */
function resultBlocks({ results = {}, children }: Scorecard, isDistrict: boolean): Block[] {
  const t = resultTexts.vi;
  const units = resultUnitCodes.filter((code) => results[code]);
  const quantity = (sums: ResultSums, code: ResultUnit) => bare(sums[code]?.quantity);
  return [
    { heading: t.title },
    {
      columns: [text(t.unit, 40), number(t.quantity, 30), number(t.results, 30)],
      rows: units.map((code) => [resultUnits[code].vi, quantity(results, code), bare(results[code]?.results)]),
    },
    {
      columns: [
        text(isDistrict ? 'Đảng bộ' : 'Chi bộ', 28),
        ...units.map((code) => number(capitalized(resultUnits[code].vi), 12)),
      ],
      rows: children.flatMap(({ name, results: own }) =>
        own ? [[capitalized(name), ...units.map((code) => quantity(own, code))]] : [],
      ),
    },
    { note: t.note },
  ];
}

function staffBlocks(staff: StaffSides, status: Scorecard['status']): Block[] {
  const t = staffTexts.vi;
  return [
    { heading: t.title },
    {
      columns: [text(t.figure, 52), number(t.with, 24), number(t.without, 24)],
      rows: staffLines({ staff, status }, 'vi').map(({ label, with: own, without }) => [label, own, without]),
    },
    { note: t.note(formatNumber(staff.unknown)) },
  ];
}

function matterTable(matters: MatterLines): Block {
  const t = matterLineTexts.vi;
  const counts = ['opened', 'settled', 'open', 'overdue'] as const;
  const row = (name: string, line: MatterLine) => [
    name,
    ...counts.map((count) => formatNumber(line[count])),
    medianWords(line.days, 'vi'),
  ];
  return {
    columns: [text(t.topic, 30), ...counts.map((count) => number(t[count], 13)), number(t.half, 18)],
    rows: [
      ...(Object.entries(matters) as [Topic, MatterLine][]).map(([topic, line]) => row(topics[topic].vi, line)),
      row(t.all, wholeLine(matters)),
    ],
  };
}

type MonthRow = readonly [name: string, ...values: string[]];

/** Figures side by side, a column a month. */
function monthTable(head: string, months: Trend['months'], rows: readonly MonthRow[]): Block {
  const short = ({ month }: { readonly month: string }) => `${month.slice(5)}/${month.slice(2, 4)}`;
  return { columns: [text(head, 36), ...months.map((each) => number(short(each), 11))], rows };
}

function conductRows({ months }: Trend): MonthRow[] {
  const shown = indicatorIds.filter((id) => indicatorTable[id].shown.band === 'conduct');
  return shown.map((id) => [
    indicatorLabels.vi[id],
    ...months.map(({ indicators }) => bare(findIndicator(indicators, id)?.value)),
  ]);
}

/** Without its unit, which stands in the head: a column of a month is narrow. */
function bare(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : formatNumber(value);
}

function topicRows(trend: Trend): MonthRow[] {
  const { topics: raised, months } = topicTrendOf(trend);
  return [
    ...raised.map(
      (topic): MonthRow => [topics[topic].vi, ...months.map(({ counts }) => bare(counts && (counts[topic] ?? 0)))],
    ),
    [topicMonthTexts.vi.all, ...months.map(({ all }) => bare(all))],
    [topicMonthTexts.vi.bypass, ...months.map(({ bypass }) => bare(bypass))],
  ];
}

function reasons({ belowNorm }: Scorecard): Block {
  return {
    columns: [centred('TT', 5), text('Chi bộ', 32), text('Đảng bộ', 20), text('Nội dung chưa đạt', 43)],
    rows: belowNorm.map(({ name, commune, reasons }, at) => [
      String(at + 1),
      name,
      capitalized(commune),
      capitalized(reasons.map((reason) => flagLabels.vi[reason]).join('; ')),
    ]),
  };
}

function basis({ month, regime, overrides, parts, digest }: Scorecard): string[] {
  const { name, sources } = regimeById(regime) ?? requireRegime(lastMonthOf(month));
  const set = overrides ? overrideWords(overrides, 'vi').join('; ') : '';
  return [
    `Áp dụng: ${name} (${sources.map(({ number }) => number).join('; ')}).${set && ` Huyện quy định khác: ${set}.`}`,
    ...(parts ? [`Cộng từ các tháng: ${parts.map(({ month }) => formatMonth(month)).join(', ')}.`] : []),
    'Chi bộ chưa nộp báo cáo chỉ tính vào số phải nộp, không coi là 0; sau khi chốt, chi bộ không báo cáo không được coi là đạt những chỉ tiêu yêu cầu 100% chi bộ. Đạt hay chưa đạt xét trên số nguyên, trước khi làm tròn.',
    `Mã kiểm tra: ${digest}`,
  ];
}

const asOf = ({ id }: CellFigure): IndicatorRule['as'] => ruleOf(id).as;

function partsWords(figure: CellFigure | undefined): string {
  if (!figure) return '';
  const { numerator, denominator } = figure;
  if (asOf(figure) === 'count') return formatNumber(numerator);
  if (asOf(figure) === 'mean') return formatNumber(denominator / 100);
  return `${formatNumber(numerator)}/${formatNumber(denominator)}`;
}

function readingWords(figure: CellFigure | undefined): string {
  if (!figure || figure.value === null) return '—';
  return asOf(figure) ? formatNumber(figure.value) : formatPercent(figure.value, 'vi', FINEST);
}

function shareWords(figure: CellFigure | undefined): string {
  if (!figure || figure.denominator === 0) return '—';
  const mark = figure.verdict === 'missed' ? '*' : figure.verdict === 'open' ? '…' : '';
  const reading = readingWords(figure);
  if (asOf(figure)) return `${reading}${mark}`;
  return reading === '—' ? partsWords(figure) : `${partsWords(figure)} ${reading}${mark}`;
}

function earlierWords(figure: Indicator, earlier: Fraction | null): string {
  return earlier ? readingWords({ ...figure, ...earlier, value: readingOf(earlier, asOf(figure)) }) : '—';
}
