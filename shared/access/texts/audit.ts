import type { AuditKind } from '#shared/access/audit.ts';
import { type Bilingual, inEach } from '#shared/language/lang.ts';

export const auditTexts = inEach({
  title: { vi: 'Nhật ký truy cập', en: 'Access record' },
  lead: {
    vi: 'Ai đã đăng nhập, xem nội dung báo cáo, tải về hoặc thay đổi. Nhật ký chỉ ghi thêm, không sửa, không xóa.',
    en: 'Who signed in, read reports, downloaded or changed something. Entries are only ever added.',
  },
  day: { vi: 'Ngày', en: 'Day' },
  dayHint: { vi: 'Ví dụ 24/11/2026.', en: 'For example 24/11/2026.' },
  show: { vi: 'Xem', en: 'Show' },
  none: { vi: 'Ngày này chưa ghi việc gì.', en: 'Nothing was recorded on this day.' },
  more: {
    vi: (shown: number, all: number) => `${shown} việc mới nhất trong ${all} việc; tệp CSV có đủ.`,
    en: (shown: number, all: number) => `The newest ${shown} of ${all}; the CSV file has them all.`,
  },
  csv: { vi: 'Tải cả ngày (CSV)', en: 'Download the day (CSV)' },
  number: { vi: 'Số', en: 'No.' },
  time: { vi: 'Giờ', en: 'Time' },
  kind: { vi: 'Việc', en: 'What' },
  by: { vi: 'Tài khoản', en: 'Account' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  of: { vi: 'Đối tượng', en: 'Of what' },
  from: { vi: 'Địa chỉ (rút gọn)', en: 'Address (shortened)' },
  whole: { vi: 'Chuỗi nhật ký của ngày nguyên vẹn.', en: 'The day’s chain of entries is whole.' },
  broken: {
    vi: 'Chuỗi nhật ký của ngày không nguyên vẹn. Đề nghị báo ngay cho người quản trị hệ thống.',
    en: 'The day’s chain of entries is broken. Please tell the operator at once.',
  },
  accounts: { vi: 'Tài khoản', en: 'Accounts' },
});

export const auditKindLabels = inEach({
  'signed-in': { vi: 'Đăng nhập', en: 'Signed in' },
  refused: { vi: 'Đăng nhập không được', en: 'Sign-in refused' },
  'signed-out': { vi: 'Đăng xuất', en: 'Signed out' },
  'code-asked': { vi: 'Yêu cầu mã đặt lại mật khẩu', en: 'Asked for a code to reset the password' },
  recovered: { vi: 'Đặt lại mật khẩu bằng mã', en: 'Reset the password by a code' },
  viewed: { vi: 'Xem nội dung', en: 'Viewed words' },
  exported: { vi: 'Tải về', en: 'Downloaded' },
  changed: { vi: 'Ghi hoặc sửa', en: 'Entered or changed' },
  purge: { vi: 'Gỡ nội dung', en: 'Took words out' },
  account: { vi: 'Quản lý tài khoản', en: 'Changed an account' },
  token: { vi: 'Quản lý mã cho máy', en: 'Changed a machine token' },
  directory: { vi: 'Cập nhật danh mục đơn vị', en: 'Changed the directory' },
  norms: { vi: 'Đặt quy định đánh giá', en: 'Set the norms' },
  restored: { vi: 'Khôi phục từ bản lưu', en: 'Restored from an archive' },
  notice: { vi: 'Thông báo của hệ thống', en: 'System notice' },
} as const satisfies Record<AuditKind, Bilingual>);
