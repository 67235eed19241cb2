import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { Day } from '#shared/period.ts';
import type { Proposal } from '#shared/proposals/proposal.ts';

/** What those who work for a cell see of the proposals before its meeting, and what stands in their forms. */
export interface LedProposals {
  readonly list: readonly Proposal[];
  /** The revision of the opening that is shown; 0 where there is none. */
  readonly seen: number;
  readonly isOpen: boolean;
  readonly until?: Day;
  /** 0: the meeting is over, or its month closed. */
  readonly mostDays: number;
  /** While it is open, and where the code can still be made. */
  readonly code?: { readonly address: string; readonly qr: { readonly size: number; readonly path: string } };
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  /** Whether somebody else was quicker. */
  readonly stale?: boolean;
}
