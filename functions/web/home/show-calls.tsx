import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { openedUnit } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import { can } from '#shared/access/can.ts';
import { ownerName } from '#shared/access/owner-name.ts';
import { type Call, silentIn } from '#shared/home/calls.ts';
import { parseCount } from '#shared/input/numbers.ts';
import { type Month, monthAt, parseMonth, standsIn } from '#shared/period.ts';
import { openMonths } from '#shared/reminders/duties.ts';
import { partsOf } from '#shared/scorecards/find-indicator.ts';
import { compareUnits, deadlines, districtOf, fullName, type Unit, type UnitId } from '#shared/units/units.ts';
import { CallsPage } from '#web/home/calls-page.tsx';

interface Deps {
  readonly directory: Pick<DirectoryStore, 'unit' | 'subtree'>;
  readonly reports: Pick<ReportStore, 'newestOfMonth'>;
  readonly scorecards: Pick<ScorecardStore, 'current'>;
}

/** So many communes a page: each is one request, and their cells' names fit the first answer. */
const A_PAGE = 25;

/**
 * Whom to call because no report has come: the cells, by commune, each with a text to send on. A commune's own list is
 * read from its reports, those of several communes from their scorecards, as the home counts them.
 */
export const showCalls: Action<Deps> = async (request, deps) => {
  const { query, viewer, lang, now } = request;
  const id = openedUnit(viewer, query['unit']);
  const district = await deps.directory.unit(districtOf(viewer.unit));
  const month = parseMonth(query['month'] ?? '') ?? monthAt(now);
  const unit = id === undefined ? undefined : await deps.directory.unit(id);
  if (!unit || !district || unit.level === 'cell' || !openMonths(district, now).includes(month)) {
    return problem('not-found', lang);
  }
  const all = unit.level === 'commune' ? [await callOf(unit, month, deps)] : await callsBelow(request, month, deps);
  const waiting = all.filter(({ missing }) => missing > 0);
  const pages = Math.max(1, Math.ceil(waiting.length / A_PAGE));
  const page = Math.min(Math.max(1, parseCount(query['page'] ?? '') ?? 1), pages);
  const shown = await Promise.all(
    waiting.slice((page - 1) * A_PAGE, page * A_PAGE).map(async (each) => {
      // What of its reports cannot be read is noted where they are listed.
      if (each.cells) return { call: { ...each, cells: each.cells }, leftOut: [] };
      const own = await deps.scorecards.current(each.unit, month, { consistent: false });
      return { call: { ...each, cells: silentIn(own?.children ?? []) }, leftOut: own?.leftOut ?? [] };
    }),
  );
  const calls: readonly Call[] = shown.map(({ call }) => call);
  // A cell whose report cannot be read is not counted as having sent one: whoever calls should know.
  const leftOut = shown.flatMap((each) => each.leftOut).filter(({ kind }) => kind === 'report');
  const total = all.reduce((sum, { missing }) => sum + missing, 0);
  return {
    status: 200,
    of: { unit: unit.id, month },
    json: { unit: unit.id, month, total, calls },
    page: (context) => (
      <CallsPage
        context={context}
        unit={{ id: unit.id, name: ownerName(viewer, unit) }}
        month={month}
        due={deadlines(district, month).due}
        now={now}
        total={total}
        uncounted={all.length === 0}
        stands={all.some(({ of }) => of > 0)}
        calls={calls}
        leftOut={leftOut}
        page={page}
        pages={pages}
      />
    ),
  };
};

type Found = Omit<Call, 'cells'> & Partial<Pick<Call, 'cells'>>;

/** The communes below that the reader sees, those with most cells without a report first. */
async function callsBelow({ viewer }: SignedIn, month: Month, { scorecards }: Deps): Promise<Found[]> {
  const scorecard = await scorecards.current(viewer.unit, month, { consistent: false });
  return (scorecard?.children ?? [])
    .filter(({ unit }) => can(viewer, 'see', unit, month))
    .map(({ unit, name, indicators }) => {
      const { numerator, denominator } = partsOf(indicators, 'reported');
      return { unit, name, missing: denominator - numerator, of: denominator };
    })
    .sort((a, b) => b.missing - a.missing);
}

async function callOf(commune: Unit, month: Month, { directory, reports }: Deps): Promise<Found> {
  const [units, newest] = await Promise.all([directory.subtree(commune.id), reports.newestOfMonth(commune.id, month)]);
  const reported = new Set<UnitId>(newest.map(({ report }) => report.cell));
  const cells = units.filter((each) => each.level === 'cell' && standsIn(month, each)).sort(compareUnits);
  const silent = cells.filter((cell) => !reported.has(cell.id));
  return {
    unit: commune.id,
    name: fullName(commune),
    missing: silent.length,
    of: cells.length,
    cells: silent.map((cell) => ({ unit: cell.id, name: fullName(cell) })),
  };
}
