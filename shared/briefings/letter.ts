import { causes } from '#shared/actions/causes.ts';
import { type BriefingFacts, causeCounts, missedOf, reasonCounts } from '#shared/briefings/facts.ts';
import { generatedWords } from '#shared/briefings/generated-words.ts';
import { type LostPoints, lostGroups } from '#shared/briefings/lost-points.ts';
import type { Block } from '#shared/documents/block.ts';
import { type JudgedWords, type ReportSection, sectionBlocks } from '#shared/documents/judged-words.ts';
import { criterionGroupName, criterionName } from '#shared/judging/texts/criteria.ts';
import { flagLabels } from '#shared/judging/texts/flags.ts';
import { formatNumber, formatPercent } from '#shared/language/format.ts';
import { targetWords } from '#shared/norms/texts/target.ts';
import { figureWords, readingWords } from '#shared/scorecards/figure-words.ts';
import { findIndicator, partsOf } from '#shared/scorecards/find-indicator.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { summarize } from '#shared/scorecards/summarize.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import { parentOf } from '#shared/units/units.ts';

/** The three sections of the letter with their parts, in the order of Party reports. */
export function letterParts(facts: BriefingFacts): readonly ReportSection[] {
  const { scorecard } = facts;
  return [
    {
      heading: 'I. KẾT QUẢ',
      parts: [
        { heading: '1. Chấp hành chế độ báo cáo, sinh hoạt', counted: [regularity(scorecard), attendance(scorecard)] },
        { heading: '2. Chất lượng sinh hoạt', counted: [quality(scorecard)] },
        { heading: '3. Giúp đỡ của cấp trên; nhiệm vụ, kiến nghị', counted: [support(scorecard)] },
        { heading: '4. Đánh giá chung', counted: [], judged: 'assessment' },
      ],
    },
    {
      heading: 'II. HẠN CHẾ, NGUYÊN NHÂN',
      parts: [
        { heading: '1. Hạn chế', counted: shortcomings(scorecard) },
        { heading: '2. Nguyên nhân', counted: causeWords(facts), judged: 'causes' },
      ],
    },
    {
      heading: 'III. NHIỆM VỤ, ĐỀ XUẤT',
      parts: [
        { heading: '1. Nhiệm vụ tháng tới', counted: [], judged: 'tasks' },
        { heading: '2. Đề xuất', counted: [], judged: 'proposals' },
      ],
    },
  ];
}

/** The letter's text, with somebody's words where they stand. */
export function letterBlocks(facts: BriefingFacts, words: JudgedWords): Block[] {
  return sectionBlocks(letterParts(facts), words, generatedWords(facts));
}

/** A figure by its id in words; `chưa có số liệu` where it was not counted. */
function figure({ indicators }: Pick<Scorecard, 'indicators'>, id: IndicatorId): string {
  const found = findIndicator(indicators, id);
  return found && found.value !== null ? figureWords(found) : 'chưa có số liệu';
}

function regularity(scorecard: Scorecard): string {
  return (
    `${figure(scorecard, 'reported')} chi bộ đã báo cáo, đúng hạn ${figure(scorecard, 'onTime')}; ` +
    `${figure(scorecard, 'met')} chi bộ có sinh hoạt thường kỳ; ` +
    `đủ sinh hoạt chuyên đề trong quý ${figure(scorecard, 'thematicQuarter')}.`
  );
}

function attendance(scorecard: Scorecard): string {
  const found = findIndicator(scorecard.indicators, 'attendance');
  const asked = found?.target ? `, yêu cầu ${targetWords(found.target, 'vi')}` : '';
  return `Đảng viên dự sinh hoạt ${figure(scorecard, 'attendance')}${asked}; chi bộ đạt tỷ lệ dự ${figure(scorecard, 'attendanceCells')}.`;
}

function quality(scorecard: Scorecard): string {
  const grades = (
    [
      ['Tốt', 'gradeGood'],
      ['Khá', 'gradeFair'],
      ['Trung bình', 'gradeAverage'],
      ['Kém', 'gradePoor'],
    ] as const
  ).map(([name, id]) => `${name} ${formatNumber(partsOf(scorecard.indicators, id).numerator)}`);
  return (
    `Chuẩn bị đúng quy định ${figure(scorecard, 'preparation')}; đủ thời lượng ${figure(scorecard, 'duration')}; ` +
    `có nghị quyết, kết luận ${figure(scorecard, 'resolution')}, trong đó cụ thể ${figure(scorecard, 'concrete')}. ` +
    `Điểm bình quân ${figure(scorecard, 'score')}; số buổi xếp loại: ${grades.join(', ')}.`
  );
}

function support(scorecard: Scorecard): string {
  const count = (id: IndicatorId) => formatNumber(partsOf(scorecard.indicators, id).numerator);
  const { numerator: planned } = partsOf(scorecard.indicators, 'visitsDone');
  return (
    `Tổ công tác dự ${formatNumber(planned)} buổi, ${figure(scorecard, 'cellsCovered')} chi bộ được dự; ` +
    `nhiệm vụ tháng trước hoàn thành ${figure(scorecard, 'tasksDone')}, quá hạn ${count('tasksOverdue')}. ` +
    `Tiếp nhận ${count('mattersOpened')} vấn đề, giải quyết ${count('mattersSettled')}, quá hạn ${count('mattersOverdue')}.`
  );
}

/** How many of a kind the letter names; the appendices have all. */
const NAMED = 4;

function shortcomings(scorecard: Scorecard): readonly string[] {
  const missed = missedOf(scorecard).map((each) => {
    const asked = each.target ? ` (yêu cầu ${targetWords(each.target, 'vi')})` : '';
    return `${indicatorLabels.vi[each.id].toLowerCase()} ${readingWords(each, 'vi')}${asked}`;
  });
  const { belowNorm } = scorecard;
  const reasons = reasonCounts(belowNorm)
    .slice(0, NAMED)
    .map(([flag, cells]) => `${flagLabels.vi[flag]} ${formatNumber(cells)}`);
  const { needHelp } = summarize(scorecard);
  const body = parentOf(scorecard.unit) === undefined ? 'Đơn vị' : 'Chi bộ';
  const needs = needHelp.map(({ child, missed: of }) => `${child.name} (${of.length} chỉ tiêu chưa đạt)`);
  return [
    missed.length > 0 ? `Chưa đạt ${missed.length} chỉ tiêu: ${missed.join('; ')}.` : 'Không có chỉ tiêu chưa đạt.',
    ...(belowNorm.length > 0
      ? [`${formatNumber(belowNorm.length)} chi bộ có nội dung chưa đạt, nhiều nhất là: ${reasons.join('; ')}.`]
      : []),
    ...(needs.length > 0 ? [`${body} cần ưu tiên giúp đỡ: ${needs.join('; ')}.`] : []),
  ];
}

/** Of the causes that actions name, as many as the letter has room for. */
const MOST_CAUSES = 2;

function causeWords({ lost, actions }: BriefingFacts): readonly string[] {
  const counted = causeCounts(actions);
  const chosen = counted
    .slice(0, MOST_CAUSES)
    .map(([cause, count]) => `${causes[cause].vi.toLowerCase()} (${formatNumber(count)})`);
  const groups = lostGroups(lost)
    .slice(0, 3)
    .map(({ group, lost: own, worst }) => {
      const share = formatPercent(Math.round((own * 1000) / lost.lost) / 10);
      const cells = `${formatNumber(worst.cells)} chi bộ`;
      return `${criterionGroupName(group, 'vi').toLowerCase()} ${share} (nhất là ${criterionName(worst.id, 'vi').toLowerCase()}: ${cells})`;
    });
  return [
    ...(groups.length > 0 ? [lostWords(lost, groups)] : []),
    ...(chosen.length > 0
      ? [
          `Theo ${formatNumber(actions.length)} biện pháp khắc phục đang thực hiện${counted.length > MOST_CAUSES ? ', nhiều nhất là' : ''}: ${chosen.join('; ')}.`,
        ]
      : []),
  ];
}

function lostWords(lost: LostPoints, groups: readonly string[]): string {
  return (
    `Qua chấm điểm ${formatNumber(lost.meetings)} buổi sinh hoạt thường kỳ, điểm bị trừ tập trung ở: ` +
    `${groups.join('; ')}.`
  );
}
