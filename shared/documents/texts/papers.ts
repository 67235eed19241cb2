import type { DocumentKind } from '#shared/documents/register.ts';
import { type Bilingual, inEach } from '#shared/language/lang.ts';

/** What each document is called. */
export const documentNames = inEach({
  minutes: { vi: 'Biên bản', en: 'Minutes' },
  resolution: { vi: 'Nghị quyết', en: 'Resolution' },
  conclusion: { vi: 'Kết luận', en: 'Conclusion' },
} as const satisfies Record<DocumentKind, Bilingual>);

/** Of the page of a report's documents, and of the links to them. */
export const papersTexts = inEach({
  title: { vi: 'Biên bản, nghị quyết', en: 'Minutes and resolution' },
  lead: {
    vi: 'Lập từ báo cáo theo thể thức văn bản của Đảng. Họ tên, chữ ký, lý do vắng và kết quả biểu quyết ghi tay trên giấy; chi bộ không đóng dấu.',
    en: 'Made from the report in the Party’s layout, in Vietnamese. Names, signatures, reasons of absence and the vote are written on paper by hand; a cell has no seal.',
  },
  none: {
    vi: 'Theo báo cáo, buổi sinh hoạt không thông qua nghị quyết, kết luận.',
    en: 'As reported, the meeting adopted neither a resolution nor a conclusion.',
  },
  back: { vi: 'Về báo cáo', en: 'Back to the report' },
  numbers: { vi: 'Số văn bản, đăng tải', en: 'Numbers, publishing' },
  number: { vi: 'Số', en: 'Number' },
  noNumber: { vi: 'chưa cấp số', en: 'no number yet' },
  given: {
    vi: (at: string, who: string) => `cấp ${at}, ${who}`,
    en: (at: string, who: string) => `given ${at}, ${who}`,
  },
  give: { vi: (name: string) => `Cấp số ${name.toLowerCase()}`, en: (name: string) => `Give the number: ${name}` },
  giveLabel: {
    vi: (name: string) => `Số ${name.toLowerCase()}`,
    en: (name: string) => `Number of the ${name.toLowerCase()}`,
  },
  giveHint: {
    vi: 'Số tiếp theo trong nhiệm kỳ đã ghi sẵn; chi bộ dùng sổ giấy thì sửa theo sổ. Số đã cấp không đổi được.',
    en: 'The next number of the term stands here; a cell with a register on paper enters the number from there. A number once given cannot be changed.',
  },
  term: { vi: 'Nhiệm kỳ', en: 'Term' },
  termSince: { vi: (day: string) => `từ ${day}`, en: (day: string) => `since ${day}` },
  noTerm: {
    vi: 'chưa ghi ngày bắt đầu; số văn bản đánh liên tục',
    en: 'its first day is not entered; numbers go on',
  },
  termLabel: { vi: 'Nhiệm kỳ mới bắt đầu từ ngày', en: 'A new term began on' },
  termHint: {
    vi: 'Số văn bản đánh lại từ 01 kể từ ngày này, theo ngày họp.',
    en: 'Documents of meetings from this day on are numbered from 01 again.',
  },
  enterTerm: { vi: 'Ghi nhiệm kỳ', en: 'Enter the term' },
  published: { vi: 'Đăng tải kết quả (nội dung không mật)', en: 'Result published (nothing secret)' },
  publishedOn: { vi: (day: string) => `ngày ${day}`, en: (day: string) => `on ${day}` },
  inTime: { vi: 'trong thời hạn 2 ngày', en: 'within the 2 days' },
  late: { vi: 'quá thời hạn 2 ngày', en: 'after the 2 days' },
  notPublished: { vi: 'chưa ghi nhận', en: 'not entered' },
  until: { vi: (day: string) => `hạn ${day}`, en: (day: string) => `due ${day}` },
  overdue: { vi: (day: string) => `quá hạn ${day}`, en: (day: string) => `overdue since ${day}` },
  publishedLabel: { vi: 'Đã đăng tải ngày', en: 'Published on' },
  publishedHint: {
    vi: 'Ngày/tháng/năm. Ghi lại thì ngày ghi sau có giá trị.',
    en: 'Day/month/year. What is entered last holds.',
  },
  enterPublished: { vi: 'Ghi đã đăng tải', en: 'Enter publishing' },
  errors: { vi: 'Chưa ghi được. Đề nghị xem lại:', en: 'Nothing was entered. Please look at:' },
  stale: {
    vi: 'Sổ văn bản vừa có mục mới do người khác ghi. Đề nghị xem lại số rồi gửi lần nữa.',
    en: 'Somebody else has just entered something. Please look at the numbers and send again.',
  },
});
