import { inEach } from '#shared/language/lang.ts';
import type { Answered } from '#shared/proposals/proposal.ts';

/** Proposals before a meeting: the open page, and their part of the page of the next meeting. */
export const proposalsTexts = inEach({
  title: { vi: 'Đề xuất nội dung sinh hoạt', en: 'Propose what to discuss' },
  lead: {
    vi: (cell: string, month: string, until: string) =>
      `${cell}, sinh hoạt ${month}. Nhận đề xuất đến hết ngày ${until}.`,
    en: (cell: string, month: string, until: string) => `${cell}, meeting of ${month}. Open until the end of ${until}.`,
  },
  text: {
    vi: 'Đồng chí đề nghị chi bộ bàn việc gì?',
    en: 'What should the cell discuss?',
  },
  textHint: {
    vi: (most: number) =>
      `Không quá ${most} chữ cái. Không ghi họ tên của mình hay của người khác, không ghi bí mật nhà nước. Chi bộ và đảng ủy xã đọc; đảng viên khác chỉ thấy phần trả lời.`,
    en: (most: number) =>
      `At most ${most} letters. No names, your own or others’, and no state secrets. The cell and its commune read it; other members see the answers only.`,
  },
  send: { vi: 'Gửi đề xuất', en: 'Send the proposal' },
  anonymous: {
    vi: 'Không cần tài khoản, không hỏi ai gửi. Hết hạn thì trang này đóng; nội dung tự xóa sau 60 ngày.',
    en: 'No account, and nobody asks who sends. The page closes by itself; what was sent is erased after 60 days.',
  },
  sent: { vi: (n: number) => `Đã nhận đề xuất số ${n}`, en: (n: number) => `Proposal ${n} has arrived` },
  sentHint: {
    vi: 'Ghi lại số này để xem phần trả lời bên dưới, trong thời gian trang còn mở.',
    en: 'Keep the number: while the page is open, the answer appears below.',
  },
  notDone: { vi: 'Chưa thực hiện được', en: 'Not done yet' },
  full: {
    vi: (most: number) => `Buổi này đã nhận đủ ${most} đề xuất. Xin phát biểu trực tiếp tại buổi họp.`,
    en: (most: number) => `This meeting has its ${most} proposals. Please speak at the meeting.`,
  },
  waitTitle: { vi: 'Xin chờ', en: 'Please wait' },
  wait: {
    vi: (minutes: number) => `Có nhiều lần gửi hoặc thử mã quá. Xin thử lại sau ${minutes} phút.`,
    en: (minutes: number) =>
      `Too many were sent, or too many codes tried. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  },
  unknownTitle: { vi: 'Mã này không dùng được', en: 'This code does not work' },
  unknown: {
    vi: 'Mã sai, đã hết hạn hoặc chi bộ đã đóng nhận đề xuất. Xin hỏi lại bí thư chi bộ.',
    en: 'It is wrong, has expired, or the cell has closed its page. Please ask the secretary.',
  },
  kept: { vi: 'Nội dung đồng chí vừa nhập', en: 'What you have typed' },
  answers: { vi: 'Chi bộ trả lời', en: 'The cell’s answers' },
  number: { vi: (n: number) => `Đề xuất số ${n}`, en: (n: number) => `Proposal ${n}` },
  answer: {
    vi: (state: Answered['state'], reply: string) =>
      state === 'agenda' ? `đã đưa vào chương trình.${reply && ` ${reply}`}` : `trả lời: ${reply}`,
    en: (state: Answered['state'], reply: string) =>
      state === 'agenda' ? `put on the agenda.${reply && ` ${reply}`}` : `answer: ${reply}`,
  },
  otherAnswer: {
    vi: (n: number) => `Sửa trả lời đề xuất số ${n}`,
    en: (n: number) => `Change the answer to proposal ${n}`,
  },

  section: { vi: 'Đề xuất của đảng viên', en: 'Proposals of members' },
  counts: {
    vi: (received: number, answered: number) => `Đề xuất của đảng viên: ${received}, đã trả lời ${answered}.`,
    en: (received: number, answered: number) => `Proposals of members: ${received}, answered ${answered}.`,
  },
  closedNow: {
    vi: 'Chưa mở trang nhận đề xuất. Đảng viên mở bằng mã hoặc mã QR, không cần tài khoản, không ghi tên.',
    en: 'The page for proposals is not open. Members open it by a code or a QR code: no account, no name.',
  },
  over: { vi: 'Buổi họp đã qua, không nhận đề xuất nữa.', en: 'The meeting is over: no more proposals.' },
  openNow: {
    vi: (until: string) => `Đang nhận đề xuất đến hết ngày ${until}.`,
    en: (until: string) => `Open until the end of ${until}.`,
  },
  days: { vi: 'Nhận trong mấy ngày', en: 'Open for how many days' },
  daysHint: {
    vi: (most: number) => `Kể cả hôm nay, nhiều nhất ${most}: không quá ngày họp.`,
    en: (most: number) => `Today included, ${most} at most: not after the meeting.`,
  },
  open: { vi: 'Mở nhận đề xuất', en: 'Open it' },
  longer: { vi: 'Đổi số ngày', en: 'Change the days' },
  close: { vi: 'Đóng nhận', en: 'Close it' },
  renew: { vi: 'Cấp mã mới, bỏ mã cũ', en: 'A new code, the old one ends' },
  scan: {
    vi: 'Quét mã hoặc mở địa chỉ dưới đây để đề xuất nội dung sinh hoạt; không cần tài khoản, không ghi tên.',
    en: 'Scan, or open the address, to propose what to discuss: no account, no name.',
  },
  qr: { vi: 'Mã QR của địa chỉ nhận đề xuất', en: 'QR code of the address for proposals' },
  lostCode: {
    vi: 'Mã đang dùng không hiện lại được. Cấp mã mới nếu cần.',
    en: 'The code in use cannot be shown again. Issue a new one if it is needed.',
  },
  reply: { vi: (n: number) => `Trả lời đề xuất số ${n}`, en: (n: number) => `Reply to proposal ${n}` },
  replyHint: {
    vi: 'Ngắn gọn; ai có mã đều đọc được.',
    en: 'Short; everybody with the code can read it.',
  },
  toAgenda: { vi: 'Đưa vào chương trình', en: 'Put it on the agenda' },
  sendReply: { vi: 'Trả lời', en: 'Reply' },
  'just-opened': { vi: 'Đã mở nhận đề xuất', en: 'Members may propose now' },
  'just-closed': { vi: 'Đã đóng nhận đề xuất', en: 'The page for proposals is closed' },
  'just-answered': { vi: 'Đã ghi trả lời', en: 'The answer is stored' },
  stale: {
    vi: 'Có người vừa sửa trước đồng chí: dưới đây là nội dung đã lưu. Xem lại rồi làm tiếp.',
    en: 'Somebody was quicker: below is what is stored. Look, and go on.',
  },
  onAgenda: { vi: (text: string) => `Đảng viên đề xuất: ${text}`, en: (text: string) => `A member proposes: ${text}` },
});
