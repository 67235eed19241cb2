import { capitalized } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { kinds } from '#shared/reports/choices.ts';
import type { ReportId } from '#shared/reports/report.ts';
import type { ReviewRow } from '#shared/reviews/review-list.ts';
import { reviewsTexts } from '#shared/reviews/texts/reviews.ts';
import { communeOf, fullName, type UnitId } from '#shared/units/units.ts';
import { Findings } from '#web/reviews/findings.tsx';

interface ReviewRowsProps {
  readonly lang: Lang;
  readonly rows: readonly ReviewRow[];
  /** Whether cells of several communes are listed. */
  readonly namesCommunes: boolean;
  readonly nameOf: (unit: UnitId) => string;
  readonly pathOf: (report: ReportId) => string;
  /** The ticked reports of a form that was refused. */
  readonly ticked: ReadonlySet<string>;
}

/** The reports that wait, each with a box to tick and all that stands out in it. */
export function ReviewRows({ lang, rows, namesCommunes, nameOf, pathOf, ticked }: ReviewRowsProps) {
  const t = reviewsTexts[lang];
  return (
    <ul class="reviews">
      {rows.map(({ id, kind, state, revision, cell, present, required, minutes, findings, flags }) => {
        const name = capitalized(fullName(cell));
        return (
          <li key={id}>
            <label>
              <input type="checkbox" checked={ticked.has(id)} name={`tick.${id}`} value={revision} />
              <span class="unseen">{t.tick(`${name}, ${kinds[kind][lang].toLowerCase()}`)}</span>
            </label>
            <div>
              <a href={pathOf(id)}>
                <b>{name}</b>
                {namesCommunes && ` ${nameOf(communeOf(cell.id))}`}
              </a>{' '}
              <span class="muted">
                {kinds[kind][lang].toLowerCase()}, {t.facts(present, required, minutes)}
                {state === 'confirmed' && `; ${t.sampled}`}
              </span>
              <Findings findings={findings} flags={flags} lang={lang} nameOf={nameOf} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
