import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { isIntact, type ReportStore, type StoredRevision } from '#functions/store/report-store.ts';
import type { Inputs, ScorecardStore } from '#functions/store/scorecard-store.ts';
import { judgeCellMonth } from '#shared/cell-month.ts';
import { countDistrict, type Figures } from '#shared/count-district.ts';
import { digestOf } from '#shared/digest.ts';
import { addMonths, type Instant, type Month } from '#shared/period.ts';
import { type Publication, publishScorecard } from '#shared/publish-scorecard.ts';
import { regimeOf } from '#shared/regimes.ts';
import { deadlines, type UnitId } from '#shared/units.ts';

/** Asks for a district's month. `official` closes it: a new official revision where the figures have changed. */
export interface RollUpRequest {
  readonly district: UnitId;
  readonly month: Month;
  readonly official: boolean;
}

export interface Stores {
  readonly directory: Pick<DirectoryStore, 'directory'>;
  readonly reports: Pick<ReportStore, 'newestOfMonth'>;
  readonly scorecards: ScorecardStore;
}

/** A district's month, counted: the figures of the district and its communes, and what they were counted from. */
export interface Count {
  readonly figures: readonly Figures[];
  readonly inputs: Inputs;
  /** Reports that could not be counted: their content does not match its digest, or their cell is not listed. */
  readonly bad: readonly string[];
}

/**
 * Counts a district's month from its directory and the given revisions, one of each report.
 *
 * A bad item is left out and named; the others are counted.
 *
 * @throws {RangeError} for a district that is not in the directory
 */
export async function count(
  { district, month }: Pick<RollUpRequest, 'district' | 'month'>,
  revisions: readonly StoredRevision[],
  stores: Pick<Stores, 'directory'>,
): Promise<Count> {
  const directory = await stores.directory.directory(district, month);
  if (!directory) throw new RangeError(`No such district: ${district}`);

  const regime = regimeOf(month);
  const { due } = deadlines(directory.district, month);
  const byCell = new Map(directory.cells.map((cell) => [cell.id, [] as StoredRevision[]]));
  const bad: string[] = [];
  for (const revision of revisions) {
    const reports = byCell.get(revision.id.split('_')[0] as UnitId);
    if (reports && soundly(() => isIntact(revision))) reports.push(revision);
    else bad.push(`${revision.id}#${revision.revision}`);
  }
  const months = directory.cells.map((cell) => judgeCellMonth(cell, byCell.get(cell.id) ?? [], regime, due));
  return {
    figures: countDistrict(directory, months),
    inputs: [...byCell.values()]
      .flat()
      .map(({ id, revision, digest }) => `${id}#${revision} ${digest}`)
      .sort(),
    bad,
  };
}

/**
 * Rolls a district's month up into the scorecards of the district and its communes.
 *
 * It recomputes and never adds to a total, so running it again or twice at once gives the same.
 *
 * @returns the reports that could not be counted
 */
export async function rollUp(request: RollUpRequest, stores: Stores, now: Instant): Promise<readonly string[]> {
  const { district, month, official } = request;
  const { figures, inputs, bad } = await count(request, await stores.reports.newestOfMonth(district, month), stores);
  const publication = { month, regime: regimeOf(month), generatedAt: now, inputs: digestOf(inputs) };
  for (const each of figures) {
    const earlier = (months: number) => stores.scorecards.current(each.unit.id, addMonths(month, -months));
    const [previousMonth, previousYear, closed] = await Promise.all([
      earlier(1),
      earlier(12),
      official ? stores.scorecards.official(each.unit.id, month) : undefined,
    ]);
    const scorecard = publishScorecard(each, {
      ...publication,
      previousMonth,
      previousYear,
      ...(official
        ? { status: 'official', revision: (closed?.scorecard.revision ?? 0) + 1 }
        : { status: 'live', revision: 0 }),
    } satisfies Publication);
    if (closed?.scorecard.digest !== scorecard.digest) await stores.scorecards.put(scorecard, inputs);
  }
  return bad;
}

/** Whether a check holds; an item so broken that the check itself fails does not hold. */
function soundly(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
