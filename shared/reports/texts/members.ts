import { type Bilingual, inEach } from '#shared/language/lang.ts';
import type { Members } from '#shared/reports/report.ts';

/** How each count of members stands in the sum of those who must attend; `{n}` is the count. */
export const sumWords = inEach({
  fullMembers: { vi: '{n} chính thức', en: '{n} full' },
  probationaryMembers: { vi: '+ {n} dự bị', en: '+ {n} probationary' },
  exempt: { vi: '− {n} miễn', en: '− {n} exempt' },
  temporarilyExempt: { vi: '− {n} tạm miễn', en: '− {n} exempt for a time' },
  away: { vi: '− {n} đi nơi khác', en: '− {n} away' },
  suspended: { vi: '− {n} đình chỉ', en: '− {n} suspended' },
  specialDuty: { vi: '− {n} nhiệm vụ đặc biệt', en: '− {n} on special duty' },
  joining: { vi: '+ {n} chuyển đến', en: '+ {n} joining' },
} as const satisfies Record<keyof Members, Bilingual>);
