import { type Bilingual, inEach } from '#shared/language/lang.ts';
import type { PurgeReason } from '#shared/reports/purge.ts';

export const purgeTexts = inEach({
  title: { vi: 'Gỡ nội dung nhập nhầm', en: 'Take out words entered by mistake' },
  lead: {
    vi: 'Dùng khi báo cáo có nội dung mật hoặc dữ liệu cá nhân. Toàn bộ phần chữ của báo cáo được gỡ; số liệu, điểm và số biên nhận giữ nguyên.',
    en: 'For words that are secret or name a person. All free text of the report goes; figures, points and receipt numbers stay.',
  },
  rule: {
    vi: 'Cần hai người: một tài khoản của huyện đề nghị, tài khoản khác duyệt; người quản trị hệ thống thực hiện.',
    en: 'It takes two: one account of the district asks, another approves; the operator carries it out.',
  },
  upTo: {
    vi: (number: number) => `Phần chữ đến lần ghi ${number}`,
    en: (number: number) => `Words up to revision ${number}`,
  },
  asked: { vi: 'Đề nghị', en: 'Asked' },
  approved: { vi: 'Duyệt', en: 'Approved' },
  purged: { vi: 'Đã gỡ', en: 'Taken out' },
  operator: { vi: 'người quản trị hệ thống', en: 'the operator' },
  reason: { vi: 'Lý do', en: 'Reason' },
  ask: { vi: 'Đề nghị gỡ phần chữ', en: 'Ask to take the words out' },
  approve: { vi: 'Duyệt đề nghị', en: 'Approve' },
  waits: { vi: 'Chờ tài khoản khác của huyện duyệt.', en: 'Waits for another account of the district.' },
  waitsOperator: { vi: 'Chờ người quản trị hệ thống thực hiện.', en: 'Waits for the operator.' },
  back: { vi: 'Về báo cáo', en: 'Back to the report' },
});

export const purgeReasonLabels = inEach({
  secret: { vi: 'Nội dung mật', en: 'Secret' },
  personal: { vi: 'Dữ liệu cá nhân', en: 'Personal data' },
  mistake: { vi: 'Nhập nhầm nội dung của nơi khác', en: 'Words that belong elsewhere' },
} as const satisfies Record<PurgeReason, Bilingual>);
