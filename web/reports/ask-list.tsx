import { pathTo } from '#shared/access/routes.ts';
import { capitalized, formatDay, formatInstant } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { AnsweredAsk } from '#shared/reports/ask.ts';
import { parseReportId } from '#shared/reports/report.ts';
import { askTexts } from '#shared/reports/texts/ask.ts';
import type { UnitId } from '#shared/units/units.ts';

interface AskListProps {
  readonly asks: readonly AnsweredAsk[];
  /** What a cell is called. */
  readonly nameOf: (cell: UnitId) => string;
  /** Whether the reader answers. */
  readonly answers: boolean;
  readonly lang: Lang;
}

/** What was asked about reports of closed months, each with the link to the report. */
export function AskList({ asks, nameOf, answers, lang }: AskListProps) {
  const t = askTexts[lang];
  if (asks.length === 0) return null;
  return (
    <table id="asks" class="data cards board brief">
      <caption>{t.listTitle}</caption>
      <tbody>
        {asks.map(({ id, number, at, answer }) => {
          const { cell = '', date } = parseReportId(id) ?? {};
          return (
            <tr key={`${id} ${number}`}>
              <th scope="row">{capitalized(nameOf(cell))}</th>
              <td class="received">
                {date && formatDay(date)}: <b>{answer ? t[answer.kind] : t.waiting}</b>{' '}
                <span class="muted">{formatInstant(answer?.at ?? at)}</span>
              </td>
              <td>
                <a class="btn" href={`${pathTo('/reports/{id}', { id })}#asks`}>
                  {answers && !answer ? t.answer : t.see}
                </a>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
