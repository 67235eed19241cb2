import { demoReports } from '#infra/demo/reports.ts';
import { demoUnits, district } from '#infra/demo/units.ts';
import { type Regime, requireRegime } from '#shared/norms/regimes.ts';
import { addMonths, type Instant, type Month, monthOf } from '#shared/period.ts';
import type { ReportOutline } from '#shared/reports/outline.ts';
import { passagesOf } from '#shared/reports/passages.ts';
import type { Report, Revision } from '#shared/reports/report.ts';
import { reportIdOf } from '#shared/reports/report.ts';
import { toLookAt } from '#shared/reviews/compare.ts';
import { neighboursOf } from '#shared/reviews/compared.ts';
import { type Finding, findingsIn, MONTHS_BEFORE } from '#shared/reviews/sentinels.ts';

/** The demonstration year as it is loaded in December 2026: the newest revision of every report. */
export function demoYear(): readonly Revision[] {
  const months = Array.from({ length: 12 }, (_, n) => addMonths('2025-12' as Month, n));
  const cells = demoUnits().filter(({ level }) => level === 'cell');
  const revisions = cells.flatMap((cell) => demoReports(cell, district, months, '2026-12-20T00:00:00Z' as Instant));
  return [...new Map(revisions.map((revision) => [revision.id, revision])).values()];
}

const regimeOf = (month: Month): Regime => requireRegime(month, district.choices);

/** A year by month and by cell, so that one report of it can be changed and looked at. */
export function reviewedYear(year: readonly Revision[]) {
  const byMonth = Map.groupBy(year, ({ report }) => monthOf(report.date));
  const byCell = Map.groupBy(year, ({ report }) => report.cell);
  const neighbours = new Map([...byMonth].map(([month, all]) => [month, neighboursOf(all)]));
  const outline = ({ id, report, passages = [] }: Revision): ReportOutline => ({ ...report, id, passages });

  return {
    /** What stands out in a report, as it is stored or changed; `before` replaces what the cell reported earlier. */
    findings(report: Report, before?: readonly Report[]): readonly Finding[] {
      const month = monthOf(report.date);
      const first = addMonths(month, -MONTHS_BEFORE);
      const own = byCell.get(report.cell) ?? [];
      const earlier =
        before?.map((each) => ({ ...each, id: reportIdOf(each), passages: passagesOf(each) })) ??
        own.filter(({ report: { date } }) => monthOf(date) >= first && monthOf(date) < month).map(outline);
      const stored = { id: reportIdOf(report), report, passages: passagesOf(report) };
      const { compared } = toLookAt(stored, regimeOf(month), {
        month: own.map((each) => each.report).filter(({ date }) => monthOf(date) === month),
        before: earlier,
        neighbours: neighbours.get(month) ?? neighboursOf([]),
      });
      return findingsIn(compared);
    },
  };
}
