import type { Flag } from '#shared/judging/judgement.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import { hasNoCommittee } from '#shared/reports/committee.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';

/**
 * What a regular meeting lacks to be prepared as required: papers sent in time, and a committee that met before, where the
 * cell has one. Empty if it lacks nothing; what is not said is lacking.
 */
export function lackingPreparation(report: ReportFigures, regime: Pick<Regime, 'committeeFrom'>): readonly Flag[] {
  const { papersSent, committeeMet } = report;
  if (papersSent === 'yes' && (committeeMet === 'yes' || hasNoCommittee(report, regime))) return [];
  const lacking: Flag[] = [];
  if (papersSent === 'no') lacking.push('papers-late');
  if (committeeMet === 'no') lacking.push('committee-not-met');
  return lacking.length > 0 ? lacking : ['preparation-unsaid'];
}
