import { inEach } from '#shared/language/lang.ts';

export const officersTexts = inEach({
  title: { vi: 'Cấp ủy viên phụ trách chi bộ', en: 'Committee members in charge of cells' },
  lead: {
    vi: (cells: number, of: number, free: number) =>
      `Đã phân công ${cells}/${of} chi bộ; cấp ủy viên chưa phụ trách chi bộ nào: ${free}.`,
    en: (cells: number, of: number, free: number) =>
      `${cells} of ${of} cells have a member in charge; members without a cell: ${free}.`,
  },
  communes: { vi: 'Các tổ chức cơ sở đảng', en: 'Communes' },
  commune: { vi: 'Đảng bộ', en: 'Commune' },
  cells: { vi: 'Chi bộ', en: 'Cells' },
  assigned: { vi: 'Đã phân công', en: 'In charge' },
  oriented: { vi: 'Đã định hướng', en: 'Oriented' },
  attended: { vi: 'Cấp ủy viên dự', en: 'Attended' },
  free: { vi: 'Cấp ủy viên chưa có chi bộ', en: 'Members without a cell' },
  cell: { vi: 'Chi bộ', en: 'Cell' },
  member: { vi: 'Người phụ trách', en: 'In charge' },
  nobody: { vi: 'chưa phân công', en: 'nobody' },
  unknown: { vi: 'chưa rõ', en: 'not known' },
  month: { vi: 'Định hướng và dự họp trong tháng', en: 'Orientation and attendance in the month' },
  record: { vi: 'Ghi nhận định hướng và dự họp', en: 'Record orientations and attendance' },
  recordHint: {
    vi: 'Ngày/tháng/năm. Chỉ ghi việc đã làm; để trống nếu chưa. Ngày đã ghi ở đây được lấy thay cho điều chi bộ báo cáo.',
    en: 'Day/month/year. Only what was done; leave the rest blank. A day recorded here goes before what the cell reports.',
  },
  recordSend: { vi: 'Lưu ghi nhận', en: 'Save the record' },
  edit: { vi: 'Phân công', en: 'Assign' },
  membersHint: {
    vi: 'Mỗi dòng một cấp ủy viên; ghi chức danh, không ghi họ tên. Bỏ một dòng thì chi bộ người ấy phụ trách trở lại chưa phân công.',
    en: 'A member a line: posts, no names. Where a line is taken out, its cells have nobody in charge again.',
  },
  saveFirst: {
    vi: 'Lưu danh sách cấp ủy viên trước, sau đó chọn người phụ trách cho từng chi bộ.',
    en: 'Save the members first, then choose one for each cell.',
  },
  send: { vi: 'Lưu phân công', en: 'Save' },
  errors: { vi: 'Chưa lưu được. Đề nghị xem lại:', en: 'Nothing was saved. Please look at:' },
  stale: {
    vi: 'Phân công vừa được người khác sửa. Nội dung đồng chí nhập vẫn còn dưới đây; mời kiểm tra rồi lưu lại.',
    en: 'Somebody has just changed this. What you typed is still below: please check it and save again.',
  },
  stored: { vi: 'Đã lưu phân công', en: 'Saved' },
});
