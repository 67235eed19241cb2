import { type Bilingual, inEach } from '#shared/language/lang.ts';

export const problemCodes = [
  'not-found',
  'not-allowed',
  'bad-token',
  'own-entry',
  'not-attended',
  'returned',
  'bad-request',
  'unread',
  'too-large',
  'full',
  'too-many',
  'forged',
  'month-closed',
  'month-open',
  'unavailable',
  'fault',
  'unreadable',
  'no-scorecard',
  'not-standing',
  'no-decision',
  'words-gone',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export const problemTitles = inEach({
  'not-found': { vi: 'Không tìm thấy trang', en: 'Page not found' },
  'not-allowed': { vi: 'Không thuộc quyền của tài khoản này', en: 'Not open to this account' },
  'bad-token': { vi: 'Mã không còn hiệu lực', en: 'The token does not count' },
  'own-entry': { vi: 'Không tự xác nhận báo cáo do mình nhập', en: 'Nobody confirms an own entry' },
  'not-attended': { vi: 'Tổ công tác không dự buổi này', en: 'No working group attended' },
  returned: { vi: 'Báo cáo đang trả lại để sửa', en: 'The report was returned' },
  'bad-request': { vi: 'Yêu cầu không hợp lệ', en: 'The request is not valid' },
  unread: { vi: 'Có chữ không đọc được', en: 'Something could not be read' },
  'too-large': { vi: 'Nội dung gửi lên quá lớn', en: 'Too much was sent' },
  full: { vi: 'Mục này đã ghi hết chỗ', en: 'There is no room left here' },
  'too-many': { vi: 'Gửi quá nhiều lần', en: 'Too many tries' },
  forged: { vi: 'Phiên làm việc không khớp', en: 'The session does not match' },
  'month-closed': { vi: 'Tháng này đã chốt số liệu', en: 'This month is closed' },
  'month-open': { vi: 'Tháng này đang mở', en: 'This month is open' },
  unavailable: { vi: 'Hệ thống đang tạm gián đoạn', en: 'The system is interrupted' },
  fault: { vi: 'Hệ thống gặp lỗi', en: 'Something went wrong' },
  unreadable: { vi: 'Có dữ liệu không đọc được', en: 'Something stored cannot be read' },
  'no-scorecard': { vi: 'Chưa có bảng tổng hợp', en: 'No scorecard yet' },
  'not-standing': { vi: 'Đơn vị không có trong kỳ này', en: 'The unit does not stand in this period' },
  'no-decision': { vi: 'Buổi này không ra nghị quyết, kết luận', en: 'This meeting decided nothing' },
  'words-gone': { vi: 'Không còn nội dung để lập văn bản', en: 'The words for a document are gone' },
} as const satisfies Record<ProblemCode, Bilingual>);

/** What happened and what to do. `not-found` does not tell a unit that does not exist from somebody else's. */
export const problemSentences = inEach({
  'no-decision': {
    vi: 'Theo báo cáo, buổi sinh hoạt không thông qua nghị quyết hay kết luận; chỉ có biên bản.',
    en: 'As reported, the meeting adopted neither a resolution nor a conclusion: there are minutes only.',
  },
  'words-gone': {
    vi: 'Phần chữ của báo cáo đã hết hạn lưu, đã xóa hoặc đang chờ xóa, nên không lập văn bản được. Số liệu vẫn còn; bản giấy của chi bộ không bị ảnh hưởng.',
    en: 'The report’s words have expired, were purged or are about to be, so no document can be made of them. The figures remain, and so does the cell’s paper.',
  },
  'not-found': {
    vi: 'Địa chỉ không có trong hệ thống hoặc không thuộc phạm vi của đồng chí. Đề nghị kiểm tra lại đường dẫn.',
    en: 'The address is not in the system or not within your scope. Please check the link.',
  },
  'not-allowed': {
    vi: 'Tài khoản đang dùng không được làm việc này. Nếu cần, đề nghị liên hệ Ban Tổ chức cấp trên.',
    en: 'The account in use may not do this. If it should, please ask the superior organisation board.',
  },
  'bad-token': {
    vi: 'Mã cho máy không đúng, đã hết hạn hoặc đã thu hồi. Đề nghị Ban Tổ chức Huyện ủy cấp mã mới.',
    en: 'The machine token is not right, has expired or was taken back. Please ask the district organisation board for a new one.',
  },
  'own-entry': {
    vi: 'Báo cáo này do tài khoản hoặc đơn vị của đồng chí nhập, nên cấp khác xem xét: báo cáo do xã nhập thì huyện hoặc tổ công tác đã dự xác nhận. Nếu có sai sót, đồng chí vẫn sửa hoặc trả lại được.',
    en: 'This report was entered by your account or unit, so others review it: what a commune has entered is confirmed by the district, or by the working group that attended. You may still amend or return it.',
  },
  'not-attended': {
    vi: 'Tổ công tác chỉ xác nhận báo cáo của buổi có tổ dự. Nếu tổ đã dự, đề nghị báo cáo buổi dự sinh hoạt trước; nếu báo cáo có sai sót, đồng chí vẫn trả lại được.',
    en: 'A working group confirms reports of meetings that one attended. If yours did, please enter the visit first; a report with mistakes can still be returned.',
  },
  returned: {
    vi: 'Báo cáo đã được trả lại và chưa được sửa, gửi lại, nên chưa xác nhận được. Khi chi bộ hoặc xã gửi lại, đồng chí sẽ thấy ở danh sách chờ xem xét.',
    en: 'The report was returned and has not been amended and sent again, so it cannot be confirmed. Once it is sent again it waits in the list of reviews.',
  },
  'bad-request': {
    vi: 'Hệ thống không đọc được nội dung gửi lên. Mời quay lại trang trước, tải lại và gửi lần nữa.',
    en: 'What was sent could not be read. Please go back, reload the page and send it again.',
  },
  unread: {
    vi: 'Chưa có nội dung nào được lưu. Đề nghị quay lại trang trước, nơi nội dung đã nhập vẫn còn, và gõ lại bằng phông chữ Unicode (UTF-8).',
    en: 'Nothing has been stored. Please go back, where all that you typed still stands, and type it in Unicode (UTF-8).',
  },
  'too-large': {
    vi: 'Chưa có nội dung nào được lưu. Đề nghị rút gọn rồi gửi lại; những đoạn dài đã nhập ở biểu mẫu còn ở dưới đây, đồng chí chép lại trước khi rời trang.',
    en: 'Nothing has been stored. Please shorten it and send it again; long texts that were typed into a form stand below: please copy them before you leave this page.',
  },
  full: {
    vi: 'Mục này đã ghi nhiều đến mức không ghi thêm được; nội dung vừa gửi chưa được lưu và vẫn còn ở trang trước. Đề nghị đồng chí kết thúc mục này rồi lập mục mới để ghi tiếp.',
    en: 'So much stands here that nothing more can be added. What you have just sent was not stored; it is still on the page before. Please end this one, and go on in a new one.',
  },
  'too-many': {
    vi: 'Đề nghị chờ vài phút rồi thử lại.',
    en: 'Please wait a few minutes and try again.',
  },
  forged: {
    vi: 'Phiên làm việc không khớp, mời tải lại trang và gửi lại. Chưa có nội dung nào được lưu.',
    en: 'The session does not match. Please reload the page and send again. Nothing has been stored.',
  },
  'month-closed': {
    vi: 'Số liệu của tháng đã chốt. Việc đính chính do Ban Tổ chức Huyện ủy thực hiện; đề nghị liên hệ để được hướng dẫn.',
    en: 'The figures of the month are official. An amendment is made by the district organisation board; please contact it.',
  },
  'month-open': {
    vi: 'Không cần đề nghị: đồng chí sửa báo cáo trực tiếp.',
    en: 'There is nothing to ask: please amend the report directly.',
  },
  unavailable: {
    vi: 'Đề nghị thử lại sau ít phút. Những báo cáo đã có số biên nhận vẫn được lưu an toàn.',
    en: 'Please try again in a few minutes. Reports that have a receipt number are safely stored.',
  },
  fault: {
    vi: 'Lỗi đã được ghi lại. Đề nghị thử lại; nếu vẫn lỗi, đề nghị báo cho người quản trị kèm thời điểm xảy ra.',
    en: 'The fault has been recorded. Please try again; if it stays, tell the operator when it happened.',
  },
  unreadable: {
    vi: 'Dữ liệu mà trang này cần đã hỏng, nên chưa hiện và chưa lưu được gì; các trang khác vẫn dùng được. Đề nghị đồng chí báo người vận hành hệ thống.',
    en: 'What this page needs is broken, so that nothing could be shown or stored; other pages still work. Please tell whoever operates the system.',
  },
  'no-scorecard': {
    vi: 'Số liệu của kỳ này chưa được tổng hợp. Hệ thống tổng hợp hằng đêm và sau mỗi báo cáo mới.',
    en: 'The period has not been rolled up yet. That is done every night and after each new report.',
  },
  'not-standing': {
    vi: 'Trong kỳ này đơn vị chưa thành lập hoặc đã kết thúc, nên không có bảng tổng hợp. Đề nghị đồng chí xem số liệu của đơn vị cũ hoặc đơn vị kế tục; trang “Diễn biến các tháng” dẫn đến đơn vị cũ.',
    en: 'The unit had not begun or had ended by then, so there is no scorecard. Please read the figures of the units before or after it; “How the months went” leads to those before.',
  },
} as const satisfies Record<ProblemCode, Bilingual>);

/** Of what is too large, to be copied. */
export const tooLargeTexts = inEach({
  text: {
    vi: (number: number) => `Đoạn đã nhập thứ ${number}`,
    en: (number: number) => `Text ${number} that was typed`,
  },
});

/** The title above the mistakes in a form; each mistake is shown at its field. */
export const invalidFieldsTitle = {
  vi: 'Biểu mẫu có mục chưa đúng',
  en: 'Some fields are not right',
} as const satisfies Bilingual;
