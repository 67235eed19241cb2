import { type Bilingual, inEach } from '#shared/language/lang.ts';
import type { PurgeReason } from '#shared/reports/purge.ts';

export const purgeTexts = inEach({
  title: { vi: 'Gỡ nội dung nhập nhầm', en: 'Take out words entered by mistake' },
  lead: {
    vi: 'Dùng khi báo cáo có nội dung mật hoặc dữ liệu cá nhân. Toàn bộ phần chữ của báo cáo được gỡ, kể cả phần chữ cập nhật nhiệm vụ của báo cáo giữa hai kỳ; số liệu, điểm và số biên nhận giữ nguyên.',
    en: 'For words that are secret or name a person. All free text of the report goes, also what was said of its tasks between meetings; figures, points and receipt numbers stay.',
  },
  rule: {
    vi: 'Cần hai người: một tài khoản của huyện đề nghị, tài khoản của người khác duyệt; người quản trị hệ thống thực hiện. Nếu huyện chưa có người thứ hai, người quản trị duyệt thay và ghi tên.',
    en: 'It takes two persons: one account of the district asks, that of somebody else approves; the operator carries it out. Where the district has no second person, the operator approves by name.',
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
  waits: { vi: 'Chờ tài khoản của người khác trong huyện duyệt.', en: 'Waits for another person of the district.' },
  sameHand: {
    vi: 'Tài khoản này không duyệt được: trong 30 ngày trước đề nghị hoặc từ đó đến nay, nó và tài khoản đề nghị do cùng một người lập, chuyển hoặc đặt lại mật khẩu. Cần người khác của huyện duyệt; nếu không có, đề nghị người quản trị hệ thống duyệt thay.',
    en: 'This account cannot approve: within 30 days before the request or since, one person created, moved or reset both this account and the one that asked. Somebody else of the district must approve; if there is nobody, ask the operator to.',
  },
  waitsOperator: { vi: 'Chờ người quản trị hệ thống thực hiện.', en: 'Waits for the operator.' },
  back: { vi: 'Về báo cáo', en: 'Back to the report' },
});

export const purgeReasonLabels = inEach({
  secret: { vi: 'Nội dung mật', en: 'Secret' },
  personal: { vi: 'Dữ liệu cá nhân', en: 'Personal data' },
  mistake: { vi: 'Nhập nhầm nội dung của nơi khác', en: 'Words that belong elsewhere' },
} as const satisfies Record<PurgeReason, Bilingual>);
