import { pathTo } from '#shared/access/routes.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized, formatDay, formatMonth } from '#shared/language/format.ts';
import { type Day, type Month, monthOf } from '#shared/period.ts';
import { labelOf } from '#shared/reports/texts/fields.ts';
import { readingWords } from '#shared/scorecards/figure-words.ts';
import { findIndicator } from '#shared/scorecards/find-indicator.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';
import { type Column, columnLabels } from '#shared/scorecards/texts/indicators.ts';
import { fullName, type Group } from '#shared/units/units.ts';
import type { GroupCommune } from '#shared/visits/group-month.ts';
import { memoTexts } from '#shared/visits/texts/memo.ts';
import { visitedMeetingLabels, visitStateLabels, visitsTexts } from '#shared/visits/texts/visits.ts';
import { isDue, isOverdue, type Visit } from '#shared/visits/visit.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import { FiguresTable } from '#web/components/figures-table.tsx';
import { MonthNav } from '#web/components/month-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { ErrorSummary } from '#web/form/error-summary.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { TextField } from '#web/form/text-field.tsx';
import { MemberField } from '#web/visits/member-field.tsx';
import { PlansForm } from '#web/visits/plans-form.tsx';
import { UnitField, type VisitedUnit } from '#web/visits/unit-field.tsx';

interface Row {
  readonly visit: Visit;
  readonly unitName: string;
}

interface VisitsPageProps {
  readonly context: PageContext;
  readonly group: Group;
  readonly month: Month;
  readonly previousMonth?: Month;
  readonly nextMonth?: Month;
  /** All groups, if the reader may choose among them. */
  readonly groups: readonly Group[];
  readonly communes: readonly (GroupCommune & { readonly figures: readonly Indicator[] })[];
  readonly visits: readonly Row[];
  readonly units: readonly VisitedUnit[];
  readonly today: Day;
  readonly mayPlan: boolean;
  /** The typed fields of a plan that was refused. */
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
}

/** A working group's month: its communes with their results, its plan and its visits. */
export function VisitsPage(props: VisitsPageProps) {
  const { context, group, month, previousMonth, nextMonth, groups, communes, visits, units, today, mayPlan } = props;
  const { lang, session } = context;
  const t = visitsTexts[lang];
  // It is between the group and the district; and a month that has not begun has nothing to tell.
  const mayReadMemo = session?.role !== 'commune' && month <= monthOf(today);
  const title = `${group.name}, ${formatMonth(month, lang)}`;
  const form = { lang, typed: props.typed, errors: props.errors };
  const sum = (part: 'planned' | 'done' | 'due' | 'overdue') => communes.reduce((total, each) => total + each[part], 0);
  const query = (other: Month) => ({ month: other, ...(groups.length > 0 && { group: String(group.number) }) });
  return (
    <Document title={title} context={context} typing={form.errors.length > 0} wide>
      <h1>{title}</h1>
      {form.errors.some(({ field }) => field.startsWith('plans[')) ? (
        <RowMistakes form={form} title={t.planErrors} nameOf={(field) => nameOfRow(field, form)} />
      ) : (
        <ErrorSummary form={form} title={t.planErrors} shows={(name) => ['unit', 'date', 'member'].includes(name)} />
      )}
      <p class="lead">{t.lead(sum('done'), sum('planned'), sum('due'), sum('overdue'))}</p>
      <MonthNav
        lang={lang}
        previous={previousMonth}
        next={nextMonth}
        to={(other) => pathTo('/visits', {}, query(other))}
      />
      {groups.length > 0 && (
        <nav class="actions" aria-label={t.groups}>
          <a href={pathTo('/visits', {}, { month, group: 'all' })}>{t.allGroups}</a>
          {groups.map(({ number, name }) => (
            <a key={number} href={pathTo('/visits', {}, { month, group: String(number) })}>
              {name}
            </a>
          ))}
        </nav>
      )}
      <p class="actions">
        <a href={pathTo('/groups', {}, { month, group: String(group.number) })}>{t.groupPage}</a>{' '}
        {mayReadMemo && (
          <a href={pathTo('/visits', {}, { view: 'memo', month, group: String(group.number) })}>
            {memoTexts[lang].link}
          </a>
        )}
      </p>
      <Communes communes={communes} month={month} lang={lang} />
      <h2>{t.list}</h2>
      {visits.length === 0 ? <p>{t.none}</p> : <Visits visits={visits} today={today} mayPlan={mayPlan} lang={lang} />}
      {mayPlan && (
        <>
          <p class="actions">
            <a href={pathTo('/visits/new', {})}>{t.another}</a>
          </p>
          <h2>{t.plan}</h2>
          <form class="card" method="post" action={pathTo('/visits', {})} autocomplete="off">
            <CsrfField context={context} />
            <input type="hidden" name="action" value="plan" />
            <UnitField form={form} units={units} />
            <TextField form={form} name="date" kind="short" label={t.day} />
            <MemberField form={form} members={group.members ?? []} />
            <p class="send">
              <button type="submit">{t.planSend}</button>
            </p>
          </form>
          <PlansForm {...{ context, form, month, units }} members={group.members ?? []} />
        </>
      )}
    </Document>
  );
}

/** A field of the form that plans several visits: its row and its question. */
function nameOfRow(field: string, form: FormState): string {
  const row = Number(/\d+/.exec(field)?.[0] ?? 0) + 1;
  return `${visitsTexts[form.lang].planRow(row)}, ${labelOf(field.slice(field.lastIndexOf('.') + 1), form.lang, () => '').toLowerCase()}`;
}

interface CommunesProps extends Pick<VisitsPageProps, 'communes' | 'month'> {
  readonly lang: PageContext['lang'];
}

const figures = ['reported', 'attendance', 'score'] as const satisfies readonly Column[];

function Communes({ communes, month, lang }: CommunesProps) {
  const t = visitsTexts[lang];
  const heads = [
    ...figures.map((id) => columnLabels[lang][id]),
    t.planned,
    t.done,
    t.dueCount,
    t.overdueCount,
    t.covered,
  ];
  return (
    <FiguresTable title={t.communes} first={t.commune} heads={heads} cards>
      <tbody>
        {communes.map(({ commune, cells, planned, done, due, overdue, covered, figures: own }) => (
          <tr key={commune.id}>
            <th scope="row">
              {own.length > 0 ? (
                <a href={pathTo('/scorecards/{unit}/{month}', { unit: commune.id, month })}>
                  {capitalized(fullName(commune))}
                </a>
              ) : (
                capitalized(fullName(commune))
              )}
            </th>
            {figures.map((id, at) => (
              <td key={id} class="num" data-as={`${heads[at]}: `}>
                {reading(own, id, lang) ?? t.noFigures}
              </td>
            ))}
            <td class="num" data-as={`${t.planned}: `}>
              {planned}
            </td>
            <td class="num" data-as={`${t.done}: `}>
              {done}
            </td>
            <td class="num" data-as={`${t.dueCount}: `}>
              {due}
            </td>
            <td class={overdue > 0 ? 'num missed' : 'num'} data-as={`${t.overdueCount}: `}>
              {overdue}
            </td>
            <td class="num" data-as={`${t.covered}: `}>
              {covered}/{cells}
            </td>
          </tr>
        ))}
      </tbody>
    </FiguresTable>
  );
}

function reading(own: readonly Indicator[], id: Column, lang: PageContext['lang']): string | undefined {
  const found = findIndicator(own, id);
  return found && readingWords(found, lang);
}

interface VisitsProps extends Pick<VisitsPageProps, 'visits' | 'today' | 'mayPlan'> {
  readonly lang: PageContext['lang'];
}

function Visits({ visits, today, mayPlan, lang }: VisitsProps) {
  const t = visitsTexts[lang];
  return (
    <table class="data cards">
      <thead>
        <tr>
          <th scope="col">{t.day}</th>
          <th scope="col">{t.where}</th>
          <th scope="col">{t.who}</th>
          <th scope="col">{t.state}</th>
          {mayPlan && <th scope="col">{t.report}</th>}
        </tr>
      </thead>
      <tbody>
        {visits.map(({ visit, unitName }) => (
          <tr key={visit.id}>
            <th scope="row">{formatDay(visit.date)}</th>
            <td>
              <a href={pathTo('/visits/{id}', { id: visit.id })}>{capitalized(unitName)}</a>{' '}
              <span class="muted">{visitedMeetingLabels[lang][visit.meeting]}</span>
            </td>
            <td>{visit.member}</td>
            <td>
              {visitStateLabels[lang][visit.state]}{' '}
              {isDue(visit, today) && <span class="missed">({isOverdue(visit, today) ? t.overdue : t.due})</span>}
            </td>
            {mayPlan && (
              <td>{isDue(visit, today) && <a href={pathTo('/visits/new', {}, { visit: visit.id })}>{t.report}</a>}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
