import type { Actor } from '#shared/access/session.ts';
import type { Instant } from '#shared/period.ts';
import type { ReportId } from '#shared/reports/report.ts';

/** Why words are taken out: chosen, not typed, so that the note says nothing of them. */
export const purgeReasons = ['secret', 'personal', 'mistake'] as const;
export type PurgeReason = (typeof purgeReasons)[number];

/** One step in taking the words out of a report: asked by one, approved by another, done by the operator. */
export interface PurgeStep {
  readonly id: ReportId;
  /** The newest revision whose words are meant; those of all before it are meant too. */
  readonly upTo: number;
  readonly step: 'asked' | 'approved' | 'purged';
  readonly at: Instant;
  /** Absent for the operator, who has no account. */
  readonly by?: Actor;
  /** Of the first step. */
  readonly why?: PurgeReason;
}

/** What has become of a request. Figures and digests stay in any case, so that scorecards can be counted again. */
export interface Purge {
  readonly upTo: number;
  readonly asked: PurgeStep;
  readonly approved?: PurgeStep;
  readonly purged?: PurgeStep;
}

/** The requests about one report, the newest revision first. A step without the one before it counts for nothing. */
export function purgesOf(steps: readonly PurgeStep[]): Purge[] {
  const find = (upTo: number, step: PurgeStep['step']) =>
    steps.find((each) => each.upTo === upTo && each.step === step);
  return steps
    .filter(({ step }) => step === 'asked')
    .sort((a, b) => b.upTo - a.upTo)
    .map((asked) => {
      const approval = find(asked.upTo, 'approved');
      const approved = approval && mayApprove(asked, approval.by?.user) ? approval : undefined;
      const purged = approved && find(asked.upTo, 'purged');
      return { upTo: asked.upTo, asked, ...(approved && { approved }), ...(purged && { purged }) };
    });
}

/** Whether somebody may approve what was asked: it takes two persons. */
export function mayApprove(asked: PurgeStep, user: string | undefined): boolean {
  return user !== undefined && asked.by !== undefined && asked.by.user !== user;
}
