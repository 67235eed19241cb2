import { inEach } from '#shared/language/lang.ts';

export const tasksTexts = inEach({
  open: { vi: 'Nhiệm vụ chưa kết thúc', en: 'Tasks that are not at their end' },
  due: { vi: (day: string) => `hạn ${day}`, en: (day: string) => `due ${day}` },
  overdue: { vi: 'quá hạn', en: 'overdue' },
  repeated: {
    vi: (times: number) => `nhắc lại ${times} lần`,
    en: (times: number) => `came up again: ${times}`,
  },
});
