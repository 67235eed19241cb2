import { inEach } from '#shared/language/lang.ts';

/** The practice month's own page. */
export const practiceTexts = inEach({
  link: { vi: 'Tập cả một tháng, không tính vào đâu', en: 'Practise a whole month, counted nowhere' },
  lead: {
    vi: 'Làm thử cả một tháng với một chi bộ không có thật: chuẩn bị, báo cáo, xem điểm, lấy văn bản. Chi bộ này đã có nghị quyết tháng trước, việc quá hạn và ý kiến chờ trả lời, đều do nhóm làm phần mềm đặt ra.',
    en: 'Try a whole month with a cell that does not exist: prepare, report, see the score, take the documents. It comes with last month’s resolution, an overdue task and matters, all made up by the makers of this product.',
  },
  safe: {
    vi: 'Điều nhập ở đây không vào bảng tháng, danh sách việc, vấn đề, bảng tổng hợp hay thư nhắc, và chỉ tài khoản này thấy. Sau 7 ngày tự xóa. Dù vậy vẫn không nhập nội dung mật hay họ tên.',
    en: 'What you enter here goes to no board, list of tasks, list of matters, scorecard or reminder, and only this account sees it. It is erased after 7 days. Still: nothing secret, and no names.',
  },
  choose: { vi: 'Chọn loại hình', en: 'Choose a type' },
  begin: { vi: 'Bắt đầu tập', en: 'Begin' },
  notBegun: { vi: 'Chưa bắt đầu được', en: 'Not begun yet' },
  over: {
    vi: 'Tháng tập đó không còn: đã được xóa hoặc đã quá 7 ngày. Không có gì thật bị mất.',
    en: 'That practice month is gone: it was erased, or is over 7 days old. Nothing real is lost.',
  },
  emptied: { vi: 'Đã xóa tháng tập', en: 'The practice month is erased' },
  begun: { vi: 'Tháng tập đã sẵn sàng', en: 'The practice month is ready' },
  running: {
    vi: (type: string, month: string) => `Đang tập: ${type}, ${month}.`,
    en: (type: string, month: string) => `You are practising: ${type}, ${month}.`,
  },
  done: { vi: 'đã làm', en: 'done' },
  prepare: { vi: 'Chuẩn bị: xem việc cũ, lưu chương trình', en: 'Prepare: see what is open, save an agenda' },
  prepareHint: {
    vi: 'Bỏ một dòng, thêm một việc, ghi chức danh người nói rồi lưu; tải tờ A4 xem thử.',
    en: 'Leave out a line, add a matter, say which post speaks, and save; look at the A4 sheet.',
  },
  meet: { vi: 'Họp thử theo một buổi mẫu', en: 'Rehearse a mock meeting' },
  meetNone: {
    vi: 'Huyện chưa đưa buổi mẫu nào cho loại hình này vào cẩm nang.',
    en: 'The district has put no mock meeting for this type into the guidebook.',
  },
  report: { vi: 'Báo cáo, thử sai một chỗ', en: 'Report, with a mistake' },
  reportHint: {
    vi: 'Ghi số có mặt lớn hơn số phải dự rồi gửi: trang chỉ đúng ô sai và giữ mọi điều đã nhập. Sửa lại rồi gửi.',
    en: 'Enter more present than required and send: the page points at the field and keeps all you typed. Mend it and send again.',
  },
  score: { vi: 'Xem biên nhận, điểm và chỗ mất điểm', en: 'See the receipt, the score, and where points were lost' },
  scoreHint: {
    vi: 'Số biên nhận của tháng tập không tra được trên trang Tra cứu biên nhận.',
    en: 'The receipt of a practice month is not found by the page that checks receipts.',
  },
  papers: { vi: 'Lấy biên bản, nghị quyết và vào sổ', en: 'Take the minutes and the resolution, and number them' },
  next: { vi: 'Xem trang chuẩn bị của tháng sau', en: 'See the next month’s page' },
  nextHint: {
    vi: 'Việc vừa giao và ý kiến vừa ghi đã nằm ở đó.',
    en: 'The tasks and matters that you have just reported are there.',
  },
  first: { vi: 'sau khi gửi báo cáo', en: 'once the report is sent' },
  again: { vi: 'Xóa và tập lại', en: 'Erase and begin again' },
  empty: { vi: 'Xóa tháng tập', en: 'Erase the practice month' },
});
