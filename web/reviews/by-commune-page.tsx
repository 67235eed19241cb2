import { pathTo } from '#shared/access/routes.ts';
import { capitalized, formatInstant, formatMonth, formatNumber } from '#shared/language/format.ts';
import type { Instant, Month } from '#shared/period.ts';
import { reviewsTexts } from '#shared/reviews/texts/reviews.ts';
import type { UnitId } from '#shared/units/units.ts';
import { FiguresTable } from '#web/components/figures-table.tsx';
import { MonthNav } from '#web/components/month-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface ByCommunePageProps {
  readonly context: PageContext;
  readonly unit: { readonly id: UnitId; readonly name: string };
  readonly month: Month;
  readonly previousMonth?: Month;
  readonly nextMonth?: Month;
  /** Those in which most waits first; without a count nobody has counted them yet. */
  readonly communes: readonly { readonly unit: UnitId; readonly name: string; readonly count?: number }[];
  readonly total: number;
  /** When the first of the counts was made. */
  readonly countedAt?: Instant;
}

/** What waits for the board of a large district, commune by commune, with the way to each list. */
export function ByCommunePage(props: ByCommunePageProps) {
  const { context, unit, month, communes, total, countedAt } = props;
  const { lang } = context;
  const t = reviewsTexts[lang];
  const title = `${t.title}, ${formatMonth(month, lang)}`;
  return (
    <Document title={title} context={context} work>
      <h1>{title}</h1>
      <p class="lead">
        <b>{capitalized(unit.name)}.</b> {t.leadByCommune(formatNumber(total, lang))}
      </p>
      {countedAt && <p class="hint">{t.countedAt(formatInstant(countedAt))}</p>}
      <FiguresTable title={t.byCommune} first={t.commune} heads={[t.waitingCount]}>
        <tbody>
          {communes.map(({ unit: commune, name, count }) => (
            <tr key={commune}>
              <th scope="row">
                <a href={pathTo('/reviews', {}, { unit: commune, month })}>{capitalized(name)}</a>
              </th>
              <td class="num">
                {count === undefined ? <span class="muted">{t.notCounted}</span> : formatNumber(count, lang)}
              </td>
            </tr>
          ))}
        </tbody>
      </FiguresTable>
      <MonthNav
        lang={lang}
        previous={props.previousMonth}
        next={props.nextMonth}
        to={(other) => pathTo('/reviews', {}, { unit: unit.id, month: other })}
      />
      <p class="hint">{t.whoDistrict}</p>
    </Document>
  );
}
