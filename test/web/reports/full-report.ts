import { district } from '#infra/demo/units.ts';
import type { Report } from '#shared/reports/report.ts';
import { revise } from '#shared/reports/revise.ts';
import { aReport, day } from '#test/shared/samples.ts';
import { cell, commune } from '#test/web/demo-month.ts';

/** A report in which every question is answered, with three rows in each list. */
export const fullReport: Report = aReport({
  cell: cell.id,
  date: day('2025-11-03'),
  startTime: '07:30',
  present: 18,
  excused: 1,
  unexcused: 1,
  late: 2,
  speakers: 7,
  selfCriticism: 'yes',
  notesTaken: 'no',
  focus: 'Làm đường bê tông ngõ xóm; thu gom rác thải',
  resolutionText:
    'Vận động hiến đất, đóng góp ngày công; mỗi xóm một điểm tập kết rác.\nGiao chi ủy theo dõi hằng tuần.',
  targetsMet: 3,
  tasks: [
    { what: 'Lập danh sách hộ hiến đất mở rộng ngõ', who: 'Trưởng thôn', due: day('2025-12-02') },
    { what: 'Tổ chức dọn vệ sinh đường làng ngày chủ nhật', who: 'Chi hội Phụ nữ', due: day('2025-12-02') },
    { what: 'Huy động nhân lực nạo vét kênh nội đồng' },
  ],
  followUps: [
    { task: 'Phát phiếu đăng ký gia đình văn hóa', status: 'done' },
    { task: 'Hoàn thiện hồ sơ quần chúng ưu tú', status: 'doing' },
    { task: 'Lập bảng phân công đảng viên phụ trách hộ', status: 'overdue' },
  ],
  matters: [
    {
      topic: 'DD',
      summary: 'Một số hộ chưa được cấp giấy chứng nhận quyền sử dụng đất sau dồn điền đổi thửa',
      severity: 'high',
      proposal: 'Đề nghị Ủy ban nhân dân xã trả lời tại hội nghị tiếp xúc cử tri',
    },
    { topic: 'MT', summary: 'Rác thải tồn đọng ở cuối thôn', severity: 'medium' },
  ],
  attendedBy: 'both',
  points: { content: 2.5, regularContent: 8, guiding: 3.5, published: 1 },
  deductionNote: 'Trừ điểm phát biểu vì ít đảng viên trẻ tham gia thảo luận',
});

export const officer = { user: 'thanh-van', role: 'commune', unit: commune.id } as const;
export const reviewer = { user: 'district', role: 'district', unit: district.id } as const;

/** The report as it was sent, sent back, and sent once more. */
export const submitted = revise(undefined, {
  state: 'submitted',
  report: fullReport,
  by: officer,
  at: '2025-11-04T02:10:00.000Z',
  filledAt: '2025-11-03T14:00:00.000Z',
});
export const returned = revise(submitted, {
  state: 'returned',
  report: fullReport,
  by: reviewer,
  at: '2025-11-05T02:10:00.000Z',
  reason: 'Đề nghị bổ sung biên bản và kiểm tra lại số đảng viên vắng mặt.',
});
export const amended = revise(returned, {
  state: 'submitted',
  report: { ...fullReport, present: 19, unexcused: 0, tasks: fullReport.tasks.slice(0, 1) },
  by: officer,
  at: '2025-11-06T02:10:00.000Z',
});
