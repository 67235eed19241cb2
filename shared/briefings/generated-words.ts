import { type BriefingFacts, missedOf, unitName } from '#shared/briefings/facts.ts';
import { lostGroups } from '#shared/briefings/lost-points.ts';
import { remedies } from '#shared/briefings/remedies.ts';
import type { WordPart } from '#shared/documents/judged-words.ts';
import { criterionGroupName } from '#shared/judging/texts/criteria.ts';
import { capitalized, formatDay, formatNumber } from '#shared/language/format.ts';
import { partsOf } from '#shared/scorecards/find-indicator.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import { summarize } from '#shared/scorecards/summarize.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import { parentOf } from '#shared/units/units.ts';

/** How many things of a kind are named in a letter of two pages. */
const NAMED = 3;
/** Longer actions are cut: the appendix has them whole. In characters. */
const LONGEST = 100;

/** The words that stand where nobody wrote others: what follows from the figures, and no more. */
export function generatedWords(facts: BriefingFacts): Readonly<Record<WordPart, string>> {
  return {
    assessment: assessment(facts),
    causes: causes(facts),
    tasks: tasks(facts).join('\n'),
    proposals: proposals(facts),
  };
}

function assessment({ scorecard }: BriefingFacts): string {
  const { met, judged, open, better, worse } = summarize(scorecard);
  const named = (ids: readonly IndicatorId[]) => list(ids.map((id) => indicatorLabels.vi[id].toLowerCase()));
  return [
    `Đạt ${met}/${judged} chỉ tiêu có yêu cầu${open > 0 ? `, ${open} chỉ tiêu chưa kết luận vì còn báo cáo có thể đến` : ''}.`,
    ...(better.length > 0 ? [`Tăng so với tháng trước: ${named(better)}.`] : []),
    ...(worse.length > 0 ? [`Giảm so với tháng trước: ${named(worse)}.`] : []),
  ].join(' ');
}

function causes({ lost }: BriefingFacts): string {
  const groups = lostGroups(lost).slice(0, 2);
  if (groups.length === 0) return 'Chưa có số liệu chấm điểm để xác định nguyên nhân.';
  const names = groups.map(({ group }) => criterionGroupName(group, 'vi').toLowerCase()).join(' và ');
  return `Nguyên nhân chủ yếu, theo điểm bị trừ, thuộc về ${names}; việc kiểm tra, giúp đỡ các chi bộ yếu ở những nội dung này chưa đủ.`;
}

/** What was decided on the figures; where nothing was, what the missed ones ask for. */
function tasks({ scorecard, actions }: BriefingFacts): readonly string[] {
  if (actions.length > 0) {
    const named = actions.slice(0, NAMED).map(({ unit, plan }) => {
      const whole = plan.what.replace(/\s+/g, ' ').replace(/[.;\s]+$/, '');
      const what = whole.length > LONGEST ? `${whole.slice(0, LONGEST).trimEnd()}…` : whole;
      return `- ${capitalized(what)} (${unitName(scorecard, unit)}; ${plan.who}; xong trước ${formatDay(plan.due)}).`;
    });
    const more = actions.length - named.length;
    return more > 0 ? [...named, `- ${more} biện pháp khác: xem phụ lục.`] : named;
  }
  const missed = missedOf(scorecard).map(({ id }) => id);
  const overdue = partsOf(scorecard.indicators, 'mattersOverdue').numerator;
  const late = partsOf(scorecard.indicators, 'tasksOverdue').numerator;
  const found = [
    ...missed.flatMap((id) => remedies[id] ?? []),
    ...(late > 0 ? [`kiểm điểm ${formatNumber(late)} nhiệm vụ quá hạn, giao lại người và thời hạn`] : []),
    ...(overdue > 0 ? [`giải quyết dứt điểm ${formatNumber(overdue)} vấn đề đã quá hạn`] : []),
  ];
  if (found.length === 0) return ['- Duy trì các chỉ tiêu đã đạt, chuẩn bị chu đáo nội dung sinh hoạt tháng tới.'];
  return found.slice(0, 2 * NAMED).map((each) => `- ${capitalized(each)}.`);
}

function proposals({ scorecard }: BriefingFacts): string {
  const { needHelp } = summarize(scorecard);
  const named = list(
    needHelp.map(({ child }) => child.name),
    'đơn vị',
  );
  if (parentOf(scorecard.unit) !== undefined) {
    return named
      ? `Đề nghị tổ công tác và Ban Tổ chức Huyện ủy dự sinh hoạt, giúp đỡ ${named}.`
      : 'Đề nghị cấp trên tiếp tục định hướng nội dung, dự sinh hoạt với các chi bộ.';
  }
  return named
    ? `Đề nghị Thường trực cấp ủy chỉ đạo các tổ công tác dự sinh hoạt, giúp đỡ trực tiếp ${named}.`
    : 'Đề nghị Thường trực cấp ủy tiếp tục chỉ đạo các tổ công tác dự sinh hoạt với các chi bộ.';
}

/** Some of the names, and how many more there are. */
function list(names: readonly string[], rest = 'nội dung'): string {
  const more = names.length - NAMED;
  return `${names.slice(0, NAMED).join(', ')}${more > 0 ? ` và ${more} ${rest} khác` : ''}`;
}
