import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedUnit } from '#functions/http/named.ts';
import { namedBefore } from '#functions/http/named-before.ts';
import { problem } from '#functions/http/problem.tsx';
import { relatedUnits } from '#functions/http/related-units.ts';
import { viewed } from '#functions/http/viewed.ts';
import { plansNamed, progressOfCell, type TargetDeps } from '#functions/reports/load-targets.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import { besideCell } from '#functions/web/reports/load-beside.ts';
import { can } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import { lostPoints } from '#shared/judging/lost-points.ts';
import { reasonWords } from '#shared/judging/reason-words.ts';
import { reasons } from '#shared/judging/texts/reasons.ts';
import type { Lang } from '#shared/language/lang.ts';
import { findRegime, requireRegime } from '#shared/norms/regimes.ts';
import { addMonths, type Month, monthAt, standsIn } from '#shared/period.ts';
import { reportIdOf } from '#shared/reports/report.ts';
import { judgeCellMonth } from '#shared/scorecards/cell-month.ts';
import { yearOf } from '#shared/themes/thematic-plan.ts';
import { hasEnded } from '#shared/units/ended-unit.ts';
import {
  communeOf,
  deadlines,
  districtOf,
  fullName,
  isStanding,
  type Unit,
  type UnitId,
  unitIn,
} from '#shared/units/units.ts';
import { type MonthResult, ResultsPage } from '#web/reports/results-page.tsx';

interface Deps {
  readonly directory: Pick<DirectoryStore, 'unit' | 'allUnits' | 'subtree'>;
  readonly reports: Pick<ReportStore, 'newestOfMonth'>;
  readonly targets: TargetDeps['targets'];
}

/** How many months are shown. */
const MONTHS = 12;

/** A cell's own months: its points, what lost some and why. Whoever sees the cell sees them; nobody else's stand there. */
export const showResults: Action<Deps> = async (request, deps) => {
  const { params, viewer, lang, now } = request;
  const id = await namedBefore(viewer, now, deps.directory, (as) => namedUnit(as, 'see', params['cell']));
  const [cell, commune, district] = id
    ? await Promise.all([id, communeOf(id), districtOf(id)].map((each) => deps.directory.unit(each)))
    : [];
  if (cell?.level !== 'cell' || !commune || !district) return problem('not-found', lang);
  const last = cell.to && cell.to < monthAt(now) ? cell.to : monthAt(now);
  const months = Array.from({ length: MONTHS }, (_, back) => addMonths(last, -back)).filter(
    (month) => findRegime(month) && isStanding(month, cell, [commune, district]) && can(viewer, 'see', cell.id, month),
  );
  const [beside, ...results] = await Promise.all([
    besideCell(viewer, { id: cell.id, month: last }, deps),
    ...months.map((month) => resultOf(request, month, cell, district, deps)),
  ]);
  const isReformed = cell.predecessors || hasEnded(cell, monthAt(now));
  const all = isReformed ? await deps.directory.allUnits(districtOf(cell.id)) : undefined;
  const toResults = (unit: UnitId) => pathTo('/results/{cell}', { cell: unit });
  const name = fullName(unitIn(last, cell));
  const year = yearOf(last);
  const progress = await progressOfCell(cell, year, monthAt(now), deps);
  return {
    status: 200,
    of: { unit: cell.id },
    json: { cell: cell.id, name, months: results.map((each) => resultJson(each, lang)), targets: progress },
    // A line's reason may be in the words of whoever gave other points.
    audit: viewed(
      [...results.flatMap(({ regular }) => regular?.id ?? []), ...plansNamed(progress)],
      `results ${cell.id}`,
    ),
    page: (context) => (
      <ResultsPage
        context={context}
        cell={{ id: cell.id, name }}
        beside={beside}
        {...(all && relatedUnits(cell, all, { viewer, now: monthAt(now) }, toResults))}
        hasEnded={hasEnded(cell, monthAt(now))}
        results={results}
        year={year}
        progress={progress}
      />
    ),
  };
};

async function resultOf(
  { now }: Pick<SignedIn, 'now'>,
  month: Month,
  cell: Unit,
  district: Unit,
  { reports }: Pick<Deps, 'reports'>,
): Promise<MonthResult> {
  const found = await reports.newestOfMonth(cell.id, month, { consistent: standsIn(monthAt(now), { from: month }) });
  const { due, closing } = deadlines(district, month);
  const regime = requireRegime(month, district.choices);
  const { regular, flags } = judgeCellMonth(cell, found, { regime, due, month });
  return {
    month,
    closed: now > closing,
    reported: found.length > 0,
    flags,
    ...(regular && { regular: { id: reportIdOf(regular.report), judgement: regular.judgement } }),
  };
}

function resultJson({ month, reported, flags, regular }: MonthResult, lang: Lang) {
  if (!regular) return { month, reported, flags };
  const { total, grade, criteria } = regular.judgement;
  return {
    ...{ month, reported, flags, report: regular.id, total, ...(grade && { grade }) },
    lost: lostPoints(regular.judgement).map((line) => {
      const { id, points, max } = line;
      return { id, points, max, why: reasonWords(line, reasons[lang]) };
    }),
    open: criteria.filter(({ points }) => points === undefined).map(({ id }) => id),
  };
}
