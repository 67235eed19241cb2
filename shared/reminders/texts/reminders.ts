import { formatDay, formatMonth } from '#shared/language/format.ts';
import { inEach, type Lang } from '#shared/language/lang.ts';
import type { Duty } from '#shared/reminders/duties.ts';

/** A duty in a sentence that gives only a number and a date. */
export function dutySentence(duty: Duty, lang: Lang): string {
  const t = dutyTexts[lang];
  switch (duty.kind) {
    case 'reports':
      return t.reports(
        duty.count,
        formatMonth(duty.month, lang),
        duty.late ? t.late(formatDay(duty.due), formatDay(duty.closing)) : t.due(formatDay(duty.due)),
      );
    case 'returned':
      return t.returned(duty.count, formatMonth(duty.month, lang));
    case 'publish':
      return t.publish(
        duty.count,
        formatMonth(duty.month, lang),
        duty.late ? t.publishLate(formatDay(duty.due)) : t.publishDue(formatDay(duty.due)),
      );
    case 'visits':
      return t.visits(duty.count, formatMonth(duty.month, lang));
    case 'matters':
      return t.matters(duty.count);
    case 'actions':
      return t.actions(duty.count);
    case 'asks':
      return t.asks(duty.count);
  }
}

export const dutyTexts = inEach({
  others: {
    vi: (count: number) => `Còn ${count} kết quả khác, hiện dần khi các kết quả trên đã ghi.`,
    en: (count: number) => `${count} more, which are listed once those above are entered.`,
  },
  reports: {
    vi: (count: number, month: string, until: string) => `${count} chi bộ chưa có báo cáo ${month}, ${until}`,
    en: (count: number, month: string, until: string) =>
      `${count} ${count === 1 ? 'cell has' : 'cells have'} not reported ${month}, ${until}`,
  },
  due: { vi: (day: string) => `hạn nộp hết ngày ${day}`, en: (day: string) => `due by the end of ${day}` },
  late: {
    vi: (day: string, closing: string) => `đã quá hạn ngày ${day}, chốt số liệu hết ngày ${closing}`,
    en: (day: string, closing: string) => `overdue since ${day}, closing at the end of ${closing}`,
  },
  returned: {
    vi: (count: number, month: string) => `${count} chi bộ có báo cáo ${month} bị trả lại, cần sửa`,
    en: (count: number, month: string) =>
      `${count} ${count === 1 ? 'cell has a report' : 'cells have reports'} of ${month} returned, to be mended`,
  },
  publish: {
    vi: (count: number, month: string, until: string) =>
      `${count} nghị quyết, kết luận ${month} chưa ghi ngày đăng tải tóm tắt, ${until}`,
    en: (count: number, month: string, until: string) =>
      `${count} ${count === 1 ? 'result of a meeting' : 'results of meetings'} of ${month} not entered as published, ${until}`,
  },
  publishDue: { vi: (day: string) => `hạn hết ngày ${day}`, en: (day: string) => `due by the end of ${day}` },
  publishLate: { vi: (day: string) => `đã quá hạn ngày ${day}`, en: (day: string) => `overdue since ${day}` },
  visits: {
    vi: (count: number, month: string) => `${count} buổi dự sinh hoạt ${month} đã đến ngày, chưa có báo cáo kết quả`,
    en: (count: number, month: string) =>
      `${count} ${count === 1 ? 'visit' : 'visits'} of ${month} due and not reported`,
  },
  matters: {
    vi: (count: number) => `${count} vấn đề phản ánh đã quá hạn trả lời`,
    en: (count: number) => `${count} ${count === 1 ? 'matter' : 'matters'} overdue for an answer`,
  },
  actions: {
    vi: (count: number) => `${count} biện pháp khắc phục đã quá hạn`,
    en: (count: number) => `${count} corrective ${count === 1 ? 'action' : 'actions'} overdue`,
  },
  asks: {
    vi: (count: number) => `${count} đề nghị sửa báo cáo đã chốt đang chờ trả lời`,
    en: (count: number) => `${count} ${count === 1 ? 'request' : 'requests'} to amend a closed report not answered`,
  },
});

export const remindersTexts = inEach({
  board: { vi: 'Việc đang chờ', en: 'Waiting for you' },
  title: { vi: 'Thư nhắc việc', en: 'Reminders by e-mail' },
  account: { vi: 'Tài khoản', en: 'Account' },
  'is-on': { vi: 'Đang nhận thư nhắc.', en: 'Reminders are on.' },
  'is-off': { vi: 'Đã ngừng nhận thư nhắc.', en: 'Reminders are off.' },
  stop: { vi: 'Ngừng nhận thư nhắc', en: 'Stop reminders' },
  begin: { vi: 'Nhận lại thư nhắc', en: 'Begin with reminders again' },
  'done-on': { vi: 'Đã đặt nhận lại thư nhắc', en: 'Reminders are on again' },
  'done-off': { vi: 'Đã ngừng thư nhắc', en: 'Reminders are stopped' },
  hint: {
    vi: 'Thư nhắc gửi tới thư điện tử của tài khoản (nếu có), mỗi ngày nhiều nhất một thư, không gửi ngày nghỉ.',
    en: 'Reminders go to the account’s e-mail address, if it has one: at most one a day, none on holidays.',
  },
  officialStays: {
    vi: 'Thông báo quá hạn báo cáo (nhiều nhất một thư mỗi tháng) vẫn được gửi. Việc đang chờ vẫn hiện trên trang chính.',
    en: 'The notice of a missed deadline, at most one a month, is sent all the same. What waits still stands on your home page.',
  },
  expiredTitle: { vi: 'Liên kết đã hết hạn', en: 'The link has expired' },
  expired: {
    vi: 'Đề nghị dùng liên kết trong thư mới nhất, hoặc đăng nhập và đổi trong mục tài khoản của tôi.',
    en: 'Please use the link in the newest mail, or sign in and change it in your account.',
  },
  home: { vi: 'Về trang chính', en: 'To the home page' },
});

/** The texts of the mail. It is Vietnamese, because accounts have no language. */
export const mailTexts = {
  subject: (count: number) => `Sổ Chi Bộ: nhắc ${count} việc cần xử lý`,
  officialSubject: (count: number) => `Sổ Chi Bộ: thông báo quá hạn báo cáo (${count} việc)`,
  greeting: 'Kính gửi đồng chí,',
  lead: 'Trên Sổ Chi Bộ đang có việc chờ đơn vị của đồng chí:',
  leads: 'Đề nghị đồng chí mở từng địa chỉ để xử lý. Việc đã xong thì bỏ qua thư này.',
  official:
    'Thông báo quá hạn được gửi một lần mỗi tháng tới mọi đơn vị còn thiếu báo cáo, kể cả tài khoản đã ngừng nhận thư nhắc.',
  why: 'Thư này gửi tự động, mỗi ngày nhiều nhất một thư, không gửi ngày nghỉ. Đề nghị không trả lời thư.',
  unsubscribe: 'Ngừng nhận thư nhắc:',
} as const;
