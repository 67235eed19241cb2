import { inEach } from '#shared/language/lang.ts';

export const sharedMeetingsTexts = inEach({
  title: { vi: 'Sinh hoạt chuyên đề hay trong huyện', en: 'Good thematic meetings of the district' },
  lead: {
    vi: 'Những buổi sinh hoạt chuyên đề được đảng ủy hoặc huyện giới thiệu để các chi bộ tham khảo.',
    en: 'Thematic meetings that communes and the district hold up to all cells.',
  },
  none: { vi: 'Chưa có buổi nào được giới thiệu.', en: 'None has been held up yet.' },
  theme: { vi: 'Chuyên đề', en: 'Subject' },
  noteHint: {
    vi: 'Mọi chi bộ trong huyện đều đọc được; không ghi họ tên, không nhập nội dung mật.',
    en: 'Every cell of the district reads it: no names, nothing secret.',
  },
  form: { vi: (name: string) => `Giới thiệu: ${name}`, en: (name: string) => `Hold up: ${name}` },
  send: { vi: 'Giới thiệu trong huyện', en: 'Hold it up' },
  withdraw: { vi: 'Thôi giới thiệu', en: 'Withdraw' },
  stored: { vi: 'Đã lưu', en: 'Saved' },
  errors: { vi: 'Chưa lưu được. Đề nghị xem lại:', en: 'Nothing was saved. Please look at:' },
  stale: {
    vi: 'Buổi này vừa được người khác giới thiệu hoặc sửa; mời xem lại rồi gửi.',
    en: 'Somebody has just held it up or changed it: please look and send again.',
  },
  link: { vi: 'Giới thiệu buổi sinh hoạt này trong huyện', en: 'Hold this meeting up to the district' },
});
