import { inEach } from '#shared/language/lang.ts';
import { groupSize } from '#shared/visits/groups.ts';

export const groupsTexts = inEach({
  title: { vi: 'Các tổ công tác', en: 'Working groups' },
  table: { vi: 'Tổ công tác và đảng bộ phụ trách', en: 'Groups and what they answer for' },
  group: { vi: 'Tổ', en: 'Group' },
  head: { vi: 'Tổ trưởng', en: 'Head' },
  size: { vi: 'Số người', en: 'People' },
  communes: { vi: 'Đảng bộ phụ trách', en: 'Answers for' },
  none: { vi: 'chưa có', en: 'none yet' },
  without: { vi: 'Đảng bộ chưa có tổ công tác', en: 'Communes without a group' },
  no: { vi: 'Chưa có tổ công tác nào.', en: 'There is no working group yet.' },
  add: { vi: 'Lập thêm một tổ', en: 'Add a group' },
  all: { vi: 'Tất cả các tổ', en: 'All groups' },
  visits: { vi: 'Kế hoạch và kết quả dự sinh hoạt', en: 'Visits of the month' },
  members: { vi: 'Thành viên', en: 'Members' },
  off: {
    vi: (count: number) =>
      `Tổ có ${count} người; Đề án 06 quy định mỗi tổ từ ${groupSize.least} đến ${groupSize.most} người.`,
    en: (count: number) =>
      `The group has ${count} people; Đề án 06 asks for ${groupSize.least} to ${groupSize.most} in each.`,
  },
  span: {
    vi: (from: string, to?: string) => (to ? `từ ${from} đến hết ${to}` : `từ ${from}`),
    en: (from: string, to?: string) => (to ? `from ${from} until the end of ${to}` : `from ${from}`),
  },
  editMembers: { vi: 'Sửa thành viên', en: 'Change the members' },
  headHint: {
    vi: 'Chức danh; cơ quan. Không ghi họ tên. Ví dụ: Trưởng Ban Tổ chức; Ban Thường vụ Huyện ủy',
    en: 'Post; organ. No names. For example: head of the organisation board; standing committee',
  },
  membersHint: {
    vi: 'Mỗi dòng một người: chức danh; cơ quan. Không ghi họ tên.',
    en: 'One a line: post; organ. No names.',
  },
  send: { vi: 'Lưu thành viên', en: 'Save the members' },
  assign: { vi: 'Phân công tổ phụ trách', en: 'Assign groups' },
  fromHint: {
    vi: 'Tháng/năm. Các tháng trước tháng này giữ nguyên tổ đã phụ trách.',
    en: 'Month/year. The months before it keep the groups they had.',
  },
  nobody: { vi: 'chưa phân công', en: 'none' },
  assignSend: { vi: 'Lưu phân công', en: 'Save' },
  errors: { vi: 'Chưa lưu được. Đề nghị xem lại:', en: 'Nothing was saved. Please look at:' },
  stale: {
    vi: 'Danh sách tổ công tác vừa được người khác sửa. Nội dung đồng chí nhập vẫn còn dưới đây; mời kiểm tra rồi lưu lại.',
    en: 'Somebody has just changed the groups. What you typed is still below: please check it and save again.',
  },
  stored: { vi: 'Đã lưu', en: 'Saved' },
});
