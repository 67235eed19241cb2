import { pathTo } from '#shared/access/routes.ts';
import { capitalized, formatInstant, formatNumber, formatPeriod } from '#shared/language/format.ts';
import type { Instant, Month, Period } from '#shared/period.ts';
import { taskStateLabels, taskTexts } from '#shared/tasks/texts/tasks.ts';
import type { UnitId } from '#shared/units/units.ts';
import { FiguresTable } from '#web/components/figures-table.tsx';
import { MonthNav } from '#web/components/month-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

/** Tasks that meetings followed up, as they said. */
interface Counts {
  readonly due: number;
  readonly done: number;
  readonly overdue: number;
}

interface CountedPageProps {
  readonly context: PageContext;
  readonly unit: { readonly id: UnitId; readonly name: string };
  readonly month: Period;
  readonly previousMonth?: Month;
  readonly nextMonth?: Month;
  readonly counts: Counts;
  /** Those with most overdue first. */
  readonly communes: readonly ({ readonly unit: UnitId; readonly name: string } & Counts)[];
  readonly countedAt: Instant;
}

const states = ['overdue', 'done', 'due'] as const;

/** The tasks of a large district, commune by commune, with the way to each list. */
export function CountedPage(props: CountedPageProps) {
  const { context, unit, month, counts, communes, countedAt } = props;
  const { lang } = context;
  const t = taskTexts[lang];
  const number = (count: number) => formatNumber(count, lang);
  const listOf = (commune: UnitId, state: string) => pathTo('/tasks', {}, { unit: commune, month, state });
  return (
    <Document title={`${t.title}: ${unit.name}`} context={context} wide>
      <h1>{t.title}</h1>
      <p class="lead">
        <b>{capitalized(unit.name)}.</b>{' '}
        {t.leadSaid(number(counts.overdue), number(counts.due), formatPeriod(month, lang))}
      </p>
      <p class="hint">
        {t.saidHint} {t.countedAt(formatInstant(countedAt))}
      </p>
      <FiguresTable title={t.byCommune} first={t.commune} heads={states.map((state) => taskStateLabels[lang][state])}>
        <tbody>
          {communes.map((commune) => (
            <tr key={commune.unit}>
              <th scope="row">
                <a href={listOf(commune.unit, 'overdue')}>{capitalized(commune.name)}</a>
              </th>
              {states.map((state) => (
                <td key={state} class={state === 'overdue' && commune.overdue > 0 ? 'num missed' : 'num'}>
                  {number(commune[state])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </FiguresTable>
      <MonthNav
        lang={lang}
        previous={props.previousMonth}
        next={props.nextMonth}
        to={(other) => pathTo('/tasks', {}, { unit: unit.id, month: other })}
      />
    </Document>
  );
}
