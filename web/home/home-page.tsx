import type { ComponentChildren } from 'preact';
import { pathTo } from '#shared/access/routes.ts';
import { homeTexts } from '#shared/home/texts/home.ts';
import type { Waiting } from '#shared/home/waiting.ts';
import type { Week } from '#shared/home/week.ts';
import { capitalized, formatDay, formatMonth } from '#shared/language/format.ts';
import { addDays, type Day, type Instant, type Month } from '#shared/period.ts';
import type { Duty } from '#shared/reminders/duties.ts';
import type { UnitId } from '#shared/units/units.ts';
import { BehindNote } from '#web/components/behind-note.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { HelpedList } from '#web/home/helped-list.tsx';
import { WaitingList } from '#web/home/waiting-list.tsx';
import { WeekLines } from '#web/home/week-lines.tsx';

export interface HomePageProps {
  readonly context: PageContext;
  readonly unit: { readonly id: UnitId; readonly name: string };
  /** The week's Monday. */
  readonly monday: Day;
  readonly week: Week;
  /** Since when figures of an open month have not been counted, where that is too long. */
  readonly behind?: Instant;
  /** The last closed month, and the one that runs. */
  readonly closed: Month;
  readonly month: Month;
  /** Whether the reader has what is to be done at a unit: another may have had it since, or its heir. */
  readonly mayAct: (unit: UnitId) => boolean;
  /** Of a working group: the communes whose cells are counted, and how many cells those are, if that is known. */
  readonly communes?: readonly string[];
  readonly cells?: number;
  readonly duties: readonly Duty[];
  readonly waiting: readonly Waiting[];
  /** What was asked of the reader. */
  readonly children?: ComponentChildren;
}

/** The week of a district or a working group: how it stands, what waits, and who needs help and why. */
export function HomePage(props: HomePageProps) {
  const { context, unit, monday, week, closed, month, communes, duties, waiting } = props;
  const { lang, session } = context;
  const t = homeTexts[lang];
  const [from, to] = [monday, addDays(monday, 6)].map((day) => formatDay(day).slice(0, 5)) as [string, string];
  const title = t.title(from, to);
  const isGroup = session?.role === 'group';
  const toScorecard = pathTo('/scorecards/{unit}/{month}', { unit: unit.id, month: closed });
  const toBoard = pathTo('/months/{month}', { month }, { unit: unit.id });
  return (
    <Document title={title} context={context} wide work>
      <h1>
        {capitalized(unit.name)}: {title.toLowerCase()}
      </h1>
      {communes && <p>{ofWords(communes, props.cells, lang)}</p>}
      {props.behind && <BehindNote since={props.behind} lang={lang} />}
      <WeekLines week={week} unit={unit.id} scorecard={!isGroup} lang={lang} />
      <WaitingList unit={unit.id} duties={duties} waiting={waiting} lang={lang} />
      {props.children}
      {!week.open.some((each) => each.month === month) && (
        <p class="actions">
          <a href={toBoard}>
            {t.board} {formatMonth(month, lang)}
          </a>
        </p>
      )}
      <HelpedList
        week={week}
        to={(child) => pathTo('/scorecards/{unit}/{month}', { unit: child.unit, month: closed })}
        all={isGroup ? toBoard : toScorecard}
        toAct={(child, { id }) =>
          props.mayAct(child.unit) && pathTo('/actions/new', {}, { unit: child.unit, indicator: id, month: closed })
        }
        {...(!isGroup && { matrix: `${toScorecard}?view=matrix` })}
        lang={lang}
      />
    </Document>
  );
}

/** Whose cells a working group's home counts. */
function ofWords(communes: readonly string[], cells: number | undefined, lang: PageContext['lang']): string {
  const t = homeTexts[lang];
  if (communes.length === 0) return t.ofNone;
  return cells === undefined ? t.ofCommunes(communes.join(', ')) : t.ofCells(String(cells), communes.join(', '));
}
