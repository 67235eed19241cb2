import { formatDay } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Day } from '#shared/period.ts';
import { prepareTexts, weekdayNames } from '#shared/prepare/texts/prepare.ts';

interface Meeting {
  readonly day?: Day;
  readonly startTime?: string;
  readonly venue?: string;
}

/**
 * When and where a meeting is, as far as that is known.
 *
 * @example meetingTime({ day: '2026-12-03', startTime: '19:30', venue: 'nhà văn hóa thôn' }, 'vi') //=> 'Thứ Năm 03/12/2026, 19:30, tại nhà văn hóa thôn'
 */
export function meetingTime({ day, startTime, venue }: Meeting, lang: Lang): string {
  const t = prepareTexts[lang];
  const parts = [day ? dayWords(day, lang) : t.noDay, startTime, venue && t.at(venue)];
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

function dayWords(day: Day, lang: Lang): string {
  return `${weekdayNames[lang][new Date(day).getUTCDay()]} ${formatDay(day)}`;
}
