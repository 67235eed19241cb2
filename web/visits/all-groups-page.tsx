import { pathTo } from '#shared/access/routes.ts';
import { capitalized, formatMonth } from '#shared/language/format.ts';
import type { Month } from '#shared/period.ts';
import { memoTexts } from '#shared/visits/texts/memo.ts';
import { visitsTexts } from '#shared/visits/texts/visits.ts';
import { FiguresTable } from '#web/components/figures-table.tsx';
import { MonthNav } from '#web/components/month-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

/** A working group's month in numbers. */
export interface GroupLine {
  readonly number: number;
  readonly name: string;
  readonly planned: number;
  readonly done: number;
  readonly due: number;
  readonly overdue: number;
  /** How many of its cells it has attended in the month, and how many it has. */
  readonly covered: number;
  readonly cells: number;
  /** By commune, the cells that no group has attended for a year. */
  readonly never: readonly { readonly commune: string; readonly cells: readonly string[] }[];
}

interface AllGroupsPageProps {
  readonly context: PageContext;
  readonly month: Month;
  readonly previousMonth?: Month;
  readonly nextMonth?: Month;
  readonly groups: readonly GroupLine[];
}

const counts = ['planned', 'done', 'due', 'overdue'] as const;

/** All working groups of a district in a month: what they planned and made, what is late, and whom nobody attended. */
export function AllGroupsPage({ context, month, previousMonth, nextMonth, groups }: AllGroupsPageProps) {
  const { lang } = context;
  const t = visitsTexts[lang];
  const title = `${t.title}, ${formatMonth(month, lang)}`;
  const sum = (part: (typeof counts)[number]) => groups.reduce((total, each) => total + each[part], 0);
  const neverIn = ({ never }: GroupLine) => never.reduce((total, { cells }) => total + cells.length, 0);
  const heads = [t.planned, t.done, t.dueCount, t.overdueCount, t.covered, t.never, memoTexts[lang].title];
  const left = groups.filter(({ never }) => never.length > 0);
  return (
    <Document title={title} context={context} wide>
      <h1>{title}</h1>
      <p class="lead">{t.lead(sum('done'), sum('planned'), sum('due'), sum('overdue'))}</p>
      <MonthNav
        lang={lang}
        previous={previousMonth}
        next={nextMonth}
        to={(other) => pathTo('/visits', {}, { month: other, group: 'all' })}
      />
      <FiguresTable title={t.groups} first={t.groups} heads={heads} cards>
        <tbody>
          {groups.map((group) => (
            <tr key={group.number}>
              <th scope="row">
                <a href={pathTo('/visits', {}, { month, group: String(group.number) })}>{group.name}</a>
              </th>
              {counts.map((part, at) => (
                <td
                  key={part}
                  class={part === 'overdue' && group.overdue > 0 ? 'num missed' : 'num'}
                  data-as={`${heads[at]}: `}
                >
                  {group[part]}
                </td>
              ))}
              <td class="num" data-as={`${t.covered}: `}>
                {group.covered}/{group.cells}
              </td>
              <td class="num" data-as={`${t.never}: `}>
                {neverIn(group)}
              </td>
              {/* A month that has not begun has no next one, and nothing to tell. */}
              <td>
                {nextMonth && (
                  <a href={pathTo('/visits', {}, { view: 'memo', month, group: String(group.number) })}>
                    {memoTexts[lang].read}
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </FiguresTable>
      <section>
        <h2>{t.neverTitle}</h2>
        {left.length === 0 && <p>{t.neverNone}</p>}
        {left.map((group) => (
          <details key={group.number}>
            <summary>
              {group.name}: {neverIn(group)}
            </summary>
            <ul class="rows">
              {group.never.map(({ commune, cells }) => (
                <li key={commune}>
                  <b>{capitalized(commune)}:</b> {cells.join('; ')}
                </li>
              ))}
            </ul>
          </details>
        ))}
      </section>
    </Document>
  );
}
