import type { SignedIn } from '#functions/http/http-handler.tsx';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { EnteredReport, ReportStore } from '#functions/store/report-store.ts';
import { can, seenTops } from '#shared/access/can.ts';
import { type Regime, requireRegime } from '#shared/norms/regimes.ts';
import { addMonths, type Instant, type Month } from '#shared/period.ts';
import { toLookAt } from '#shared/reviews/compare.ts';
import { neighboursOf } from '#shared/reviews/compared.ts';
import { byNeed, type ReviewRow } from '#shared/reviews/review-list.ts';
import { findingsIn, MONTHS_BEFORE } from '#shared/reviews/sentinels.ts';
import { waitsFor } from '#shared/reviews/waiting.ts';
import { deadlines, districtOf, fullName, standingIn, type Unit, type UnitId } from '#shared/units/units.ts';

export interface ReviewStores {
  readonly directory: Pick<DirectoryStore, 'unit' | 'subtree'>;
  readonly reports: Pick<ReportStore, 'enteredInMonth' | 'outlinesOfMonth'>;
}

/** What waits for the viewer of a unit's month. */
export interface Reviews {
  readonly unit: Unit;
  readonly month: Month;
  readonly closing: Instant;
  readonly closed: boolean;
  readonly regime: Regime;
  /** What needs it most comes first. */
  readonly rows: readonly ReviewRow[];
  /** The standing units below, in no order. */
  readonly units: readonly Unit[];
  readonly nameOf: (unit: UnitId) => string;
}

/**
 * What waits for the viewer in a unit's month, with what stands out in each: the figures of the month in one query, and
 * of the months before what they are compared with. No words are read.
 */
export async function loadReviews(
  { viewer, now }: Pick<SignedIn, 'viewer' | 'now'>,
  id: UnitId,
  month: Month,
  { directory, reports }: ReviewStores,
): Promise<Reviews | undefined> {
  const tops = seenTops(viewer, id, month);
  const months = Array.from({ length: MONTHS_BEFORE }, (_, at) => addMonths(month, -1 - at));
  const [district, all, ofMonth, before] = await Promise.all([
    directory.unit(districtOf(id)),
    directory.subtree(id),
    Promise.all(tops.map((top) => reports.enteredInMonth(top, month))),
    Promise.all(tops.flatMap((top) => months.map((each) => reports.outlinesOfMonth(top, each)))),
  ]);
  const entered = ofMonth.flat();
  const units = standingIn(month, all);
  const unit = units.find((each) => each.id === id);
  if (!district || !unit) return undefined;
  const { closing } = deadlines(district, month);
  const closed = now > closing;
  const regime = requireRegime(month, district.choices);
  const names = new Map(units.map((each) => [each.id, each]));
  const seen = entered.filter(({ report }) => can(viewer, 'see', report.cell, month));
  const byCell = Map.groupBy(seen, ({ report }) => report.cell);
  const earlier = Map.groupBy(before.flat(), ({ cell }) => cell);
  const neighbours = neighboursOf(seen);
  const rowOf = ({ id, revision, state, passages = [], report }: EnteredReport): ReviewRow => {
    const { flags, compared } = toLookAt({ id, report, passages }, regime, {
      month: (byCell.get(report.cell) ?? []).map((each) => each.report),
      before: earlier.get(report.cell) ?? [],
      neighbours,
    });
    return {
      ...{ id, kind: report.kind, state, revision, flags, findings: findingsIn(compared) },
      cell: names.get(report.cell) ?? { id: report.cell, name: report.cell, kind: '' },
      ...{ present: report.present, required: compared.required, minutes: report.durationMinutes },
    };
  };
  return {
    ...{ unit, month, closing, closed, regime, units },
    rows: seen
      .filter((each) => waitsFor(viewer, each, closed))
      .map(rowOf)
      .sort(byNeed),
    nameOf: (each) => {
      const found = names.get(each);
      return found ? fullName(found) : each;
    },
  };
}
