import { inEach } from '#shared/language/lang.ts';

/** Short help for secretaries, by page: what is to be done there, in the order in which it is done; a sentence a line. */
export const helpTexts = inEach({
  prepare: {
    vi: `Trang tự gom việc đang mở, trả lời cần đọc, định hướng và chỗ mất điểm; đồng chí chỉ chọn và sắp xếp.
Sửa chương trình ở cuối trang rồi lưu; lưu lại bao nhiêu lần cũng được đến khi tháng đóng.
Tải tờ A4 mang đi họp; sau buổi họp mở mẫu báo cáo, điều đã lưu ở đây có sẵn trong đó.`,
    en: `The page gathers open tasks, answers to read out, the orientation and lost points; you only choose and order.
Edit the agenda at the end of the page and save it, as often as you like until the month closes.
Take the A4 sheet to the meeting; afterwards open the report form, which has what you saved here.`,
  },
  agenda: {
    vi: `Bỏ dấu ở dòng không dùng: dòng đó vẫn còn để chọn lại.
Số ở cột thứ tự quyết định dòng nào trước. Người nói ghi bằng chức danh, không ghi họ tên.
Ngày họp chi ủy, định hướng, gửi tài liệu ghi một lần ở đây, báo cáo không hỏi lại.`,
    en: `Untick a line that is not used: it stays to be chosen again.
The number in the column of places decides the order. Who speaks is a post, never a name.
The days of the committee, the orientation and the papers are entered here once; the report does not ask again.`,
  },
  proposals: {
    vi: `Mở trang, gửi mã hoặc dán tờ có mã QR; đảng viên không cần tài khoản.
Trả lời từng đề xuất: đưa vào chương trình, hoặc nói vì sao chưa. Ai có mã đều thấy phần trả lời.`,
    en: `Open the page, send the code or put up the sheet with the QR code; members need no account.
Answer each proposal: on the agenda, or why not yet. Whoever has the code sees the answers.`,
  },
  papers: {
    vi: `Tải biên bản, nghị quyết; điền tay họ tên, chữ ký vào chỗ trống.
Vào số theo sổ của chi bộ; số tiếp theo được gợi ý và không trùng trong nhiệm kỳ.
Đăng tải kết quả xong thì ghi ngày: trong 2 ngày sau buổi họp là đúng hạn.`,
    en: `Take the minutes and the resolution; names and signatures are filled in by hand.
Enter the number of the cell’s register; the next one is proposed, and none stands twice in a term.
Once the result is published, enter the day: within 2 days after the meeting it is in time.`,
  },
  tasks: {
    vi: `Mỗi việc lấy từ nghị quyết đã báo cáo. Bấm vào việc để ghi tiến độ, chuyển người hay thôi làm kèm lý do, không phải đợi buổi họp sau.
Số quá hạn trên bảng tổng hợp là lời của báo cáo tháng đó; số ở đây là hôm nay.`,
    en: `Each task comes from a reported resolution. Open one to say how it stands, hand it on or drop it with a reason, without waiting for the next meeting.
What is overdue on a scorecard is what that month’s report said; what you see here is today.`,
  },
  targets: {
    vi: `Nhập mỗi chỉ tiêu một lần trong năm: việc gì, bao nhiêu, đơn vị nào, chia quý nếu có.
Mỗi tháng, báo cáo chọn chỉ tiêu mà nghị quyết phục vụ và ghi kết quả: cột đã làm tự cộng.`,
    en: `Enter each target once a year: what, how much, in which unit, by quarters if there are any.
Each month the report says which target the resolution serves and what came of it: what is done adds up by itself.`,
  },
  check: {
    vi: `Không ghi họ tên, không chấm cá nhân: chỉ đếm theo chức danh để biết bài nào cần dạy lại.
Gửi xong trang nói câu nào đúng và vì sao; làm lại lúc nào cũng được.`,
    en: `No names and no grades: it is counted by post, to know what should be taught again.
Once sent, the page says what is right and why; you may do it again at any time.`,
  },
  results: {
    vi: `Mỗi tháng có câu nói điểm mất vì đâu và làm gì để được điểm đó.
Số sai thì sửa ngay trên báo cáo khi tháng chưa đóng; đã đóng thì đề nghị huyện cho sửa.`,
    en: `Each month says where points were lost and what would win them.
A wrong figure is amended on the report while the month is open; once it has closed, ask the district.`,
  },
  practice: {
    vi: `Mỗi tài khoản có một tháng tập; hai người dùng chung tài khoản thì cùng thấy một tháng tập.
Trang tập không giữ bài trên máy khi mất mạng: muốn nghỉ giữa chừng thì bấm lưu để làm sau.
Đường dẫn đến trang chưa có trong tháng tập sẽ đưa về lại đây.`,
    en: `Each account has one practice month; two people with one account see the same.
Practice keeps nothing on the device without network: to pause, press the button that saves for later.
Links to pages that practice does not have lead back here.`,
  },
});

export type HelpTopic = keyof (typeof helpTexts)['vi'];

export const helpSummary = inEach({ summary: { vi: 'Hướng dẫn nhanh', en: 'Short help' } });
