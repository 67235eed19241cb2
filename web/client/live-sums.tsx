import { FINEST, percentOf } from '#shared/input/numbers.ts';
import { judgeAttendance } from '#shared/judging/attendance.ts';
import { formatNumber, formatPercent } from '#shared/language/format.ts';
import type { SheetNorms } from '#shared/norms/regimes.ts';
import { targetWords } from '#shared/norms/texts/target.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import { lang, t } from '#web/client/page.ts';
import { QuietButton } from '#web/components/quiet-button.tsx';
import { SumWords } from '#web/reports/form/sum-line.tsx';

interface BalanceProps {
  readonly facts: Partial<ReportFigures>;
  readonly required: number;
  readonly regime: SheetNorms;
  /** Writes the members absent without a reason into the form, once somebody says that they are right. */
  readonly confirm: (unexcused: number) => void;
}

/**
 * Compares the members present and absent with those required, and the rate with the target. What is left over must
 * have been absent without a reason: that is shown, and written only when it is confirmed.
 */
export function Balance({ facts, required, regime: { attendance }, confirm }: BalanceProps) {
  const { present = 0, excused, unexcused } = facts;
  const rest = required - present - (excused ?? 0) - (unexcused ?? 0);
  const number = (value: number) => formatNumber(value, lang);
  const isAsked = excused !== undefined && unexcused === undefined && rest >= 0;
  const left = number(Math.abs(rest));
  const balance = isAsked
    ? t.unexcused(number(required), number(present), number(excused), left)
    : rest === 0
      ? t.fits(number(required))
      : rest > 0
        ? t.lacks(left)
        : t.exceeds(left);
  const rate = formatPercent(percentOf(present, required, [attendance.percent]) ?? 0, lang, FINEST);
  const met = judgeAttendance({ present, required }, attendance) === 'met';
  return (
    <>
      <SumWords>
        {balance} {required > 0 && present <= required && t.rate(rate, targetWords(attendance, lang), met)}
      </SumWords>
      {isAsked && <QuietButton onClick={() => confirm(rest)}>{t.confirm(left)}</QuietButton>}
    </>
  );
}
