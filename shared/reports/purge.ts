import { areTwoPersons, type Handling } from '#shared/access/same-hand.ts';
import type { Actor } from '#shared/access/session.ts';
import type { Instant } from '#shared/period.ts';
import { parseReportId, type ReportId } from '#shared/reports/report.ts';

/** Why free text is purged. The reason is chosen and not typed, so that the record reveals nothing of the text. */
export const purgeReasons = ['secret', 'personal', 'mistake'] as const;
export type PurgeReason = (typeof purgeReasons)[number];

/**
 * One step in purging a report's free text: one person requests it, another approves it, the operator does it. Where the
 * district has no second person, the operator approves by name.
 */
export interface PurgeStep {
  readonly id: ReportId;
  /** The newest revision whose free text is purged; that of all earlier revisions is purged too. */
  readonly upTo: number;
  readonly step: 'asked' | 'approved' | 'purged';
  readonly at: Instant;
  /** Absent for the operator, who has no account. */
  readonly by?: Actor;
  /** The operator's name, where the operator approves because the district has no second person. */
  readonly operator?: string;
  /** Only in the first step. */
  readonly why?: PurgeReason;
}

/** The state of a request. Figures and digests always stay, so that scorecards can be counted again. */
export interface Purge {
  readonly upTo: number;
  readonly asked: PurgeStep;
  readonly approved?: PurgeStep;
  readonly purged?: PurgeStep;
}

/**
 * How a reader stands to a request: its asker, an account that may be in the asker's hands, or a second person, who may
 * approve it.
 */
export type PurgeStanding = 'asker' | 'same-hand' | 'second';

/** The requests about one report, the newest revision first. A step without its earlier step is ignored. */
export function purgesOf(steps: readonly PurgeStep[]): Purge[] {
  const find = (upTo: number, step: PurgeStep['step']) =>
    steps.find((each) => each.upTo === upTo && each.step === step);
  return steps
    .filter(({ step }) => step === 'asked')
    .sort((a, b) => b.upTo - a.upTo)
    .map((asked) => {
      const approval = find(asked.upTo, 'approved');
      const approved = approval && (approval.operator || mayApprove(asked, approval.by?.user)) ? approval : undefined;
      const purged = approved && find(asked.upTo, 'purged');
      return { upTo: asked.upTo, asked, ...(approved && { approved }), ...(purged && { purged }) };
    });
}

/**
 * Whether somebody may approve a request: a second person, as far as the audit knows.
 *
 * @param handlings of the district's accounts on `handledDays`
 */
export function mayApprove(asked: PurgeStep, user: string | undefined, handlings: readonly Handling[] = []): boolean {
  return user !== undefined && asked.by !== undefined && areTwoPersons(asked.by.user, user, handlings);
}

/** Whose words were taken out: of a report up to a revision, or of a briefing or summary, by its name. */
export type Purged = { readonly id: ReportId; readonly upTo: number } | { readonly name: string };

/**
 * What an entry of the audit says was taken out; `undefined` where it says nothing of the kind.
 *
 * @param of what the entry is about
 * @example purgedIn('purged hiep-hoa_2021-02_briefing district hiep-hoa.second') //=> { name: 'hiep-hoa_2021-02_briefing' }
 */
export function purgedIn({ kind, of = '' }: { readonly kind: string; readonly of?: string }): Purged | undefined {
  const [, name = ''] = /^purged (\S+)/.exec(of) ?? [];
  if (kind !== 'purge' || !name) return undefined;
  const [, id = '', upTo] = /^(.+)#(\d+)$/.exec(name) ?? [];
  return parseReportId(id) ? { id: id as ReportId, upTo: Number(upTo) } : { name };
}
