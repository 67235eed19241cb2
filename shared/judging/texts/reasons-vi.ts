import type { ReasonWords } from '#shared/judging/reason.ts';
import { lackingVi, questionsVi, sizeVi } from '#shared/judging/texts/lacking-vi.ts';
import { formatNumber } from '#shared/language/format.ts';
import type { Condition } from '#shared/norms/rubric.ts';

/** In Vietnamese: the cell reads the score sheet aloud, and the JSON of a report contains these sentences. */
export const reasonsVi: ReasonWords = {
  ...lackingVi,
  longEnough: (minutes, least, members) => `Họp ${minutes} phút, đạt mức tối thiểu ${least} phút${sizeVi(members)}`,
  session: (minutes, least, members) =>
    `Thường kỳ và chuyên đề họp liền trong một buổi, cộng ${minutes} phút; cả hai phần cần ít nhất ${least} phút${members ? ` ở chi bộ từ ${members} đảng viên` : ''}`,
  noBase: () => 'Không có đảng viên phải dự, không có cơ sở tính',
  nobodyCame: () => 'Không có đảng viên dự họp, không có cơ sở tính',
  unknown: (of) => `Báo cáo còn để trống: ${of.map((each) => ({ ...questionsVi, ...numbersVi })[each]).join(', ')}`,
  judged: () => 'Chi ủy, bí thư chi bộ chấm',
  notJudged: () => 'Chưa được chấm',
  rescored: (own, reason) =>
    `Cấp trên chấm lại (chi bộ ${own === undefined ? 'chưa chấm' : `chấm ${formatNumber(own)} điểm`}), lý do: ${reason}`,
  thematicReport: () => 'Lấy theo điểm của báo cáo sinh hoạt chuyên đề trong tháng',
  lower: (points, max) =>
    points === undefined
      ? 'Buổi chuyên đề chưa được chấm, điểm tính theo nội dung sinh hoạt thường kỳ'
      : `Buổi chuyên đề được chấm ${formatNumber(points)}/${formatNumber(max)} điểm, thấp hơn mức của nội dung thường kỳ, nên tính theo nội dung thường kỳ`,
  full: (condition) => `${conditions[condition]}, được tính đủ`,
  left: (condition) => `${conditions[condition]}, không tính tiêu chí này`,
  raised: (from, max) => `, quy từ thang ${from} lên thang ${max}`,
};

const numbersVi = { speakers: 'số đảng viên phát biểu', targets: 'chỉ tiêu của nghị quyết kỳ trước' } as const;
const conditions: Readonly<Record<Condition, string>> = {
  committee: 'Chi bộ không có chi ủy',
  regular: 'Báo cáo chuyên đề không có nội dung thường kỳ',
  thematic: 'Tháng không có sinh hoạt chuyên đề',
  targets: 'Nghị quyết kỳ trước không đề ra chỉ tiêu, nhiệm vụ',
};
