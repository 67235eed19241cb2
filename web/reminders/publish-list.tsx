import { pathTo } from '#shared/access/routes.ts';
import { capitalized, formatDay } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Duty } from '#shared/reminders/duties.ts';
import { dutySentence, dutyTexts } from '#shared/reminders/texts/reminders.ts';
import { partsOfReportId } from '#shared/reports/report.ts';
import type { UnitId } from '#shared/units/units.ts';

interface PublishListProps {
  readonly duties: readonly Duty[];
  /** What a cell is called. */
  readonly nameOf: (cell: UnitId) => string;
  readonly lang: Lang;
}

/** So many are listed; each that is entered makes room for another. */
const MOST = 60;

/**
 * Where several results wait to be entered as published: each, with the page where that is done. A duty leads
 * here, and has counted them: they are folded away.
 */
export function PublishList({ duties, nameOf, lang }: PublishListProps) {
  return (
    <>
      {duties.map(
        (duty) =>
          duty.kind === 'publish' &&
          duty.reports.length > 1 && (
            <details key={duty.unit + duty.month} id={`publish-${duty.month}`}>
              <summary>{dutySentence(duty, lang)}</summary>
              <ul class="names">
                {duty.reports.slice(0, MOST).map((id) => {
                  const { cell, date } = partsOfReportId(id);
                  return (
                    <li key={id}>
                      <a href={pathTo('/reports/{id}/papers', { id })}>
                        {capitalized(nameOf(cell))}, {formatDay(date)}
                      </a>
                    </li>
                  );
                })}
              </ul>
              {duty.reports.length > MOST && <p class="hint">{dutyTexts[lang].others(duty.reports.length - MOST)}</p>}
            </details>
          ),
      )}
    </>
  );
}
