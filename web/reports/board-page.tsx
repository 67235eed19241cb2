import { pathTo } from '#shared/access/routes.ts';
import { callsTexts } from '#shared/home/texts/calls.ts';
import { homeTexts } from '#shared/home/texts/home.ts';
import type { Week } from '#shared/home/week.ts';
import { commonTexts } from '#shared/language/common.ts';
import { capitalized, formatDay, formatMonth } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { dayAt, type Month } from '#shared/period.ts';
import { prepareTexts } from '#shared/prepare/texts/prepare.ts';
import type { Duty } from '#shared/reminders/duties.ts';
import type { AnsweredAsk } from '#shared/reports/ask.ts';
import type { Board } from '#shared/reports/board.ts';
import { reportFileTexts } from '#shared/reports/files/texts/report-files.ts';
import { boardTexts } from '#shared/reports/texts/board.ts';
import { gridTexts } from '#shared/reports/texts/grid.ts';
import { resultsTexts } from '#shared/reports/texts/results.ts';
import { tasksTexts } from '#shared/reports/texts/tasks.ts';
import { type WorkPage, workOf, workPage } from '#shared/reports/work.ts';
import { reviewsTexts } from '#shared/reviews/texts/reviews.ts';
import { themesTexts } from '#shared/themes/texts/themes.ts';
import { type PlannedTheme, yearOf } from '#shared/themes/thematic-plan.ts';
import type { EndedUnit } from '#shared/units/ended-unit.ts';
import { communeOf, fullName, isWithin, type UnitId } from '#shared/units/units.ts';
import { Alert } from '#web/components/alert.tsx';
import { FiguresTable } from '#web/components/figures-table.tsx';
import { LineageNote, type RelatedUnit } from '#web/components/lineage-note.tsx';
import { MonthNav } from '#web/components/month-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { HelpedList } from '#web/home/helped-list.tsx';
import { WeekLines } from '#web/home/week-lines.tsx';
import { type OverdueMatter, OverdueMatters } from '#web/matters/overdue-matters.tsx';
import { PracticeLink } from '#web/practice/practice-link.tsx';
import { Duties } from '#web/reminders/duty-list.tsx';
import { PublishList } from '#web/reminders/publish-list.tsx';
import { AskList } from '#web/reports/ask-list.tsx';
import { WorkList } from '#web/reports/work-list.tsx';

/** How many tasks of the unit are overdue: today, or as the meetings of a month said. */
export interface OverdueTasks {
  readonly count: number;
  readonly month?: Month;
}

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
  /** The unit of the board stands no more: nothing is prepared there. */
  readonly hasEnded?: boolean;
  /** The reader's open duties. */
  readonly duties?: readonly Duty[];
  /** The matters that wait for the reader past their term. */
  readonly matters?: readonly OverdueMatter[];
  readonly overdueTasks?: OverdueTasks;
  /** Of the reader's own home: how the last closed month and the open ones stand. */
  readonly week?: Week;
  /** How many reports wait for the reader's review. */
  readonly reviews?: number;
  /** What was asked about reports of closed months. */
  readonly asks?: readonly AnsweredAsk[];
  /** What a cell is called, for what is not on the board. */
  readonly nameOf?: (unit: UnitId) => string;
  /** The month has a scorecard that the reader sees. */
  readonly hasScorecard?: boolean;
  /** A page of the cells' rows: what is to be done, and what is done. */
  readonly work?: WorkPage;
  /** The name for which the reader looked. */
  readonly typed?: string;
  /** What the unit was before a reform, and what it became. */
  readonly before?: readonly RelatedUnit[];
  readonly after?: readonly RelatedUnit[];
}

/** Shows the current state of the month: which reports have arrived, which are missing, and the deadline. */
export function BoardPage(props: BoardPageProps) {
  const { context, board, previousMonth, nextMonth, guidance, duties = [], themes = new Map(), ended } = props;
  const { work = workPage(workOf([board], ofItself), 1) } = props;
  const { before = [], after = [] } = props;
  const { lang, session } = context;
  const { unit, month, due, closing, closed, cells, communes } = board;
  const t = boardTexts[lang];
  const title = `${t.title} ${formatMonth(month, lang)}`;
  const missing = cells.filter(({ state }) => state === 'missing').length;
  return (
    <Document title={title} context={context} wide work>
      <h1>{title}</h1>
      {ended && <Ended ended={ended} closed={closed} lang={lang} />}
      <p class="lead">
        <b>{capitalized(fullName(unit))}.</b> {progress(board, t)}
      </p>
      {cells.length > 1 && (
        <progress
          value={cells.length - missing}
          max={cells.length}
          aria-label={t.progress(cells.length - missing, cells.length)}
        />
      )}
      <p>
        {closed ? (
          <b>{t.closed}</b>
        ) : (
          <>
            <b>{t.due(formatDay(dayAt(due)))}</b>. {t.closing(formatDay(dayAt(closing)))}.
          </>
        )}
      </p>
      {props.week && <WeekLines week={props.week} unit={unit.id} scorecard lang={lang} />}
      <LineageNote lang={lang} before={before} after={after} />
      <Duties duties={duties} nameOf={props.nameOf} lang={lang} />
      <PublishList duties={duties} nameOf={props.nameOf ?? ((id) => id)} lang={lang} />
      {props.overdueTasks && props.overdueTasks.count > 0 && (
        <Overdue tasks={props.overdueTasks} unit={unit.id} lang={lang} />
      )}
      {props.reviews !== undefined && props.reviews > 0 && (
        <p>
          <a href={pathTo('/reviews', {}, { unit: unit.id, month })}>{reviewsTexts[lang].count(props.reviews)}</a>
        </p>
      )}
      {props.asks && props.nameOf && (
        <AskList asks={props.asks} nameOf={props.nameOf} answers={session?.role === 'district'} lang={lang} />
      )}
      {cells.length > 0 && (
        <WorkList {...{ context, board, work, typed: props.typed ?? '', themes, nameOf: props.nameOf }} />
      )}
      {session?.role === 'commune' && unit.level === 'commune' && !closed && missing > 1 && (
        <p class="actions">
          <a class="btn" href={pathTo('/months/{month}/grid', { month }, { unit: unit.id })}>
            {gridTexts[lang].title}
          </a>{' '}
          <a class="btn" href={pathTo('/reports/import', {}, { month, unit: unit.id })}>
            {reportFileTexts[lang].title}
          </a>{' '}
          <a class="btn" href={pathTo('/calls', {}, { unit: unit.id, month })}>
            {callsTexts[lang].link}
          </a>
        </p>
      )}
      {props.week && (
        <HelpedList
          week={props.week}
          cells
          to={(child) => pathTo('/results/{cell}', { cell: child.unit })}
          all={pathTo('/scorecards/{unit}/{month}', { unit: unit.id, month: props.week.closed?.month ?? month })}
          lang={lang}
        />
      )}
      {props.matters && <OverdueMatters matters={props.matters} lang={lang} />}
      <MonthNav
        lang={lang}
        previous={previousMonth}
        next={nextMonth}
        to={(other) => pathTo('/months/{month}', { month: other }, { unit: unit.id })}
      />
      {guidance && (
        <p class="actions">
          <a href={guidance}>{commonTexts[lang].guidance}</a>{' '}
          <a href={pathTo('/library', {})}>{commonTexts[lang].library}</a>{' '}
          <a href={pathTo('/trainings', {})}>{commonTexts[lang].trainings}</a>
        </p>
      )}
      {communes.length > 0 && <Communes context={context} board={board} />}
      {cells.length + communes.length === 0 && <p>{t.noCells}</p>}
      {session && (
        <p class="actions">
          {unit.level === 'cell' && (
            <>
              {!props.hasEnded && (
                <>
                  <a href={pathTo('/prepare', {}, { cell: unit.id })}>{prepareTexts[lang].prepareNext}</a>{' '}
                </>
              )}
              <a href={pathTo('/results/{cell}', { cell: unit.id })}>{resultsTexts[lang].title}</a>{' '}
            </>
          )}
          {/* A working group has these of the communes that it has now. */}
          {!(props.hasEnded && session.role === 'group') && (
            <>
              <a href={pathTo('/themes', {}, { unit: unit.id, year: yearOf(month) })}>{themesTexts[lang].link}</a>{' '}
              <a href={pathTo('/tasks', {}, { unit: unit.id })}>{tasksTexts[lang].link}</a>{' '}
            </>
          )}
          <PracticeLink context={context} />{' '}
          {session.role !== 'cell' && (
            <>
              <a href={pathTo('/reviews', {}, { unit: unit.id, month })}>{reviewsTexts[lang].title}</a>{' '}
              <a href={pathTo('/visits', {}, { month })}>{commonTexts[lang].visits}</a>{' '}
              {(unit.level !== 'cell' || isWithin(unit.id, session.unit)) && (
                <>
                  <a href={pathTo('/officers', {}, { unit: communeOf(unit.id), month })}>
                    {commonTexts[lang].officers}
                  </a>{' '}
                </>
              )}
            </>
          )}
          {props.hasScorecard && (
            <a href={pathTo('/scorecards/{unit}/{month}', { unit: unit.id, month })}>{t.scorecard}</a>
          )}
        </p>
      )}
    </Document>
  );
}

interface OverdueProps {
  readonly tasks: OverdueTasks;
  readonly unit: UnitId;
  readonly lang: Lang;
}

function Overdue({ tasks: { count, month }, unit, lang }: OverdueProps) {
  return (
    <p>
      <a class="missed" href={pathTo('/tasks', {}, { unit, ...(month && { month }), state: 'overdue' })}>
        {tasksTexts[lang].overdueCount(count)}
      </a>
      {month && <span class="muted"> {homeTexts[lang].asMeetings(formatMonth(month, lang))}</span>}
    </p>
  );
}

/** What a board knows that is nobody's home. */
const ofItself = { drafts: [], lateBefore: new Map() } as const;

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
