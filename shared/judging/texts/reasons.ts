import { formatNumber, formatPercent } from '#shared/language/format.ts';
import type { Target } from '#shared/norms/regimes.ts';
import type { Condition, Question } from '#shared/norms/rubric.ts';
import { targetWords } from '#shared/norms/texts/target.ts';

const list = (questions: readonly Question[]) => questions.map((question) => questionNames[question]).join(', ');

/**
 * The reason for a criterion's points, in one sentence. It is always Vietnamese, because the cell reads the score sheet
 * out and its minutes contain it.
 */
export const reasons = {
  longEnough: (minutes: number, least: number) => `Họp ${minutes} phút, đạt mức tối thiểu ${least} phút`,
  tooShort: (short: number, least: number) => `Thiếu ${short} phút so với ${least} phút`,
  present: (present: number, required: number, percent: number, target: Target) =>
    `Có mặt ${present}/${required} đảng viên (${formatPercent(percent)}), yêu cầu ${targetWords(target, 'vi')}`,
  unexcused: (count: number) => `Có ${count} đảng viên vắng không lý do`,
  spoke: (speakers: number, present: number, percent: number) =>
    `${speakers}/${present} đảng viên dự họp phát biểu (${formatPercent(percent)})`,
  targets: (met: number, set: number, done: number, tasks: number) =>
    `Nghị quyết kỳ trước ${[set > 0 && `đạt ${met}/${set} chỉ tiêu`, tasks > 0 && `xong ${done}/${tasks} nhiệm vụ`].filter(Boolean).join(', ')}`,
  answers: (yes: readonly Question[], no: readonly Question[]) =>
    [yes.length > 0 && `Có ${list(yes)}`, no.length > 0 && `${yes.length > 0 ? 'chưa' : 'Chưa'} có ${list(no)}`]
      .filter(Boolean)
      .join('; '),
  noBase: 'Không có đảng viên phải dự, không có cơ sở tính',
  nobodyCame: 'Không có đảng viên dự họp, không có cơ sở tính',
  unknown: 'Báo cáo chưa khai nội dung này',
  judged: 'Chi ủy, bí thư chi bộ chấm',
  notJudged: 'Chưa được chấm',
  rescored: (own: number | undefined, reason: string) =>
    `Cấp trên chấm lại (chi bộ ${own === undefined ? 'chưa chấm' : `chấm ${formatNumber(own)}`}), lý do: ${reason}`,

  doesNotApply: {
    committee: 'Chi bộ không có chi ủy',
    thematic: 'Tháng không có sinh hoạt chuyên đề',
    targets: 'Nghị quyết kỳ trước không đề ra chỉ tiêu, nhiệm vụ',
  } as const satisfies Record<Condition, string>,
  full: (why: string, max: number) => `${why}, được tính đủ: ${max}/${max} điểm`,
  left: (why: string) => `${why}, không tính tiêu chí này`,
  raised: (max: number, reachable: number) => `, quy từ thang ${max} lên thang ${reachable}`,
  withPoints: (why: string, points: number, max: number) => `${why}: ${formatNumber(points)}/${formatNumber(max)} điểm`,
} as const;

const questionNames: Readonly<Record<Question, string>> = {
  committeeMet: 'họp chi ủy',
  oriented: 'định hướng của cấp trên',
  papersSent: 'tài liệu gửi trước ít nhất một ngày',
  stepsFollowed: 'đủ trình tự các bước',
  previousReviewed: 'kiểm điểm nghị quyết kỳ trước',
  selfCriticism: 'tự phê bình và phê bình',
  minutesKept: 'biên bản',
  resolved: 'kết luận hoặc nghị quyết',
  tasksGiven: 'phân công nhiệm vụ',
};
