import type { TokenScope } from '#shared/access/routes.ts';
import { type Bilingual, inEach } from '#shared/language/lang.ts';

export const tokenTexts = inEach({
  title: { vi: 'Mã cho máy', en: 'Machine tokens' },
  lead: {
    vi: 'Chương trình của nơi khác đọc hoặc gửi số liệu bằng mã riêng, không dùng mật khẩu của ai. Mỗi mã chỉ được làm những việc đã chọn, có hạn, và thu hồi là hết hiệu lực ngay.',
    en: 'Other programs read or send figures by a token of their own, with nobody’s password. Each may do only what was chosen, expires, and is gone at once when it is taken back.',
  },
  docs: { vi: 'Hướng dẫn cho người lập trình', en: 'For programmers: the interface' },
  accounts: { vi: 'Tài khoản', en: 'Accounts' },
  problem: { vi: 'Chưa tạo được mã', en: 'No token was made' },
  madeTitle: { vi: 'Mã mới, chỉ hiện một lần', en: 'The new token, shown this once' },
  made: {
    vi: 'Đề nghị chép ngay và chuyển cho người giữ chương trình bằng cách an toàn. Hệ thống không lưu mã, không hiện lại được.',
    en: 'Please copy it now and hand it to the keeper of the program in a safe way. The system does not keep it and cannot show it again.',
  },
  list: { vi: 'Các mã đã tạo', en: 'Tokens made' },
  none: { vi: 'Chưa có mã nào.', en: 'There is none yet.' },
  number: { vi: 'Số', en: 'No.' },
  name: { vi: 'Chương trình', en: 'Program' },
  nameHint: { vi: 'Tên chương trình và người giữ, ví dụ: kho số liệu của Tỉnh ủy', en: 'The program and who keeps it' },
  scopes: { vi: 'Được làm', en: 'May' },
  units: { vi: 'Với đơn vị', en: 'Of' },
  unitsHint: {
    vi: 'Không chọn xã nào: toàn huyện. Mã gửi báo cáo phải chọn xã.',
    en: 'None chosen: the whole district. A token that sends reports names its communes.',
  },
  days: { vi: 'Số ngày có hiệu lực', en: 'Days until it expires' },
  daysHint: { vi: 'Nhiều nhất 365 ngày', en: 'At most 365' },
  until: { vi: 'Đến', en: 'Until' },
  state: { vi: 'Trạng thái', en: 'State' },
  revoked: { vi: 'đã thu hồi', en: 'taken back' },
  expired: { vi: 'đã hết hạn', en: 'expired' },
  valid: { vi: 'đang dùng được', en: 'counts' },
  make: { vi: 'Tạo mã', en: 'Make a token' },
  revoke: { vi: 'Thu hồi', en: 'Take back' },
});

export const scopeLabels = inEach({
  'reports:read': { vi: 'đọc báo cáo sinh hoạt', en: 'read reports of meetings' },
  'reports:write': { vi: 'gửi báo cáo sinh hoạt thay xã', en: 'send reports for communes' },
  'scorecards:read': { vi: 'đọc bảng tổng hợp', en: 'read scorecards' },
  'changes:read': { vi: 'theo dõi thay đổi', en: 'follow changes' },
} as const satisfies Record<TokenScope, Bilingual>);
