import { inEach } from '#shared/language/lang.ts';

/** The texts on every page. */
export const commonTexts = inEach({
  product: { vi: 'Sổ Chi Bộ', en: 'Sổ Chi Bộ' },
  skip: { vi: 'Đến nội dung chính', en: 'Skip to the content' },
  home: { vi: 'Trang chính', en: 'Home' },
  receipts: { vi: 'Tra cứu biên nhận', en: 'Check a receipt' },
  accounts: { vi: 'Tài khoản', en: 'Accounts' },
  officers: { vi: 'Cấp ủy viên phụ trách', en: 'Members in charge' },
  guidance: { vi: 'Định hướng nội dung sinh hoạt của huyện', en: 'The district’s orientation' },
  library: { vi: 'Cẩm nang', en: 'Guidebook' },
  trainings: { vi: 'Tập huấn', en: 'Trainings' },
  visits: { vi: 'Tổ công tác dự sinh hoạt', en: 'Visits by the working group' },
  matters: { vi: 'Vấn đề', en: 'Matters' },
  menu: { vi: 'Mục chính', en: 'Main' },
  signedIn: { vi: 'Đang đăng nhập', en: 'Signed in' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  generated: {
    vi: 'Dữ liệu minh họa do máy sinh ra, không phải số liệu thật.',
    en: 'Demonstration data made by a machine: not real figures.',
  },
  notice: { vi: 'Lưu ý', en: 'Notice' },
  ifAny: { vi: '(nếu có)', en: '(if any)' },
  footer: { vi: 'Sổ Chi Bộ: báo cáo và tổng hợp sinh hoạt chi bộ', en: 'Sổ Chi Bộ: reports of party-cell meetings' },
  noSecrets: { vi: 'Không nhập nội dung mật.', en: 'Do not enter anything secret.' },
  months: { vi: 'Chuyển tháng', en: 'Other months' },
  expired: { vi: '(nội dung đã hết hạn lưu)', en: '(the words have expired)' },
});
