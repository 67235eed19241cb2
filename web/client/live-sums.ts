import { FINEST, percentOf } from '#shared/input/numbers.ts';
import { judgeAttendance } from '#shared/judging/attendance.ts';
import { formatNumber, formatPercent } from '#shared/language/format.ts';
import type { SheetNorms } from '#shared/norms/regimes.ts';
import { targetWords } from '#shared/norms/texts/target.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import { lang, t } from '#web/client/page.ts';

/**
 * Compares the members present and absent with those required, and the rate with the target. `undefined` while
 * `present` is blank, which does not mean 0, or while a number is invalid.
 */
export function balanceOf(
  { present, excused = 0, unexcused = 0 }: Partial<ReportFigures>,
  required: number,
  { attendance }: SheetNorms,
): string | undefined {
  if (present === undefined) return undefined;
  const sum = present + excused + unexcused;
  if (Number.isNaN(sum)) return undefined;
  const rest = formatNumber(Math.abs(required - sum), lang);
  const balance = sum === required ? t.fits(formatNumber(sum, lang)) : sum < required ? t.lacks(rest) : t.exceeds(rest);
  if (required <= 0 || present > required) return balance;
  const met = judgeAttendance({ present, required }, attendance) === 'met';
  const rate = formatPercent(percentOf(present, required, [attendance.percent]) ?? 0, lang, FINEST);
  return `${balance} ${t.rate(rate, targetWords(attendance, lang), met)}`;
}
