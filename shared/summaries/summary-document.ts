import { remedies } from '#shared/briefings/remedies.ts';
import { type Block, type Line, numberColumn as number, textColumn as text } from '#shared/documents/block.ts';
import { type JudgedWords, type ReportSection, sectionBlocks, type WordPart } from '#shared/documents/judged-words.ts';
import { numberWords, partyHead, placeOf, titleLines } from '#shared/documents/party-words.ts';
import { flagLabels } from '#shared/judging/texts/flags.ts';
import { capitalized, formatNumber, monthDigits } from '#shared/language/format.ts';
import { regimeById } from '#shared/norms/regimes.ts';
import { addMonths, type Day, type Month } from '#shared/period.ts';
import { figureWords, partsWords, readingWords } from '#shared/scorecards/figure-words.ts';
import { findIndicator } from '#shared/scorecards/find-indicator.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import { GENERATED, reportSigns, signersOf } from '#shared/scorecards/letter-words.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import { trendTexts } from '#shared/scorecards/texts/trend.ts';
import type { Trend } from '#shared/scorecards/trend.ts';
import type { Stretch, Summary } from '#shared/summaries/summary.ts';
import { resolutionOfAllCells, summaryLines } from '#shared/summaries/summary-lines.ts';
import { summaryTexts } from '#shared/summaries/texts/summary.ts';
import { letterheadIn, letterheads, organsOf } from '#shared/units/letterheads.ts';
import { parentOf, type UnitId } from '#shared/units/units.ts';

export interface SummaryFacts {
  readonly unit: UnitId;
  readonly name: string;
  readonly summary: Summary;
  /** Month by month. */
  readonly months: Trend['months'];
  /** On which day it is written. */
  readonly today: Day;
  readonly generated: boolean;
}

/** The layout of the last month's documents; of a span from before the first, the first. */
export function layoutOf({ to }: Pick<Summary, 'to'>) {
  return letterheadIn(issuedIn(to)).layout;
}

function issuedIn(month: Month): Month {
  const first = letterheads[0]?.from ?? month;
  return month < first ? first : month;
}

/** A report that sums up a span of months: results, shortcomings, tasks, and all figures as appendices. */
export function summaryDocument(facts: SummaryFacts, words: JudgedWords): Block[] {
  const { unit, name, summary, today, generated } = facts;
  const layout = layoutOf(summary);
  const of = { unit, name, month: issuedIn(summary.to) };
  const about = `sơ kết sinh hoạt chi bộ từ tháng ${monthDigits(summary.from)} đến tháng ${monthDigits(summary.to)}`;
  const warning: Line = { text: `${GENERATED}.`, font: 'boldItalic', points: layout.points.small };
  return [
    partyHead(
      {
        organs: organsOf(of),
        number: numberWords(undefined, reportSigns(of), layout),
        place: placeOf(name),
        day: today,
      },
      layout,
    ),
    { centred: [...titleLines('BÁO CÁO', about, layout), ...(generated ? [warning] : [])] },
    ...sectionBlocks(summarySections(facts), words, summaryGenerated(facts)),
    {
      left: [
        { text: 'Nơi nhận:', underline: true },
        ...['- Thường trực cấp ủy (để báo cáo),', '- Lưu.'].map(
          (line): Line => ({ text: line, points: layout.points.small }),
        ),
      ],
      right: [
        ...signersOf(of).map((line): Line => ({ text: line, font: 'bold' })),
        ...Array.from({ length: 4 }, () => ({ text: '' })),
      ],
      signed: 'left',
    },
    { page: 'appendices' },
    {
      centred: [
        { text: 'Phụ lục 1', font: 'bold' },
        { text: 'Các chỉ tiêu chính theo năm', font: 'bold' },
      ],
    },
    stretchTable(summary),
    { note: explained(summary) },
    { page: 'new' },
    {
      centred: [
        { text: 'Phụ lục 2', font: 'bold' },
        { text: 'Số liệu từng tháng', font: 'bold' },
      ],
    },
    monthTable(facts),
    ...(isFromBefore(summary) ? [{ note: `◊: ${trendTexts.vi.baseline}; ${trendTexts.vi.baselineBase}.` }] : []),
  ];
}

/** The three sections of the report with their parts, which its page shows too. */
export function summarySections({ name, summary }: SummaryFacts): readonly ReportSection[] {
  const { counted, of, whole, stretches, reasons } = summary;
  const lacking = of - counted;
  return [
    {
      heading: 'I. KẾT QUẢ',
      parts: [
        {
          heading: '1. Số liệu cả kỳ',
          counted: [
            `Kỳ sơ kết của Đảng bộ ${name} có ${of} tháng, ${counted} tháng có số liệu${lacking > 0 ? `; ${lacking} tháng không có số liệu không được tính` : ''}.`,
            ...(whole.length > 0
              ? [
                  `Cộng các tháng đã áp dụng quy định: ${said(whole, 'met')} lượt chi bộ sinh hoạt thường kỳ; đảng viên dự ${said(whole, 'attendance')}; có nghị quyết, kết luận ${said(whole, 'resolution')}; chuẩn bị đúng quy định ${said(whole, 'preparation')}; nhiệm vụ hoàn thành ${said(whole, 'tasksDone')}.`,
                ]
              : []),
            ...changes(stretches),
          ],
        },
        { heading: '2. Đánh giá chung', counted: [], judged: 'assessment' },
      ],
    },
    {
      heading: 'II. HẠN CHẾ, NGUYÊN NHÂN',
      parts: [
        { heading: '1. Hạn chế', counted: [shortcomings(stretches.at(-1)), ...reasonLines(reasons)] },
        { heading: '2. Nguyên nhân', counted: [], judged: 'causes' },
      ],
    },
    {
      heading: 'III. NHIỆM VỤ, ĐỀ XUẤT',
      parts: [
        { heading: '1. Nhiệm vụ', counted: [], judged: 'tasks' },
        { heading: '2. Đề xuất', counted: [], judged: 'proposals' },
      ],
    },
  ];
}

/** The words that stand where nobody wrote others: what follows from the figures, and no more. */
export function summaryGenerated({ unit, summary }: SummaryFacts): Readonly<Record<WordPart, string>> {
  const last = summary.stretches.at(-1);
  const judged = judgedOf(last);
  const missed = missedOf(last);
  const [first] = summary.reasons;
  return {
    assessment:
      last && judged.length > 0
        ? `Kỳ ${stretchName(last)} đạt ${judged.length - missed.length}/${judged.length} chỉ tiêu có yêu cầu.`
        : NOTHING_JUDGED,
    causes: first
      ? `Lý do gặp nhiều nhất là ${flagLabels.vi[first[0]]}; việc kiểm tra, giúp đỡ các chi bộ yếu ở nội dung này chưa đủ.`
      : 'Chưa có số liệu để xác định nguyên nhân.',
    tasks: judged.length > 0 ? tasksOf(judged) : 'Chưa có số liệu được xét để xác định nhiệm vụ.',
    proposals:
      judged.length === 0
        ? 'Chưa có số liệu được xét để đề xuất.'
        : parentOf(unit) === undefined
          ? 'Đề nghị Thường trực cấp ủy tiếp tục chỉ đạo các tổ công tác dự sinh hoạt với các chi bộ còn yếu.'
          : 'Đề nghị cấp trên tiếp tục định hướng nội dung, dự sinh hoạt với các chi bộ còn yếu.',
  };
}

const NOTHING_JUDGED = 'Chưa có chỉ tiêu nào được xét đạt hay chưa đạt.';

function tasksOf(judged: Stretch['indicators']): string {
  const missed = judged.filter(({ verdict }) => verdict === 'missed');
  const keep = missed.length < judged.length ? 'Giữ vững những chỉ tiêu đã đạt; phân công' : 'Phân công';
  return [
    ...missed.flatMap(({ id }) => (remedies[id] ? [`- ${capitalized(remedies[id])}.`] : [])),
    `- ${keep} cấp ủy viên giúp các chi bộ còn yếu.`,
  ].join('\n');
}

function said(indicators: Summary['whole'], id: IndicatorId): string {
  const found = findIndicator(indicators, id);
  return found && found.value !== null ? figureWords(found) : 'chưa có số liệu';
}

/** The three figures that are known from before a regime too: the first stretch beside the last, on one base. */
function changes(stretches: Summary['stretches']): readonly string[] {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last || first === last) return [];
  const compared = (['met', 'attendance', 'resolution'] as const).flatMap((id) => {
    const isOfAll = id === 'resolution' && first.regime === undefined;
    const [a, b] = [first, last].map(({ indicators }) =>
      isOfAll ? resolutionOfAllCells(indicators) : findIndicator(indicators, id),
    );
    if (!a || !b || a.value === null || b.value === null) return [];
    const base = isOfAll ? ` (${summaryTexts.vi.ofAllCells})` : '';
    return [`${indicatorLabels.vi[id].toLowerCase()}${base} từ ${readingWords(a, 'vi')} đến ${readingWords(b, 'vi')}`];
  });
  const note =
    first.regime === last.regime ? '' : ' Hai kỳ theo quy định khác nhau nên chỉ so số đếm, không so mức đạt.';
  if (compared.length === 0) return [];
  return [`So ${stretchName(first)} với ${stretchName(last)}: ${compared.join('; ')}.${note}`];
}

/** @example stretchName(stretch) //=> '03/2019 - 12/2019' */
export function stretchName({ from, to, regime }: Pick<Stretch, 'from' | 'to' | 'regime'>): string {
  const months = from === to ? monthDigits(from) : `${monthDigits(from)} - ${monthDigits(to)}`;
  return regime === undefined ? `${months} (trước khi áp dụng)` : months;
}

function judgedOf(last: Stretch | undefined): Stretch['indicators'] {
  return (last?.indicators ?? []).filter(({ verdict }) => verdict === 'met' || verdict === 'missed');
}

function missedOf(last: Stretch | undefined): Stretch['indicators'] {
  return judgedOf(last).filter(({ verdict }) => verdict === 'missed');
}

function shortcomings(last: Stretch | undefined): string {
  if (judgedOf(last).length === 0) return NOTHING_JUDGED;
  const missed = missedOf(last);
  if (!last || missed.length === 0) return 'Không có chỉ tiêu chưa đạt trong kỳ gần nhất.';
  const words = missed.map((each) => `${indicatorLabels.vi[each.id].toLowerCase()} ${readingWords(each, 'vi')}`);
  return `Kỳ ${stretchName(last)} chưa đạt ${missed.length} chỉ tiêu: ${words.join('; ')}.`;
}

function reasonLines(reasons: Summary['reasons']): readonly string[] {
  if (reasons.length === 0) return [];
  const words = reasons.slice(0, 5).map(([flag, count]) => `${flagLabels.vi[flag]} ${formatNumber(count)}`);
  return [`Lý do chi bộ có nội dung chưa đạt, tính theo lượt chi bộ trong tháng: ${words.join('; ')}.`];
}

function stretchTable(summary: Summary): Block {
  const { stretches } = summary;
  return {
    columns: [text('Chỉ tiêu', 26), ...stretches.map((each) => number(stretchName(each), 16))],
    rows: [
      ['Số tháng có số liệu', ...stretches.map(({ counted, of }) => `${counted}/${of}`)],
      ...summaryLines(summary, 'vi').map(({ label, figures }) => [
        label,
        ...figures.map((found) => {
          if (!found || found.value === null) return '—';
          return `${readingWords(found, 'vi')}${found.verdict === 'missed' ? '*' : ''}`;
        }),
      ]),
    ],
  };
}

/** What the columns of the table mean. */
export function explained({ stretches }: Pick<Summary, 'stretches'>): string {
  const names = [...new Set(stretches.flatMap(({ regime }) => regime ?? []))].map((id) => regimeById(id)?.name ?? id);
  const before = isFromBefore({ stretches })
    ? ' Cột “trước khi áp dụng” là số huyện tự thống kê, không xét đạt hay chưa đạt.'
    : '';
  return `*: chưa đạt yêu cầu; “—”: không có số liệu. Áp dụng: ${names.join('; ') || 'chưa có'}. Kỳ có quy định khác nhau không cộng chung.${before}`;
}

function isFromBefore({ stretches }: Pick<Summary, 'stretches'>): boolean {
  return stretches.some(({ regime }) => regime === undefined);
}

const monthly: readonly IndicatorId[] = ['met', 'attendance', 'resolution', 'preparation', 'score'];

function monthTable({ months, summary }: SummaryFacts): Block {
  const inSpan = months.filter(({ month }) => month >= summary.from && month < addMonths(summary.to, 1));
  return {
    columns: [text('Tháng', 16), ...monthly.map((id) => number(indicatorLabels.vi[id], 17))],
    rows: inSpan.map(({ month, status, indicators }) => [
      `${monthDigits(month)}${status === 'baseline' ? ' ◊' : ''}`,
      ...monthly.map((id) => {
        const found = findIndicator(indicators, id);
        return found && found.value !== null ? `${readingWords(found, 'vi')} ${partsWords(found, 'vi')}` : '—';
      }),
    ]),
  };
}
