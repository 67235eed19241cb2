import type { PlannedAction } from '#shared/actions/action.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { Agenda } from '#shared/prepare/agenda.ts';
import type { FittingPiece } from '#shared/prepare/fitting-pieces.ts';
import type { Prepared } from '#shared/prepare/gather.ts';
import type { AgendaConflict } from '#shared/prepare/merge-agendas.ts';
import type { ReportId } from '#shared/reports/report.ts';
import type { TargetProgress } from '#shared/targets/progress.ts';
import type { UnitId } from '#shared/units/units.ts';
import type { PageContext } from '#web/context.ts';
import type { LedProposals } from '#web/proposals/led-proposals.ts';

/** What has just been done. */
export const pageNews = ['stored', 'merged', 'opened', 'closed', 'answered'] as const;
export type PageNews = (typeof pageNews)[number];

/** What every part of the page of the next meeting is given. */
export interface PrepareProps {
  readonly context: PageContext;
  readonly cell: { readonly id: UnitId; readonly name: string; readonly communeName: string };
  readonly prepared: Prepared;
  /** What of the book of guidance fits the meeting. */
  readonly pieces?: readonly FittingPiece[];
  /** The targets of the year, with their progress. */
  readonly targets?: readonly TargetProgress[];
  /** What is done about figures of the cell and of its commune. */
  readonly actions?: readonly PlannedAction[];
  /** As it was saved, or the draft. */
  readonly agenda: Agenda;
  /** Set where the reader may save: what stands in the form, and what is wrong with it. */
  readonly editing?: {
    readonly typed: Typed;
    readonly baseRevision: number;
    readonly errors: readonly FieldError[];
    readonly conflicts: readonly AgendaConflict[];
  };
  readonly closed: boolean;
  /** The month has begun, so that its meeting can be reported. */
  readonly begun: boolean;
  /** Its regular meeting, where that is reported. */
  readonly reported?: ReportId;
  readonly said?: PageNews;
  readonly proposals: {
    readonly counts: { readonly received: number; readonly answered: number };
    /** Set where the reader works for the cell. */
    readonly led?: LedProposals;
  };
}
