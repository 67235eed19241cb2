import { pathTo } from '#shared/access/routes.ts';
import { capitalized, formatDay, formatMonth } from '#shared/language/format.ts';
import type { TrackedMatter } from '#shared/matters/matter.ts';
import { matterLevelLabels, matterStateLabels, mattersTexts } from '#shared/matters/texts/matters.ts';
import { dayAt, type Instant, type Month } from '#shared/period.ts';
import { topics } from '#shared/reports/topics.ts';
import { communeOf, type Group, type UnitId } from '#shared/units/units.ts';
import type { GroupMemo } from '#shared/visits/group-memo.ts';
import { memoTexts } from '#shared/visits/texts/memo.ts';
import { MonthNav } from '#web/components/month-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { matterWords } from '#web/matters/matter-words.ts';

/** How many rows of each table one A4 page has room for, and how many letters of a matter's words. */
const ROWS = 5;
const LETTERS = 110;

interface MemoPageProps {
  readonly context: PageContext;
  readonly group: Group;
  /** The district's committee, to which it is. */
  readonly committee: string;
  readonly month: Month;
  readonly previousMonth?: Month;
  readonly nextMonth?: Month;
  /** The end of what is told. */
  readonly until: Instant;
  readonly communes: readonly string[];
  /** Those of them whose matters the reader may no longer see. */
  readonly hidden: readonly string[];
  readonly memo: GroupMemo;
  readonly nameOf: (unit: UnitId) => string;
  /** Shows every row, on as many pages as it takes. */
  readonly whole: boolean;
}

/** A working group's memo to the committee, to be printed on one page: what was heard, asked, and is undone. */
export function MemoPage(props: MemoPageProps) {
  const { context, group, committee, month, previousMonth, nextMonth, until, communes, hidden, memo, whole } = props;
  const { lang } = context;
  const t = memoTexts[lang];
  const title = `${t.title}, ${formatMonth(month, lang)}`;
  const to = (other: Month, rest = {}) =>
    pathTo('/visits', {}, { view: 'memo', month: other, group: String(group.number), ...rest });
  const overdue = memo.undone.filter((row) => row.overdue).length;
  const part = { ...props, all: to(month, { rows: 'all' }) };
  return (
    <Document title={`${title}: ${group.name}`} context={context} wide work>
      <div class="sheet-of-paper memo">
        <h1>{title}</h1>
        <p class="lead">
          <b>{group.name}.</b> {t.to}: {committee}. {t.until(formatDay(dayAt(until)))}
        </p>
        <p>
          {t.communes}: {communes.join('; ')}.
        </p>
        {hidden.length > 0 && <p class="notice">{t.hidden(hidden.join('; '))}</p>}
        <MonthNav lang={lang} previous={previousMonth} next={nextMonth} to={to} />
        <h2>I. {t.heard}</h2>
        <Heard {...part} />
        <h2>II. {t.asked}</h2>
        <p>{t.askedLead(memo.asked.length)}</p>
        <AskedTable {...part} />
        <h2>III. {t.undone}</h2>
        <p>{t.undoneLead(overdue, memo.undone.length - overdue)}</p>
        <UndoneTable {...part} />
        <p>{t.ownUndone(memo.due, memo.overdue, memo.adviceLeft)}</p>
        <p class="actions">
          {whole && <a href={to(month)}>{t.short}</a>}{' '}
          <a href={pathTo('/visits', {}, { month, group: String(group.number) })}>{t.group}</a>
        </p>
      </div>
    </Document>
  );
}

interface PartProps extends Pick<MemoPageProps, 'context' | 'memo' | 'nameOf' | 'whole'> {
  /** The address of the memo with every row. */
  readonly all: string;
}

function Heard({ context: { lang }, memo, nameOf, whole, all }: PartProps) {
  const t = memoTexts[lang];
  const { heard } = memo;
  const countOf = (rows: GroupMemo['heard']) => rows.reduce((total, { matters }) => total + matters.length, 0);
  const count = countOf(heard);
  const shown = whole ? heard : heard.slice(0, ROWS);
  // What has no row of its own is counted in one, so that the rows add up.
  const rest = heard.slice(shown.length);
  const told = shown.reduce((total, { matters }) => total + (whole ? matters.length : 1), 0);
  return (
    <>
      <p>
        {t.visits(memo.visits, memo.planned, memo.covered, memo.cells)} {t.raised(count, memo.atVisits)}
      </p>
      {count > 0 && (
        <table class="data cards">
          <thead>
            <tr>
              <th scope="col">{mattersTexts[lang].topic}</th>
              <th scope="col" class="num">
                {t.count}
              </th>
              <th scope="col">{whole ? mattersTexts[lang].matter : t.latest}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ topic, matters }) => (
              <tr key={topic}>
                <th scope="row">{topics[topic][lang]}</th>
                <td class="num" data-as={`${t.count}: `}>
                  {matters.length}
                </td>
                <td>
                  {(whole ? matters : matters.slice(-1)).map((matter) => (
                    <div key={matter.id}>
                      <Named matter={matter} nameOf={nameOf} whole={whole} lang={lang} />
                    </div>
                  ))}
                </td>
              </tr>
            ))}
            {rest.length > 0 && (
              <tr>
                <th scope="row">{t.otherTopics(rest.length)}</th>
                <td class="num" data-as={`${t.count}: `}>
                  {countOf(rest)}
                </td>
                <td />
              </tr>
            )}
          </tbody>
        </table>
      )}
      <Rest count={count - told} all={all} lang={lang} />
    </>
  );
}

function AskedTable({ context: { lang }, memo: { asked }, nameOf, whole, all }: PartProps) {
  const [t, m] = [memoTexts[lang], mattersTexts[lang]];
  const shown = whole ? asked : asked.slice(-ROWS);
  if (asked.length === 0) return null;
  return (
    <>
      <table class="data cards">
        <thead>
          <tr>
            <th scope="col">{m.matter}</th>
            <th scope="col">{t.of}</th>
            <th scope="col">{t.on}</th>
            <th scope="col">{m.state}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ matter, of, on }) => (
            <tr key={matter.id}>
              <th scope="row">
                <Named matter={matter} nameOf={nameOf} whole={whole} lang={lang} />
              </th>
              <td data-as={`${t.of}: `}>{matterLevelLabels[lang][of]}</td>
              <td data-as={`${t.on}: `}>{formatDay(on)}</td>
              <td>{matterStateLabels[lang][matter.state]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Rest count={asked.length - shown.length} all={all} lang={lang} />
    </>
  );
}

function UndoneTable({ context: { lang }, memo: { undone }, nameOf, whole, all }: PartProps) {
  const m = mattersTexts[lang];
  const shown = whole ? undone : undone.slice(0, ROWS);
  if (undone.length === 0) return null;
  return (
    <>
      <table class="data cards">
        <thead>
          <tr>
            <th scope="col">{m.matter}</th>
            <th scope="col">{m.with}</th>
            <th scope="col">{m.due}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ matter, due, overdue, promiseOver }) => (
            <tr key={matter.id}>
              <th scope="row">
                <Named matter={matter} nameOf={nameOf} whole={whole} lang={lang} />
              </th>
              <td data-as={`${m.with}: `}>{matterLevelLabels[lang][matter.level]}</td>
              <td data-as={`${m.due}: `}>
                {formatDay(due)} {overdue && <span class="missed">({m.overdue})</span>}
                {promiseOver && matter.promised && (
                  <div class="muted">
                    {m.promised} {formatDay(matter.promised)} <span class="missed">({m.promiseOver})</span>
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Rest count={undone.length - shown.length} all={all} lang={lang} />
    </>
  );
}

interface NamedProps extends Pick<MemoPageProps, 'nameOf' | 'whole'> {
  readonly matter: TrackedMatter;
  readonly lang: PageContext['lang'];
}

/** A matter's words and where it was raised. */
function Named({ matter: { id, said, unit }, nameOf, whole, lang }: NamedProps) {
  const words = matterWords(said, lang);
  const commune = communeOf(unit);
  return (
    <>
      <a href={pathTo('/matters/{id}', { id })}>
        {whole || words.length <= LETTERS ? words : `${words.slice(0, LETTERS)}…`}
      </a>{' '}
      <span class="muted">
        ({capitalized(nameOf(unit))}
        {commune !== unit && `, ${nameOf(commune)}`})
      </span>
    </>
  );
}

interface RestProps {
  readonly count: number;
  readonly all: string;
  readonly lang: PageContext['lang'];
}

/** How many rows had no room, with the way to them. */
function Rest({ count, all, lang }: RestProps) {
  if (count <= 0) return null;
  return (
    <p>
      <a href={all}>{memoTexts[lang].more(count)}</a>
    </p>
  );
}
