import { capitalized, formatMonth } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { ChangedMonth } from '#shared/scorecards/changed-months.ts';

const words = {
  vi: (month: string, units: string) =>
    `${month} đã chốt, thay đổi này làm khác số liệu của ${units}. Hãy cho thay đổi từ một tháng chưa chốt; nếu phải sửa tháng đã chốt thì mở lại tháng, nêu rõ lý do.`,
  en: (month: string, units: string) =>
    `${month} is closed, and this would change the figures of ${units}. Let it begin in a month that is open, or reopen the month with a reason.`,
} as const;

/** Why a change of the directory is refused, and the way out: one sentence a closed month. */
export function closedWords(months: readonly ChangedMonth[], lang: Lang): string[] {
  return months.map(({ month, units }) => words[lang](capitalized(formatMonth(month, lang)), units.join(', ')));
}
