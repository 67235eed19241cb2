import { fieldProblem } from '#functions/http/field-problem.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedReport } from '#functions/http/named.ts';
import type { AuditStore } from '#functions/store/audit-store.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { ScorecardHead, ScorecardStore } from '#functions/store/scorecard-store.ts';
import { listingUnreadable } from '#functions/store/unreadable.ts';
import type { AuditEntry } from '#shared/access/audit.ts';
import { can, type Viewer } from '#shared/access/can.ts';
import {
  type Cursor,
  cursorFrom,
  forgetDays,
  HORIZON_DAYS,
  MOST_DAYS_BACK,
  MOST_MONTHS,
  movedTo,
  parseCursor,
  spellCursor,
} from '#shared/api/cursor.ts';
import { digestOf } from '#shared/digest.ts';
import {
  addDays,
  addMonths,
  type Day,
  dayAt,
  type Instant,
  type Month,
  monthAt,
  monthOf,
  parseDay,
  parseMonth,
} from '#shared/period.ts';
import { purgedIn } from '#shared/reports/purge.ts';
import { receiptOf } from '#shared/reports/receipt.ts';
import type { ReportId } from '#shared/reports/report.ts';
import { unitNamed } from '#shared/scorecards/left-out.ts';
import { communeOf, districtOf, type UnitId } from '#shared/units/units.ts';

export interface ChangesDeps {
  readonly audit: Pick<AuditStore, 'changesAfter'>;
  readonly reports: Pick<ReportStore, 'newestFigures'>;
  readonly scorecards: Pick<ScorecardStore, 'head'>;
  readonly directory: Pick<DirectoryStore, 'subtree'>;
}

/** A page has at most so many reports. */
const MOST_REPORTS = 50;
/** For a page at most so many entries of the record are looked at. */
const MOST_ENTRIES = 1000;
const ENTRIES_A_READ = 250;
/** For a page at most so many scorecards are looked at. */
const MOST_HEADS = 400;
/** The roll-up follows a report within minutes, by the night at the latest: so long its month is watched. */
const WATCHED_DAYS = 2;
/** So many months up to the running one are watched anyway: the last ones close. */
const MONTHS_BACK = 2;

/**
 * What has changed in a district since somebody last asked: reports, words that were taken out, and the scorecards of all
 * units that the reader sees.
 *
 * The record has each change of a report, numbered as it was stored: a slow writer's comes later, and an entry that was
 * lost with its writer is written into its own day, so that the days of the horizon are looked at again. What is told is
 * how a thing stands now, not what it was at each step: told twice, it says the same. Scorecards have no entries: those of
 * the last months, and of each month with a changed report, are compared with what was told last.
 */
export const showChanges: Action<ChangesDeps> = async (request, deps) => {
  const { query, lang, now } = request;
  const today = dayAt(now);
  const from = startOf(query['since'], today);
  if (!from) return { status: 422, json: fieldProblem([{ field: 'since', code: 'not-a-choice' }], lang) };
  const { cursor, reports, purged, more } = await readRecord(watching(from, latest(now), today), request, deps);
  const { result, unreadable } = await listingUnreadable(async () => ({
    changed: await loadReports(reports, deps),
    watched: await loadWatched(cursor.months, await countedUnits(request, deps), deps),
  }));
  const { changed, watched } = result;
  const told = watched.filter(({ month, seen }) => cursor.months[month]?.seen !== seen);
  const months = afterReading(cursor.months, watched, today);
  return {
    status: 200,
    json: {
      changes: [
        ...changed,
        ...purged,
        ...told.flatMap(({ heads }) => heads.map((head) => ({ kind: 'scorecard', ...head }))),
      ],
      next: spellCursor(more ? { ...cursor, months } : forgetDays({ ...cursor, months }, today)),
      more: more || Object.values(months).some(({ seen }) => seen === ''),
      ...(unreadable.length > 0 && { leftOut: unreadable }),
    },
  };
};

/** A cursor, or the day from which to begin; a week ago unless somebody says. */
function startOf(since: string | undefined, today: Day): Cursor | undefined {
  if (since === undefined || since === '') return cursorFrom(addDays(today, -HORIZON_DAYS), today);
  const day = parseDay(since);
  if (day) return day >= addDays(today, -MOST_DAYS_BACK) && day <= today ? cursorFrom(day, today) : undefined;
  const cursor = parseCursor(since, today);
  return cursor && movedTo(today, cursor);
}

interface Read {
  readonly cursor: Cursor;
  readonly reports: ReadonlySet<ReportId>;
  readonly purged: readonly object[];
  readonly more: boolean;
}

/** Reads on in the record, day by day, until a page is full. */
async function readRecord(from: Cursor, { viewer, now }: SignedIn, { audit }: ChangesDeps): Promise<Read> {
  const days: Record<Day, number> = { ...from.days };
  const reports = new Set<ReportId>();
  const purged: object[] = [];
  const months = new Set<Month>();
  const read = (more: boolean): Read => ({
    cursor: watching({ ...from, days }, months, dayAt(now)),
    reports,
    purged,
    more,
  });
  let left = MOST_ENTRIES;
  for (const day of Object.keys(days).toSorted() as Day[]) {
    for (let isAll = false; !isAll; ) {
      if (left <= 0) return read(true);
      const before = days[day] ?? 0;
      const page = await audit.changesAfter(districtOf(viewer.unit), day, before, ENTRIES_A_READ);
      for (const entry of page.entries) {
        const report = entry.kind === 'changed' ? namedReport(viewer, 'see', subjectOf(entry)) : undefined;
        if (report && !reports.has(report.id) && reports.size === MOST_REPORTS) return read(true);
        const month = report ? monthOf(report.date) : reopenedMonth(entry);
        if (report) reports.add(report.id);
        if (month) months.add(month);
        purged.push(...purgeIn(entry, viewer));
        days[day] = entry.number;
      }
      left -= page.last - before;
      days[day] = page.last;
      isAll = page.isAll;
    }
  }
  return read(false);
}

/** The words that were taken out, if that is what an entry is about and the reader sees whose they were. */
function purgeIn(entry: AuditEntry, viewer: Viewer): object[] {
  const purged = purgedIn(entry);
  if (!purged) return [];
  const { id, ...upTo } = 'name' in purged ? { id: purged.name } : purged;
  return can(viewer, 'see', unitNamed(id)) ? [{ kind: 'purge', id, ...upTo, at: entry.at }] : [];
}

/** The id of a report, without the number of its revision. */
function subjectOf({ of = '' }: AuditEntry): string {
  return of.split('#', 1)[0] ?? '';
}

/** The month that was opened again, if that is what an entry is about. */
function reopenedMonth({ of = '' }: AuditEntry): Month | undefined {
  return parseMonth(/#reopened#(\d{4}-\d\d)#/.exec(of)?.[1] ?? '');
}

async function loadReports(ids: ReadonlySet<ReportId>, { reports }: ChangesDeps): Promise<object[]> {
  const found = await Promise.all([...ids].map((id) => reports.newestFigures(id)));
  return found.flatMap((newest) =>
    newest
      ? [
          {
            kind: 'report',
            id: newest.id,
            revision: newest.revision,
            state: newest.state,
            receipt: receiptOf(newest),
            at: newest.at,
          },
        ]
      : [],
  );
}

/** A month with its scorecards as they stand. */
interface Watched {
  readonly month: Month;
  readonly heads: readonly ScorecardHead[];
  /** The beginning of the digest of all. */
  readonly seen: string;
}

/** The months that are watched in any case: the last ones close. */
function latest(now: Instant): Month[] {
  return Array.from({ length: MONTHS_BACK + 1 }, (_, n) => addMonths(monthAt(now), -n));
}

/** A cursor that watches some months for the days to come, before those that it watches already; what is over still waits to be read a last time. */
function watching(cursor: Cursor, months: Iterable<Month>, today: Day): Cursor {
  const until = addDays(today, WATCHED_DAYS);
  const added = [...months].map((month) => [month, { seen: cursor.months[month]?.seen ?? '', until }] as const);
  const kept = Object.entries(cursor.months);
  const known = new Set(kept.map(([month]) => month));
  const fresh = added.filter(([month]) => !known.has(month));
  const all = [...fresh, ...kept.map(([month, each]) => [month, added.find(([own]) => own === month)?.[1] ?? each])];
  return { ...cursor, months: Object.fromEntries(all.slice(0, MOST_MONTHS)) };
}

/** The units that have scorecards which the reader sees: of a district also its communes, and those that have ended. */
async function countedUnits({ viewer }: SignedIn, { directory }: ChangesDeps): Promise<readonly UnitId[]> {
  const { unit, scope, forebears = [] } = viewer;
  const district = districtOf(unit);
  const below = scope.includes(district) ? await directory.subtree(district) : [];
  const all = [...scope, ...below.map(({ id }) => id), ...forebears.map(({ id }) => id)];
  return [...new Set(all)].filter((id) => communeOf(id) === id);
}

/** Reads as many months as a page may, those first that waited longest. */
async function loadWatched(
  months: Cursor['months'],
  units: readonly UnitId[],
  { scorecards }: ChangesDeps,
): Promise<Watched[]> {
  const most = Math.max(1, Math.floor(MOST_HEADS / units.length));
  return Promise.all(
    (Object.keys(months) as Month[]).slice(0, most).map(async (month) => {
      const found = await Promise.all(units.map((unit) => scorecards.head(unit, month)));
      const heads = found.filter((head) => head !== undefined);
      return { month, heads, seen: digestOf(heads).slice(0, 8) };
    }),
  );
}

/**
 * The months that were not read now come first the next time; those that were, and whose days of watching are over, are let
 * go. Whoever asks seldom is so told at least once what became of a month after its report.
 */
function afterReading(months: Cursor['months'], watched: readonly Watched[], today: Day): Cursor['months'] {
  const seen = new Map(watched.map((each) => [each.month, each.seen]));
  const waiting = Object.entries(months).filter(([month]) => !seen.has(month as Month));
  const read = watched
    .filter(({ month }) => (months[month]?.until ?? '') >= today)
    .map(({ month }) => [month, { ...months[month], seen: seen.get(month) }]);
  return Object.fromEntries([...waiting, ...read]);
}
