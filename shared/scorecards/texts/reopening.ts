import { inEach } from '#shared/language/lang.ts';

export const reopeningTexts = inEach({
  title: { vi: (month: string) => `Mở lại ${month}`, en: (month: string) => `Reopen ${month}` },
  lead: {
    vi: 'Tháng này đã chốt. Danh sách đơn vị của tháng được giữ đúng như lúc chốt; muốn thêm, sửa, kết thúc hay đổi tên đơn vị có hiệu lực trong tháng thì phải mở lại tháng. Trong lúc tháng mở lại, các đơn vị sửa được báo cáo của tháng.',
    en: 'This month is closed. Its units stand as they were counted; to enter, correct, end or rename a unit with effect in it, reopen the month. While it is open, its units may amend its reports too.',
  },
  rule: {
    vi: 'Số liệu chính thức đã chốt vẫn được giữ nguyên. Đêm nay hệ thống chốt lại tháng; lần chốt sau ghi rõ đã sửa gì và vì sao. Việc mở lại được ghi vào nhật ký.',
    en: 'What is official stays as it is. Tonight the month is closed again; its next revision says what changed and why. The reopening is put on record.',
  },
  reason: { vi: 'Lý do mở lại', en: 'Reason' },
  reasonHint: {
    vi: 'Mọi người xem số liệu của tháng đều đọc được lý do này.',
    en: 'Everybody who sees the figures of the month can read it.',
  },
  send: { vi: 'Mở lại tháng', en: 'Reopen the month' },
  open: {
    vi: (at: string, by: string) => `Tháng đang mở lại từ ${at}, người mở: ${by}. Đêm nay hệ thống sẽ chốt lại.`,
    en: (at: string, by: string) => `The month has been open again since ${at}, by ${by}. It is closed again tonight.`,
  },
  stale: {
    vi: 'Vừa có người mở lại tháng này; nội dung đồng chí đã nhập vẫn còn bên dưới.',
    en: 'Somebody has just reopened this month; what you typed is still below.',
  },
  problem: { vi: 'Chưa mở lại được tháng', en: 'The month is not reopened' },
  back: { vi: 'Về bảng tổng hợp', en: 'Back to the scorecard' },
});
