import { pathTo } from '#shared/access/routes.ts';
import { capitalized, formatDay } from '#shared/language/format.ts';
import { ageNames, type BacklogLine } from '#shared/matters/backlog.ts';
import type { MatterLevel, TrackedMatter } from '#shared/matters/matter.ts';
import { ageLabels, matterLevelLabels, matterStateLabels, mattersTexts } from '#shared/matters/texts/matters.ts';
import { type Day, dayAt } from '#shared/period.ts';
import { severities } from '#shared/reports/choices.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import { type Topic, topics } from '#shared/reports/topics.ts';
import type { UnitId } from '#shared/units/units.ts';
import { FiguresTable } from '#web/components/figures-table.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { matterWords } from '#web/matters/matter-words.ts';
import { type FilterUnit, MattersFilter } from '#web/matters/matters-filter.tsx';

/** A matter in the list. */
interface Row {
  readonly matter: TrackedMatter;
  readonly unitName: string;
  /** Blank in the list of one commune. */
  readonly communeName: string;
  readonly due: Day;
  readonly overdue: boolean;
  /** Whether the day that was promised went by. */
  readonly promiseOver: boolean;
}

interface MattersPageProps {
  readonly context: PageContext;
  readonly unit: { readonly id: UnitId; readonly name: string };
  /** The units that the reader may choose, its own first. */
  readonly units: readonly FilterUnit[];
  readonly backlog: readonly BacklogLine[];
  readonly matters: readonly Row[];
  /** Shows closed matters in place of open ones, or of these only what is overdue. */
  readonly state?: 'closed' | 'overdue';
  /** Only what waits for an answer at this level. */
  readonly level?: MatterLevel;
  /** How many there are on all pages. */
  readonly total: number;
  /** The only topic shown, if one is chosen. */
  readonly topic?: Topic;
  /** The page number, counted from 1. */
  readonly page: number;
  readonly more: boolean;
}

/** The matters that wait for an answer: counts by topic and age, then a list. */
export function MattersPage({
  context,
  unit,
  units,
  backlog,
  matters,
  state,
  level,
  total,
  topic,
  page,
  more,
}: MattersPageProps) {
  const { lang } = context;
  const t = mattersTexts[lang];
  const closed = state === 'closed';
  const isPart = state === 'overdue' || level !== undefined || topic !== undefined;
  const sum = (part: 'open' | 'overdue') => backlog.reduce((total, line) => total + line[part], 0);
  const to = (changes: Readonly<Record<string, string>>) => pathTo('/matters', {}, { unit: unit.id, ...changes });
  const here = { ...(state && { state }), ...(level && { level }), ...(topic && { topic }) };
  return (
    <Document title={t.title} context={context} wide work>
      <h1>{t.title}</h1>
      <p class="lead">
        <b>{capitalized(unit.name)}.</b> {!closed && t.lead(sum('open'), sum('overdue'))}
      </p>
      <p class="actions">
        {closed ? <a href={to({})}>{t.list}</a> : <a href={to({ state: 'closed' })}>{t.closedList}</a>}{' '}
        {isPart && <a href={to(closed ? { state: 'closed' } : {})}>{t.all}</a>}
      </p>
      <MattersFilter
        {...{ lang, units, unit: unit.id }}
        {...(level && { level })}
        others={{ ...(state && { state }), ...(topic && { topic }) }}
      />
      {backlog.length > 0 && state !== 'overdue' && level === undefined && (
        <Backlog backlog={backlog} lang={lang} to={(code) => to({ topic: code })} />
      )}
      <h2>
        {closed ? t.closedList : t.list}
        {topic && `: ${topics[topic][lang]}`}
        {state === 'overdue' && `, ${t.overdue}`}
        {level && ` (${matterLevelLabels[lang][level]})`}
        {isPart && `: ${total}`}
      </h2>
      {matters.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <List matters={matters} closed={closed} list={{ unit: unit.id, ...here }} lang={lang} />
      )}
      {(page > 1 || more) && (
        <p class="actions">
          {page > 1 && <a href={to({ ...here, page: String(page - 1) })}>{t.less}</a>}{' '}
          {more && <a href={to({ ...here, page: String(page + 1) })}>{t.more}</a>}
        </p>
      )}
    </Document>
  );
}

interface BacklogProps {
  readonly backlog: readonly BacklogLine[];
  readonly lang: PageContext['lang'];
  readonly to: (topic: Topic) => string;
}

function Backlog({ backlog, lang, to }: BacklogProps) {
  const t = mattersTexts[lang];
  const heads = [...ageNames.map((age) => ageLabels[lang][age]), t.openCount, t.overdueCount];
  return (
    <FiguresTable title={t.backlog} first={t.topic} heads={heads}>
      <tbody>
        {backlog.map(({ topic, ages, open, overdue }) => (
          <tr key={topic}>
            <th scope="row">
              <a href={to(topic)}>{topics[topic][lang]}</a>
            </th>
            {[...ageNames.map((age) => ages[age]), open, overdue].map((count, at) => (
              <td key={heads[at]} class="num">
                {count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </FiguresTable>
  );
}

interface ListProps extends Pick<MattersPageProps, 'matters'> {
  readonly closed: boolean;
  /** What chose the list: a matter's page leads on within it. */
  readonly list: Readonly<Record<string, string>>;
  readonly lang: PageContext['lang'];
}

function List({ matters, closed, list, lang }: ListProps) {
  const t = mattersTexts[lang];
  return (
    <table class="data cards">
      <thead>
        <tr>
          <th scope="col">{t.matter}</th>
          <th scope="col">{t.where}</th>
          <th scope="col">{t.state}</th>
          <th scope="col">{closed ? t.closedAt : t.due}</th>
        </tr>
      </thead>
      <tbody>
        {matters.map(({ matter: { id, said, state, level, closedAt, promised }, unitName, communeName, ...row }) => (
          <tr key={id}>
            <th scope="row">
              <a href={pathTo('/matters/{id}', { id }, list)}>{matterWords(said, lang)}</a>
              <div class="muted">
                {topics[said.topic][lang]}.{' '}
                {said.bypass === 'yes' && `${reportFields.matters.parts.bypass.label[lang]}. `}
                {t.severity}: {severities[said.severity][lang].toLowerCase()}
              </div>
            </th>
            <td>
              {capitalized(unitName)}
              {communeName && `, ${communeName}`}
            </td>
            <td>
              {matterStateLabels[lang][state]} <span class="muted">({matterLevelLabels[lang][level]})</span>
            </td>
            <td data-as={`${closedAt ? t.closedAt : t.due}: `}>
              {formatDay(closedAt ? dayAt(closedAt) : row.due)}{' '}
              {row.overdue && <span class="missed">({t.overdue})</span>}
              {promised && (
                <div class="muted">
                  {t.promised} {formatDay(promised)} {row.promiseOver && <span class="missed">({t.promiseOver})</span>}
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
