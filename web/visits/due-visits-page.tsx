import { pathTo } from '#shared/access/routes.ts';
import { capitalized, formatDay, formatMonth } from '#shared/language/format.ts';
import type { Month } from '#shared/period.ts';
import { communeOf, type UnitId } from '#shared/units/units.ts';
import { visitedMeetingLabels, visitsTexts } from '#shared/visits/texts/visits.ts';
import type { Visit } from '#shared/visits/visit.ts';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface DueVisitsPageProps {
  readonly context: PageContext;
  readonly visits: readonly Visit[];
  readonly nameOf: (unit: UnitId) => string;
  /** The only month of which they are. */
  readonly month?: Month;
}

/** The visits whose day is past and that nobody has reported: who should, where, and since when. */
export function DueVisitsPage({ context, visits, nameOf, month }: DueVisitsPageProps) {
  const { lang, session } = context;
  const t = visitsTexts[lang];
  return (
    <Document title={t.dueTitle} context={context} wide>
      <h1>{t.dueTitle}</h1>
      <p class="lead">
        {month && `${capitalized(formatMonth(month, lang))}. `}
        {t.dueLead(visits.length)}
      </p>
      {visits.length > 0 && (
        <table class="data cards">
          <thead>
            <tr>
              <th scope="col">{t.where}</th>
              <th scope="col">{t.day}</th>
              <th scope="col">{t.group}</th>
            </tr>
          </thead>
          <tbody>
            {visits.map(({ id, unit, date, group, meeting }) => (
              <tr key={id}>
                <th scope="row">
                  <a
                    href={
                      session?.role === 'group'
                        ? pathTo('/visits/new', {}, { visit: id })
                        : pathTo('/visits/{id}', { id })
                    }
                  >
                    {capitalized(nameOf(unit))}
                    {communeOf(unit) !== unit && `, ${nameOf(communeOf(unit))}`}
                  </a>
                  <div class="muted">{visitedMeetingLabels[lang][meeting]}</div>
                </th>
                <td data-as={`${t.day}: `}>{formatDay(date)}</td>
                <td>{t.groupNumber(group)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="actions">
        <a href={pathTo('/visits', {}, month ? { month } : {})}>{t.back}</a>
      </p>
    </Document>
  );
}
