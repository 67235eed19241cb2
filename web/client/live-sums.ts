import { percentOf } from '#shared/input/numbers.ts';
import { judgeAttendance } from '#shared/judging/attendance.ts';
import { formatNumber, formatPercent } from '#shared/language/format.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import { targetWords } from '#shared/norms/texts/target.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import { lang, t } from '#web/client/page.ts';

/**
 * Sums up those required to attend, and the rate against the target. Returns `undefined` if the number present is blank
 * (which does not mean 0) or a value is not a count.
 */
export function balanceOf(
  { present, excused = 0, unexcused = 0 }: Partial<ReportFigures>,
  required: number,
  { attendance }: Regime,
): string | undefined {
  if (present === undefined) return undefined;
  const sum = present + excused + unexcused;
  if (Number.isNaN(sum)) return undefined;
  const rest = formatNumber(Math.abs(required - sum), lang);
  const balance = sum === required ? t.fits(formatNumber(sum, lang)) : sum < required ? t.lacks(rest) : t.exceeds(rest);
  if (required <= 0 || present > required) return balance;
  const met = judgeAttendance({ present, required }, attendance) === 'met';
  const rate = formatPercent(percentOf(present, required) ?? 0, lang);
  return `${balance} ${t.rate(rate, targetWords(attendance, lang), met)}`;
}
