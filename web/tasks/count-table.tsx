import { formatNumber } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { RowCount } from '#shared/tasks/count-rows.ts';
import { taskTexts } from '#shared/tasks/texts/tasks.ts';
import { FiguresTable } from '#web/components/figures-table.tsx';

interface Line extends RowCount<string> {
  /** The address of the list of these tasks alone. */
  readonly path: string;
}

interface CountTableProps {
  readonly lang: Lang;
  readonly title: string;
  readonly lines: readonly Line[];
  /** Those that have no line of their own. */
  readonly others?: readonly RowCount<string>[];
}

/** How many tasks have a post, a day or a unit in common, folded behind a line; each links to these alone. */
export function CountTable({ lang, title, lines, others = [] }: CountTableProps) {
  if (lines.length === 0) return null;
  const t = taskTexts[lang];
  const number = (count: number) => formatNumber(count, lang);
  const sum = (part: 'count' | 'overdue') => others.reduce((total, each) => total + each[part], 0);
  return (
    <details>
      <summary>{title}</summary>
      <FiguresTable title={title} first={title} heads={[t.count, t.overdueCount]}>
        <tbody>
          {lines.map(({ key, name, count, overdue, path }) => (
            <tr key={key}>
              <th scope="row">
                <a href={path}>{name}</a>
              </th>
              <td class="num">{number(count)}</td>
              <td class="num">{number(overdue)}</td>
            </tr>
          ))}
          {others.length > 0 && (
            <tr>
              <th scope="row">{t.others(others.length)}</th>
              <td class="num">{number(sum('count'))}</td>
              <td class="num">{number(sum('overdue'))}</td>
            </tr>
          )}
        </tbody>
      </FiguresTable>
    </details>
  );
}
