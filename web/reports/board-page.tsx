import { pathTo } from '#shared/access/routes.ts';
import { commonTexts } from '#shared/language/common.ts';
import { capitalized, formatDay, formatInstant, formatMonth } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { dayAt, type Month } from '#shared/period.ts';
import type { Duty } from '#shared/reminders/duties.ts';
import type { Board, BoardCell } from '#shared/reports/board.ts';
import { kinds } from '#shared/reports/choices.ts';
import { reportFileTexts } from '#shared/reports/files/texts/report-files.ts';
import { boardTexts } from '#shared/reports/texts/board.ts';
import { gridTexts } from '#shared/reports/texts/grid.ts';
import { plannedName, themesTexts } from '#shared/themes/texts/themes.ts';
import { type PlannedTheme, quarterNumberOf, yearOf } from '#shared/themes/thematic-plan.ts';
import type { EndedUnit } from '#shared/units/ended-unit.ts';
import { fullName, type UnitId } from '#shared/units/units.ts';
import { Alert } from '#web/components/alert.tsx';
import { FiguresTable } from '#web/components/figures-table.tsx';
import { LineageNote, type RelatedUnit } from '#web/components/lineage-note.tsx';
import { MonthNav } from '#web/components/month-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { Duties } from '#web/reminders/duty-list.tsx';
import { StateTag } from '#web/reports/state-tag.tsx';

interface BoardPageProps {
  readonly context: PageContext;
  readonly board: Board;
  readonly previousMonth?: Month;
  readonly nextMonth?: Month;
  /** The thematic meetings that cells have planned for the quarter but not held yet. */
  readonly themes?: ReadonlyMap<UnitId, PlannedTheme>;
  /** Address of the district's guidance for the month. */
  readonly guidance?: string;
  /** The reader's own unit stands no more. */
  readonly ended?: EndedUnit;
  /** The reader's open duties. */
  readonly duties?: readonly Duty[];
  /** What the unit was before a reform, and what it became. */
  readonly before?: readonly RelatedUnit[];
  readonly after?: readonly RelatedUnit[];
}

/** Shows the current state of the month: which reports have arrived, which are missing, and the deadline. */
export function BoardPage(props: BoardPageProps) {
  const { context, board, previousMonth, nextMonth, guidance, duties = [], themes, ended } = props;
  const { before = [], after = [] } = props;
  const { lang, session } = context;
  const { unit, month, due, closing, closed, cells, communes } = board;
  const t = boardTexts[lang];
  const title = `${t.title} ${formatMonth(month, lang)}`;
  const missing = cells.filter(({ state }) => state === 'missing').length;
  return (
    <Document title={title} context={context} wide>
      <h1>{title}</h1>
      {ended && <Ended ended={ended} closed={closed} lang={lang} />}
      <p class="lead">
        <b>{capitalized(fullName(unit))}.</b> {progress(board, t)}
      </p>
      <p>
        {closed ? (
          <b>{t.closed}</b>
        ) : (
          <>
            <b>{t.due(formatDay(dayAt(due)))}</b>. {t.closing(formatDay(dayAt(closing)))}.
          </>
        )}
      </p>
      <LineageNote lang={lang} before={before} after={after} />
      <Duties duties={duties} lang={lang} />
      <MonthNav
        lang={lang}
        previous={previousMonth}
        next={nextMonth}
        to={(other) => pathTo('/months/{month}', { month: other }, { unit: unit.id })}
      />
      {guidance && (
        <p class="actions">
          <a href={guidance}>{commonTexts[lang].guidance}</a>
        </p>
      )}
      {session?.role === 'commune' && unit.level === 'commune' && !closed && missing > 1 && (
        <p class="actions">
          <a href={pathTo('/months/{month}/grid', { month }, { unit: unit.id })}>{gridTexts[lang].title}</a>{' '}
          <a href={pathTo('/reports/import', {}, { month, unit: unit.id })}>{reportFileTexts[lang].title}</a>
        </p>
      )}
      {cells.length > 0 && <Cells context={context} board={board} themes={themes ?? new Map()} />}
      {communes.length > 0 && <Communes context={context} board={board} />}
      {cells.length + communes.length === 0 && <p>{t.noCells}</p>}
      {session && (
        <p class="actions">
          <a href={pathTo('/themes', {}, { unit: unit.id, year: yearOf(month) })}>{themesTexts[lang].link}</a>
        </p>
      )}
      {session && session.role !== 'cell' && (
        <p class="actions">
          <a href={pathTo('/visits', {}, { month })}>{commonTexts[lang].visits}</a>{' '}
          <a href={pathTo('/officers', {}, { month })}>{commonTexts[lang].officers}</a>
        </p>
      )}
      {session && hasScorecard(board, session.role) && (
        <p class="actions">
          <a href={pathTo('/scorecards/{unit}/{month}', { unit: unit.id, month })}>{t.scorecard}</a>
        </p>
      )}
    </Document>
  );
}

/** Says what became of the reader's unit, and whom to turn to. */
function Ended({ ended, closed, lang }: { readonly ended: EndedUnit; readonly closed: boolean; readonly lang: Lang }) {
  const { unit, last, successors, contact } = ended;
  const t = boardTexts[lang];
  return (
    <Alert title={t.ended(capitalized(fullName(unit)), formatMonth(last, lang))} tone="notice">
      <p>{closed ? t.endedClosed : t.endedOpen}</p>
      {successors.length > 0 && (
        <p>
          {t.successors}: {successors.map(fullName).join('; ')}.
        </p>
      )}
      {contact && <p>{t.contact(fullName(contact))}</p>}
    </Alert>
  );
}

/** Cells have no scorecard, and a working group sees its communes' scorecards, not the district's. */
function hasScorecard({ unit }: Board, role: NonNullable<PageContext['session']>['role']): boolean {
  return role !== 'cell' && unit.level !== 'cell' && !(role === 'group' && unit.level === 'district');
}

function progress({ cells, communes, isDue }: Board, t: (typeof boardTexts)['vi']): string {
  const counts = [
    ...communes,
    ...cells.map(({ state, late }) => ({
      due: 1,
      missing: state === 'missing' ? 1 : 0,
      late: late ? 1 : 0,
      onTime: state !== 'missing' && !late ? 1 : 0,
    })),
  ];
  const sum = (part: 'due' | 'missing' | 'late' | 'onTime') => counts.reduce((total, each) => total + each[part], 0);
  const have = sum('due') - sum('missing');
  const rest = isDue ? t.summary(sum('onTime'), sum('late'), sum('missing')) : t.notDue(sum('missing'));
  return `${t.progress(have, sum('due'))}. ${rest}.`;
}

type CellsProps = Required<Pick<BoardPageProps, 'context' | 'board' | 'themes'>>;

function Cells({ context, board: { cells, month, closed, isDue }, themes }: CellsProps) {
  const { lang, session } = context;
  const t = boardTexts[lang];
  const mayFill = session && session.role !== 'group' && (session.role === 'district' || !closed);
  return (
    <table class="data cards board">
      <caption>{t.cells}</caption>
      <thead>
        <tr>
          <th scope="col">{t.cell}</th>
          <th scope="col">{t.state}</th>
          <th scope="col">{t.reports}</th>
          {mayFill && <th scope="col">{t.enter}</th>}
        </tr>
      </thead>
      <tbody>
        {cells.map((row) => (
          <tr key={row.cell.id}>
            <th scope="row">{capitalized(fullName(row.cell))}</th>
            <td>
              <StateTag state={row.state === 'missing' && !isDue ? 'notDue' : row.state} late={row.late} lang={lang} />
            </td>
            <td class="received">
              <Received row={row} lang={lang} />
              <ThemeToCome planned={themes.get(row.cell.id)} month={month} lang={lang} />
            </td>
            {mayFill && (
              <td>
                <NextStep row={row} month={month} lang={lang} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: BoardCell;
  readonly lang: PageContext['lang'];
}

function Received({ row: { reports }, lang }: RowProps) {
  const t = boardTexts[lang];
  return (
    <>
      {reports.map(({ id, kind, receivedAt }) => (
        <div key={id}>
          <a href={pathTo('/reports/{id}', { id })}>{kinds[kind][lang]}</a>{' '}
          <span class="muted">{t.received(formatInstant(receivedAt))}</span>
        </div>
      ))}
    </>
  );
}

interface ThemeProps {
  readonly planned: PlannedTheme | undefined;
  readonly month: Month;
  readonly lang: PageContext['lang'];
}

/** Shows the subject on which the cell must hold a thematic meeting by the quarter's end. */
function ThemeToCome({ planned, month, lang }: ThemeProps) {
  if (!planned) return null;
  return (
    <div class="muted">
      {themesTexts[lang].byPlan(quarterNumberOf(month))}: {plannedName(planned, lang)}
    </div>
  );
}

/** Each row has one link, to the next step that is due rather than to every possible one. */
function NextStep({ row: { cell, reports }, month, lang }: RowProps & { readonly month: Month }) {
  const t = boardTexts[lang];
  const returned = reports.find(({ state }) => state === 'returned');
  if (returned) return <a href={pathTo('/reports/new', {}, { amend: returned.id })}>{t.mend}</a>;
  const has = (kind: string) => reports.some((report) => report.kind === kind);
  if (!has('regular')) return <a href={pathTo('/reports/new', {}, { cell: cell.id, month })}>{t.fill}</a>;
  if (has('thematic')) return null;
  return <a href={pathTo('/reports/new', {}, { cell: cell.id, month, kind: 'thematic' })}>{t.another}</a>;
}

function Communes({ context: { lang }, board: { month, communes, isDue } }: Pick<BoardPageProps, 'context' | 'board'>) {
  const t = boardTexts[lang];
  // Before the deadline nothing is late, and what has not come is not due.
  const counts = isDue ? (['due', 'onTime', 'late', 'missing'] as const) : (['due', 'onTime', 'missing'] as const);
  const heads = {
    due: t.dueCount,
    onTime: isDue ? t.onTimeCount : t.reportedCount,
    late: t.lateCount,
    missing: isDue ? t.missingCount : t.notDueCount,
  };
  const total = (part: (typeof counts)[number]) => communes.reduce((sum, each) => sum + each[part], 0);
  return (
    <FiguresTable title={t.communes} first={t.commune} heads={counts.map((part) => heads[part])}>
      <tbody>
        {communes.map((row) => (
          <tr key={row.commune.id}>
            <th scope="row">
              <a href={pathTo('/months/{month}', { month }, { unit: row.commune.id })}>
                {capitalized(fullName(row.commune))}
              </a>
            </th>
            {counts.map((part) => (
              <td key={part} class="num">
                {row[part]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.total}</th>
          {counts.map((part) => (
            <td key={part} class="num">
              {total(part)}
            </td>
          ))}
        </tr>
      </tfoot>
    </FiguresTable>
  );
}
