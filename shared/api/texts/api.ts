import { MOST_TOKEN_DAYS, MOST_USES_A_MINUTE } from '#shared/access/api-token.ts';
import { HORIZON_DAYS, MOST_DAYS_BACK } from '#shared/api/cursor.ts';
import { inEach } from '#shared/language/lang.ts';

export const apiTexts = inEach({
  title: { vi: 'Giao tiếp với chương trình khác', en: 'The interface for other programs' },
  lead: {
    vi: 'Chương trình của nơi khác đọc bảng tổng hợp và báo cáo, gửi báo cáo, theo dõi thay đổi qua HTTP, bằng JSON. Cùng địa chỉ với các trang; dạng câu trả lời do yêu cầu chọn (Accept).',
    en: 'Other programs read scorecards and reports, send reports and follow changes by HTTP, in JSON. The addresses are those of the pages; the request chooses the form of the answer (Accept).',
  },
  document: { vi: 'Tài liệu OpenAPI 3.1', en: 'The OpenAPI 3.1 document' },
  tokenTitle: { vi: 'Mã cho máy', en: 'Machine tokens' },
  token: {
    vi: `Ban Tổ chức cấp huyện tạo mã ở trang “Mã cho máy”: chọn việc được làm, đơn vị, thời hạn (nhiều nhất ${MOST_TOKEN_DAYS} ngày). Mã gửi kèm mỗi yêu cầu: Authorization: Bearer …; không cần cookie. Mỗi phút nhiều nhất ${MOST_USES_A_MINUTE} yêu cầu (429, Retry-After). Mã bị thu hồi hết hiệu lực từ yêu cầu kế tiếp.`,
    en: `The district’s organisation board makes a token on the page “Machine tokens”: what it may do, for which units, until when (at most ${MOST_TOKEN_DAYS} days). It is sent with each request: Authorization: Bearer …; no cookie is needed. At most ${MOST_USES_A_MINUTE} requests a minute (429, Retry-After). One that is taken back counts no more from the next request on.`,
  },
  operationsTitle: { vi: 'Các yêu cầu', en: 'Requests' },
  scope: { vi: 'Quyền của mã', en: 'Scope' },
  open: { vi: 'không cần mã', en: 'none needed' },
  changesTitle: { vi: 'Theo dõi thay đổi', en: 'Following changes' },
  changes: {
    vi: `Hỏi GET /changes, đọc “changes”, lưu “next”, lần sau gửi lại thành since; “more” là còn để đọc ngay. Một việc có thể được kể lại: mã báo cáo và lần sửa cho biết đã đọc chưa. Không bỏ sót: báo cáo được kể theo thứ tự lưu, và ${HORIZON_DAYS} ngày gần nhất luôn được xem lại để nhận việc ghi chậm. “next” dùng được trong ${MOST_DAYS_BACK - HORIZON_DAYS} ngày; lâu hơn thì đọc lại từ đầu. Mỗi lần nhiều nhất 50 báo cáo. “purge” là nội dung chữ đã được gỡ: chương trình giữ bản sao phải gỡ theo, của mọi lần sửa đến “upTo”; bắt đầu lại từ đầu thì bỏ hết nội dung chữ đã giữ.`,
    en: `Ask GET /changes, read “changes”, keep “next”, and send it the next time as since; “more” says that there is more to read now. A thing may be told again: a report’s id and revision say whether it was read. Nothing is missed: reports are told in the order in which they were stored, and the last ${HORIZON_DAYS} days are always looked at again for what was written late. “next” is good for ${MOST_DAYS_BACK - HORIZON_DAYS} days; after that, begin anew. At most 50 reports at a time. A “purge” says that words were taken out: a program that keeps a copy takes them out too, of all revisions up to “upTo”; whoever begins anew drops all words that it kept.`,
  },
  filesTitle: { vi: 'Bảng dữ liệu', en: 'Tables' },
  files: {
    vi: 'Tệp CSV của bảng tổng hợp kèm mô tả cột theo CSVW (Link: rel="describedby").',
    en: 'The CSV files of a scorecard have their columns described by CSVW (Link: rel="describedby").',
  },
  errorsTitle: { vi: 'Khi bị từ chối', en: 'Refusals' },
  errors: {
    vi: 'Câu trả lời là application/problem+json (RFC 9457); “errors” nêu từng mục chưa đúng và lý do.',
    en: 'The answer is application/problem+json (RFC 9457); “errors” names each field that was refused, and why.',
  },
  promised: {
    vi: 'Dành cho chương trình khác: chỉ thêm, không bớt.',
    en: 'For other programs: it is only ever added to.',
  },
  pages: {
    vi: 'Dành cho người dùng: câu trả lời JSON theo trang, có thể đổi.',
    en: 'For people: the answers in JSON follow the pages, and may change with them.',
  },
  elsewhere: { vi: 'Ở địa chỉ khác', en: 'At another address: `Location` has it.' },
  asThePage: { vi: 'Như trang', en: 'A page, a file, or JSON that says the same.' },
});
