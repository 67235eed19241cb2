import type { Regime } from '#shared/norms/regimes.ts';
import { type Day, type Month, monthOf, parseDay } from '#shared/period.ts';
import type { Kind } from '#shared/reports/report.ts';

/** The day that a new form offers, and by what it is usual. */
export interface OfferedDay {
  readonly day: Day;
  readonly by: 'regime' | 'cell';
}

interface Usual {
  readonly month: Month;
  readonly kind: Kind;
  readonly regime: Pick<Regime, 'meetingDay'>;
  /** The day of the cell's last regular meeting. */
  readonly last?: Day | undefined;
  readonly today: Day;
}

/**
 * The usual day of a regular meeting: the regime's fixed one, else that of the cell's last meeting. None for other
 * meetings, and none that is still to come.
 *
 * @see 50-CT/TW (23/7/2025): the 3rd of each month
 * @example offeredDay({ month: '2026-11', kind: 'regular', regime: { meetingDay: { day: 3, until: 7 } }, today: '2026-11-05' })
 * //=> { day: '2026-11-03', by: 'regime' }
 */
export function offeredDay({ month, kind, regime, last, today }: Usual): OfferedDay | undefined {
  if (kind !== 'regular') return undefined;
  const number = regime.meetingDay ? String(regime.meetingDay.day).padStart(2, '0') : last?.slice(8);
  // There is no 31st in every month.
  const day = number && parseDay(`${month}-${number}`);
  if (!day || day > today || monthOf(day) !== month) return undefined;
  return { day, by: regime.meetingDay ? 'regime' : 'cell' };
}
