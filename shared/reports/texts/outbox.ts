import { inEach } from '#shared/language/lang.ts';

/** What pages say of reports that wait on the device. They are loaded with what keeps those. */
export const outboxTexts = inEach({
  waitingTitle: {
    vi: (n: number) => `${n} báo cáo chờ gửi trên máy này`,
    en: (n: number) => `${n} ${n === 1 ? 'report waits' : 'reports wait'} here`,
  },
  keepData: {
    vi: (isSent: boolean) => `${isSent ? 'Báo cáo tự gửi khi có mạng. ' : ''}Xin đừng xóa dữ liệu của trình duyệt.`,
    en: (isSent: boolean) =>
      `${isSent ? 'They are sent once there is a network. ' : ''}Please do not clear the browser’s data.`,
  },
  others: {
    vi: (who: string) => `Máy này còn báo cáo chờ gửi của ${who}, đã khóa: chỉ tài khoản đó mở và gửi được.`,
    en: (who: string) => `Reports of ${who} wait here, sealed: only that account opens and sends them.`,
  },
  waiting: { vi: 'chờ gửi', en: 'waiting' },
  refused: { vi: 'cần xem lại', en: 'needs a look' },
  open: { vi: 'Mở xem', en: 'Open' },
  remove: { vi: 'Bỏ', en: 'Remove' },
  removeAsk: {
    vi: (what: string, tried?: boolean) =>
      `Bỏ báo cáo ${what}?${tried ? ' Báo cáo đã được gửi đi, có thể đã tới nơi.' : ''}`,
    en: (what: string, tried?: boolean) => `Remove ${what}?${tried ? ' It went out and may have arrived.' : ''}`,
  },
  signInFirst: {
    vi: 'Mời đồng chí đăng nhập lại để gửi; nội dung vẫn được giữ trên máy.',
    en: 'Please sign in again to send them; they are kept.',
  },
  sent: { vi: (what: string) => `Đã gửi: ${what}. Số biên nhận`, en: (what: string) => `Sent: ${what}. Receipt` },
  signOutAsk: {
    vi: 'Còn báo cáo chưa gửi. Vẫn đăng xuất?',
    en: 'Reports wait. Sign out?',
  },
});
