import { inEach } from '#shared/language/lang.ts';

export const tasksTexts = inEach({
  open: { vi: 'Nhiệm vụ chưa kết thúc', en: 'Tasks that are not at their end' },
  due: { vi: (day: string) => `hạn ${day}`, en: (day: string) => `due ${day}` },
  /** Said between meetings. */
  said: {
    vi: (what: string, day: string) => `Cập nhật ngày ${day}: ${what}. Đề nghị kiểm tra trước khi gửi.`,
    en: (what: string, day: string) => `Said on ${day}: ${what}. Please check before you send.`,
  },
  handedOn: { vi: 'chuyển giao', en: 'handed on' },
  link: { vi: 'Nhiệm vụ đã giao', en: 'Tasks' },
  overdueCount: {
    vi: (count: number) => `${count} nhiệm vụ quá hạn đến hôm nay`,
    en: (count: number) => (count === 1 ? '1 task overdue' : `${count} tasks overdue`),
  },
  overdue: { vi: 'quá hạn', en: 'overdue' },
  repeated: {
    vi: (times: number) => `nhắc lại ${times} lần`,
    en: (times: number) => `came up again: ${times}`,
  },
});
