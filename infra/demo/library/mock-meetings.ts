import type { DemoPiece } from '#infra/demo/library/demo-piece.ts';
import { type MockScene, mockScenes } from '#infra/demo/library/mock-scenes.ts';
import { minutesFor } from '#shared/judging/criteria.ts';
import { type MeetingStepId, stepsOf } from '#shared/norms/meeting-steps.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import type { Month } from '#shared/period.ts';
import { stepNames } from '#shared/prepare/texts/steps.ts';

const name = stepNames.vi;

/** What is rehearsed in each step, whatever the type of cell. */
const rehearsed = ({ last, focus, answers }: MockScene): Readonly<Partial<Record<MeetingStepId, string>>> => ({
  opening: 'Chủ trì hỏi số có mặt, số vắng có lý do và không lý do; thư ký ghi ngay, chi bộ thông qua chương trình.',
  news: 'Một đồng chí nói ba phút về một chủ trương mới liên quan đến việc sắp bàn; không đọc nguyên văn bản.',
  last,
  orientation: 'Người đóng vai cấp ủy viên phụ trách nêu hai điểm định hướng và hỏi lại lời góp ý của tháng trước.',
  discussion: `${focus} Chia nhóm bàn các tình huống bên dưới, mỗi nhóm nói một phương án rồi chi bộ chọn.`,
  answers,
  criticism:
    'Chủ trì tự nhận một việc chưa tốt và cách sửa; một đồng chí góp ý theo mẫu: việc đã thấy, ảnh hưởng, đề nghị.',
  closing: 'Thư ký đọc từng việc: làm gì, chức danh nào, xong ngày nào; chi bộ biểu quyết từng việc.',
  scoring: 'Đọc từng việc: làm gì, chức danh nào, xong ngày nào; biểu quyết; chấm điểm và nói vì sao mất từng điểm.',
});

/**
 * A meeting to rehearse for each type of cell: the steps of the month's regime with their minutes for a cell of that size,
 * what is rehearsed in each, and cases to discuss. All of it is made up.
 */
export function mockMeetings(month: Month): readonly DemoPiece[] {
  const regime = requireRegime(month);
  return mockScenes.map((scene) => {
    const { title, type, members, about, cases } = scene;
    const shortest = minutesFor({ fullMembers: members, probationaryMembers: 0 }, regime);
    const said = rehearsed(scene);
    const steps = stepsOf({ steps: regime.steps, shortest, thematic: false });
    return {
      title: `Buổi mẫu: ${title}`,
      subject: 'MAU',
      types: [type],
      content: [
        `${about} Chi bộ mẫu có ${members} đảng viên; buổi tập dài ${shortest.regular} phút. Phân vai trước: chủ trì, thư ký, cấp ủy viên phụ trách; tổ còn lại là đảng viên.`,
        ...steps.map(({ id, minutes }, at) => `${at + 1}. ${name[id]} (${minutes} phút). ${said[id] ?? ''}`.trim()),
        ...cases.map(([what], at) => `Tình huống ${at + 1}. ${what}`),
        'Tập xong, mỗi người mở Tháng tập, nhập báo cáo của buổi vừa tập và xem chi bộ mất điểm ở đâu.',
      ],
      questions: cases.map(([, question], at) => `Tình huống ${at + 1}: ${question}`),
    };
  });
}
