import { FINEST } from '#shared/input/numbers.ts';
import type { LackingWords } from '#shared/judging/reason.ts';
import { formatNumber, formatPercent } from '#shared/language/format.ts';
import type { Question } from '#shared/norms/rubric.ts';

/** In Vietnamese, what the form's script shows while a report is typed; `reasonsVi` has all reasons. */
export const lackingVi: LackingWords = {
  tooShort: (short, least, members) => `Thiếu ${short} phút so với ${least} phút${sizeVi(members)}`,
  present: (present, required, share, full) =>
    `Có mặt ${formatNumber(present)}/${formatNumber(required)} đảng viên ${shareWords(share, full)}`,
  unexcused: (count) => `Có ${count} đảng viên vắng không lý do, nên chỉ được mức điểm thấp nhất`,
  spoke: (speakers, present, share, full) =>
    `${speakers}/${present} đảng viên dự họp phát biểu ${shareWords(share, full)}`,
  targets: (met, set, done, tasks, share, full) =>
    `Nghị quyết kỳ trước ${[set > 0 && `đạt ${met}/${set} chỉ tiêu`, tasks > 0 && `xong ${done}/${tasks} nhiệm vụ`].filter(Boolean).join(', ')}${set && tasks ? `, tính chung ${met + done}/${set + tasks}` : ''} ${shareWords(share, full)}`,
  answers: (yes, no) =>
    [yes.length > 0 && `Có ${listVi(yes)}`, no.length > 0 && `${yes.length > 0 ? 'chưa' : 'Chưa'} có ${listVi(no)}`]
      .filter(Boolean)
      .join('; '),
  points: (points, max) => `: ${formatNumber(points)}/${formatNumber(max)} điểm`,
};

/** Why the length is not that of every cell. */
export const sizeVi = (members: number) => (members ? ` của chi bộ từ ${members} đảng viên` : '');

const shareWords = (share: number, full: number) =>
  `(${formatPercent(share, 'vi', FINEST)}), điểm tối đa từ ${formatPercent(full)}`;

const listVi = (questions: readonly Question[]) => questions.map((question) => questionsVi[question]).join(', ');
export const questionsVi: Readonly<Record<Question, string>> = {
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
