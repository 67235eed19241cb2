import { inEach } from '#shared/language/lang.ts';
import { LONGEST_SEARCH } from '#shared/library/search.ts';

export const libraryTexts = inEach({
  title: { vi: 'Cẩm nang sinh hoạt chi bộ', en: 'Guidebook for meetings' },
  lead: {
    vi: 'Bài hướng dẫn dùng lâu dài do Ban Tổ chức Huyện ủy soạn; định hướng của từng tháng ở trang riêng.',
    en: 'Standing guidance by the district organisation board; the orientation of each month has a page of its own.',
  },
  find: { vi: 'Tìm trong cẩm nang', en: 'Search the guidebook' },
  findHint: {
    vi: 'Gõ có dấu hoặc không dấu, ví dụ: đất đai, dat dai.',
    en: 'With the marks of Vietnamese or without, for example: đất đai, dat dai.',
  },
  search: { vi: 'Tìm', en: 'Search' },
  type: { vi: 'Loại hình chi bộ', en: 'Type of cell' },
  subject: { vi: 'Chủ đề', en: 'Subject' },
  choose: { vi: 'Chọn chủ đề', en: 'Choose a subject' },
  any: { vi: 'Tất cả', en: 'All' },
  showAll: { vi: 'Xem tất cả các bài', en: 'Show all pieces' },
  found: {
    vi: (count: number) => `${count} bài`,
    en: (count: number) => (count === 1 ? '1 piece' : `${count} pieces`),
  },
  none: {
    vi: 'Không có bài nào. Đề nghị bớt từ cần tìm, hoặc chọn chủ đề khác.',
    en: 'There is no such piece. Please use fewer words, or choose another subject.',
  },
  empty: { vi: 'Cẩm nang chưa có bài nào.', en: 'The guidebook has no piece yet.' },
  tooLong: {
    vi: `Từ cần tìm dài quá ${LONGEST_SEARCH} ký tự, đề nghị rút gọn.`,
    en: `What you look for is longer than ${LONGEST_SEARCH} characters: please shorten it.`,
  },
  less: { vi: 'Trang trước', en: 'Previous page' },
  more: { vi: 'Trang sau', en: 'Next page' },
  for: { vi: 'Dành cho:', en: 'For:' },
  forAll: { vi: 'mọi loại hình chi bộ', en: 'all types of cell' },
  questions: { vi: 'Câu hỏi gợi ý thảo luận', en: 'Questions for the discussion' },
  written: {
    vi: (revision: number, at: string) => `${revision === 1 ? 'Đăng' : `Sửa lần ${revision - 1},`} ${at}`,
    en: (revision: number, at: string) => `${revision === 1 ? 'Published' : `Amended (${revision - 1}),`} ${at}`,
  },
  back: { vi: 'Về danh mục cẩm nang', en: 'Back to the guidebook' },
  guidance: { vi: 'Định hướng của tháng', en: 'Orientation of the month' },
  missing: { vi: 'Không có bài này trong cẩm nang', en: 'The guidebook has no such piece' },
  missingHint: {
    vi: 'Có thể đường dẫn sai, hoặc bài không dành cho loại hình chi bộ của đồng chí.',
    en: 'The address may be wrong, or the piece may be for other types of cell.',
  },
  gone: { vi: 'Bài này đã được gỡ khỏi cẩm nang', en: 'This piece was withdrawn from the guidebook' },
  goneAt: {
    vi: (at: string) => `Ban Tổ chức Huyện ủy gỡ ngày ${at}. Đề nghị không dùng bản đã in hoặc lưu trước đó.`,
    en: (at: string) => `The district organisation board withdrew it on ${at}. Please do not use copies of it.`,
  },
  goneWhy: { vi: 'Lý do:', en: 'Why:' },
  goneNow: {
    vi: 'Bài đã gỡ: cơ sở không tìm thấy và không mở được. Lưu lại biểu mẫu “Sửa bài” là đăng lại.',
    en: 'It is withdrawn: nobody else finds or opens it. To publish it again, store the form “Amend” once more.',
  },
  goneList: { vi: 'Bài đã gỡ', en: 'Withdrawn pieces' },
  use: { vi: 'Dùng trong buổi sinh hoạt', en: 'Use in the meeting' },
  useIn: { vi: 'Đưa vào chương trình buổi tới của', en: 'Put on the next agenda of' },
  used: { vi: 'đã có trong chương trình', en: 'on the agenda' },
  fitting: { vi: 'Bài trong cẩm nang hợp với buổi này', en: 'Guidance that fits this meeting' },
  noRoom: { vi: 'Chương trình đã đủ số mục', en: 'The agenda has no line left' },
  noRoomHint: {
    vi: 'Chưa có gì thay đổi. Đề nghị bỏ bớt một mục của chương trình rồi đưa bài vào.',
    en: 'Nothing has changed. Please take a line out of the agenda first.',
  },
  toAgenda: { vi: 'Mở chương trình', en: 'Open the agenda' },
  add: { vi: 'Thêm bài', en: 'Add a piece' },
  amend: { vi: 'Sửa bài', en: 'Amend' },
  send: { vi: 'Đăng vào cẩm nang', en: 'Publish in the guidebook' },
  withdraw: { vi: 'Gỡ bài', en: 'Withdraw' },
  withdrawHint: {
    vi: 'Cơ sở không còn tìm thấy và không mở được bài; trang của bài ghi rõ là đã gỡ. Các lần sửa vẫn được lưu.',
    en: 'Nobody else finds or opens it any more, and its page says so. Its revisions stay stored.',
  },
  contentHint: {
    vi: 'Mỗi đoạn một dòng, nhiều nhất 6.000 ký tự.',
    en: 'A paragraph a line, at most 6,000 characters.',
  },
  questionsHint: {
    vi: 'Mỗi câu một dòng, nhiều nhất 2.000 ký tự.',
    en: 'A question a line, at most 2,000 characters.',
  },
  typesHint: {
    vi: 'Không chọn loại nào: dành cho mọi loại hình.',
    en: 'None ticked: for all types.',
  },
  stored: { vi: 'Đã lưu vào cẩm nang', en: 'Stored in the guidebook' },
  withdrawn: { vi: 'Đã gỡ bài', en: 'Withdrawn' },
  errors: { vi: 'Chưa lưu được. Đề nghị xem lại:', en: 'Nothing was stored. Please look at:' },
  stale: {
    vi: 'Bài này vừa được người khác lưu. Hai bản ở cạnh nhau dưới đây; nội dung đồng chí nhập vẫn còn trong biểu mẫu, mời kiểm tra rồi gửi lại.',
    en: 'Somebody has just stored this piece. Both versions stand side by side below; what you typed is still in the form: please check it and send it again.',
  },
  theirs: { vi: 'Bản vừa lưu', en: 'As stored' },
  mine: { vi: 'Bản đồng chí nhập', en: 'As you typed it' },
  blank: { vi: '(để trống)', en: '(blank)' },
  readers: {
    vi: (have: number, of: number, cells: number, ofCells: number) =>
      `Đã đọc ${have}/${of} đảng bộ; chi bộ đọc bằng tài khoản riêng: ${cells}/${ofCells}`,
    en: (have: number, of: number, cells: number, ofCells: number) =>
      `Read by ${have} of ${of} communes; by cells with an account of their own: ${cells} of ${ofCells}`,
  },
  groups: { vi: 'Tổ công tác đã đọc:', en: 'Working groups that have read it:' },
  commune: { vi: 'Đảng bộ', en: 'Commune' },
  cell: { vi: 'Chi bộ', en: 'Cell' },
  lastRead: { vi: 'Đọc gần nhất', en: 'Last read' },
  unread: { vi: 'chưa đọc', en: 'not read' },
  older: { vi: '(bản trước khi sửa)', en: '(an older version)' },
  history: { vi: 'Các lần lưu', en: 'Revisions' },
  revision: {
    vi: (revision: number, by: string, at: string) => `Lần ${revision}: ${by}, ${at}`,
    en: (revision: number, by: string, at: string) => `${revision}: ${by}, ${at}`,
  },
});
