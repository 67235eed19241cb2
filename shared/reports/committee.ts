import type { Regime } from '#shared/norms/regimes.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';

/**
 * Whether a cell has no committee that could meet: it says so, and has fewer full members than elect one.
 *
 * @see Điều lệ Đảng (19/01/2011), Điều 24: from nine full members on a cell elects its committee
 */
export function hasNoCommittee(
  { committeeMet, fullMembers }: Pick<ReportFigures, 'committeeMet' | 'fullMembers'>,
  { committeeFrom }: Pick<Regime, 'committeeFrom'>,
): boolean {
  return committeeMet === 'na' && fullMembers < committeeFrom;
}
