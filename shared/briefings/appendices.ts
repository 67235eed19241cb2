import { causes } from '#shared/actions/causes.ts';
import { type BriefingFacts, reasonCounts, unitName } from '#shared/briefings/facts.ts';
import {
  type Block,
  centredColumn as centred,
  type Line,
  numberColumn as number,
  textColumn as text,
} from '#shared/documents/block.ts';
import { criterionGroupName, criterionName } from '#shared/judging/texts/criteria.ts';
import { flagLabels } from '#shared/judging/texts/flags.ts';
import { capitalized, formatDay, formatNumber, formatPeriod } from '#shared/language/format.ts';
import { targetWords } from '#shared/norms/texts/target.ts';
import { partsWords, readingWords } from '#shared/scorecards/figure-words.ts';
import { findIndicator } from '#shared/scorecards/find-indicator.ts';
import { ruleOf } from '#shared/scorecards/indicators.ts';
import { GENERATED, statusOf } from '#shared/scorecards/letter-words.ts';
import { type MatrixCell, matrixOf } from '#shared/scorecards/matrix.ts';
import { readingOf } from '#shared/scorecards/measure.ts';
import type { Fraction, Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';
import { comparedWords } from '#shared/scorecards/texts/compared.ts';
import { columnLabels, columns, indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import { bandLegend, matrixLabel, matrixTexts, signsOf } from '#shared/scorecards/texts/matrix.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';
import type { Layout } from '#shared/units/letterheads.ts';
import { parentOf } from '#shared/units/units.ts';

/** The appendices of a briefing: the tables that its letter sums up. */
export function appendices(facts: BriefingFacts, { points }: Layout): Block[] {
  const { scorecard, actions } = facts;
  const { groups, digest } = scorecard;
  const isDistrict = parentOf(scorecard.unit) === undefined;
  const tables: readonly (readonly [title: string, ...Block[]])[] = [
    ['Kết quả các chỉ tiêu', figureTable(scorecard), { note: comparedWords(scorecard, 'vi') }],
    ['Ma trận chỉ tiêu theo đơn vị', ...matrixBlocks(scorecard)],
    ...(groups.length > 0 ? [['Kết quả theo tổ công tác', groupTable(groups), legend] as const] : []),
    ['Nội dung bị trừ điểm', lostTable(facts)],
    ['Chi bộ có nội dung chưa đạt', ...belowNormTables(scorecard, isDistrict)],
    ...(actions.length > 0 ? [['Biện pháp khắc phục đang thực hiện', actionTable(facts)] as const] : []),
  ];
  return [
    { page: 'appendices' },
    ...tables.flatMap(([title, ...blocks], at): Block[] => [
      ...(at > 0 ? [{ page: 'new' } as const] : []),
      {
        centred: [
          { text: `Phụ lục ${at + 1}`, font: 'bold' },
          { text: `${title}, ${formatPeriod(scorecard.month)}`, font: 'bold' },
          ...standing(scorecard).map((line): Line => ({ text: line, font: 'italic', points: points.small })),
        ],
      },
      ...blocks,
    ]),
    { note: `Mã kiểm tra số liệu: ${digest}` },
  ];
}

function standing(scorecard: Scorecard): readonly string[] {
  return [statusOf(scorecard), ...(scorecard.generated ? [GENERATED] : [])];
}

function figureTable({ indicators }: Scorecard): Block {
  return {
    columns: [
      centred('TT', 5),
      text('Chỉ tiêu', 35),
      number('Số lượng', 15),
      number('Kết quả', 11),
      centred('Yêu cầu', 11),
      centred('Đánh giá', 12),
      number('Tháng trước', 11),
    ],
    rows: indicators.map((each, at) => [
      String(at + 1),
      indicatorLabels.vi[each.id],
      partsWords(each, 'vi'),
      readingWords(each, 'vi'),
      each.target ? targetWords(each.target, 'vi') : '',
      each.verdict ? scorecardTexts.vi[each.verdict] : '',
      earlierWords(each, each.previousMonth),
    ]),
  };
}

function earlierWords(figure: Indicator, earlier: Fraction | null): string {
  return earlier ? readingWords({ ...figure, ...earlier, value: readingOf(earlier, ruleOf(figure.id).as) }, 'vi') : '—';
}

/** Each figure with the sign of its band and of its change; who needs help most comes first. */
function matrixBlocks(scorecard: Scorecard): Block[] {
  const { columns, rows, total } = matrixOf(scorecard);
  const t = matrixTexts.vi;
  const cellWords = (cell: MatrixCell) =>
    cell.figure && cell.figure.value !== null ? `${readingWords(cell.figure, 'vi')} ${signsOf(cell)}`.trim() : '—';
  return [
    {
      columns: [text(t.unit, 22), ...columns.map((id) => number(matrixLabel(id, 'vi'), 13))],
      rows: [
        ...rows.map(({ name, cells }) => [capitalized(name), ...cells.map(cellWords)]),
        [t.all, ...total.map(cellWords)],
      ],
    },
    { note: `${bandLegend('vi')}; ▲, ▼, =: tăng, giảm, không đổi ${t.since}` },
    { note: scorecard.status === 'official' ? t.unbanded : `${t.unbanded} ${t.openBand}` },
  ];
}

/** Working groups by the figures that lists of units have; a mark where a target is missed. */
function groupTable(groups: Scorecard['groups']): Block {
  return {
    columns: [centred('TT', 6), text('Tổ công tác', 26), ...columns.map((id) => number(columnLabels.vi[id], 10))],
    rows: groups.map(({ name, indicators }, at) => [
      String(at + 1),
      name,
      ...columns.map((id) => {
        const found = findIndicator(indicators, id);
        if (!found) return '—';
        return `${readingWords(found, 'vi')}${found.verdict === 'missed' ? '*' : found.verdict === 'open' ? '…' : ''}`;
      }),
    ]),
  };
}

const legend: Block = {
  note: '*: chưa đạt yêu cầu; …: chưa kết luận, còn báo cáo có thể đến; “—”: không có cơ sở tính.',
};

function actionTable({ scorecard, actions }: BriefingFacts): Block {
  return {
    columns: [
      centred('TT', 5),
      text('Đơn vị', 15),
      text('Chỉ tiêu', 17),
      text('Biện pháp', 27),
      text('Nguyên nhân', 17),
      text('Người thực hiện', 14),
      // As wide as a day: it would break within its year.
      centred('Hạn', 16),
    ],
    rows: actions.map(({ unit, indicator, plan }, at) => [
      String(at + 1),
      capitalized(unitName(scorecard, unit)),
      indicatorLabels.vi[indicator],
      plan.what,
      causes[plan.cause].vi,
      plan.who,
      formatDay(plan.due),
    ]),
  };
}

function lostTable({ lost }: BriefingFacts): Block {
  if (lost.lines.length === 0) return { text: 'Không có nội dung bị trừ điểm.' };
  return {
    columns: [
      centred('TT', 6),
      text('Nội dung', 40),
      text('Nhóm', 26),
      number('Số chi bộ bị trừ / được chấm', 14),
      number('Tổng điểm bị trừ', 14),
    ],
    rows: lost.lines.map(({ id, group, cells, judged, lost: points }, at) => [
      String(at + 1),
      criterionName(id, 'vi'),
      criterionGroupName(group, 'vi'),
      `${formatNumber(cells)}/${formatNumber(judged)}`,
      formatNumber(points / 100),
    ]),
  };
}

/** Of a district how many cells of each commune, and why; of a commune its cells. */
function belowNormTables({ belowNorm }: Scorecard, isDistrict: boolean): Block[] {
  if (belowNorm.length === 0) return [{ text: 'Không có chi bộ nào có nội dung chưa đạt.' }];
  const words = (cells: Scorecard['belowNorm']) =>
    reasonCounts(cells)
      .map(([flag, count]) => `${flagLabels.vi[flag]}${isDistrict ? ` ${formatNumber(count)}` : ''}`)
      .join('; ');
  const rows = isDistrict
    ? [...Map.groupBy(belowNorm, ({ commune }) => commune)].map(([commune, cells]) => [
        capitalized(commune),
        formatNumber(cells.length),
        capitalized(words(cells)),
      ])
    : belowNorm.map((cell) => [cell.name, '', capitalized(words([cell]))]);
  return [
    {
      columns: [
        centred('TT', 6),
        text(isDistrict ? 'Đảng bộ' : 'Chi bộ', 28),
        ...(isDistrict ? [number('Số chi bộ', 10)] : []),
        text(isDistrict ? 'Nội dung chưa đạt, số chi bộ' : 'Nội dung chưa đạt', 56),
      ],
      rows: rows.map(([name = '', count = '', why = ''], at) => [
        String(at + 1),
        name,
        ...(isDistrict ? [count] : []),
        why,
      ]),
    },
  ];
}
