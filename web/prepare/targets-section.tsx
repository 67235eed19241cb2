import { pathTo } from '#shared/access/routes.ts';
import { formatNumber } from '#shared/language/format.ts';
import { resultUnits } from '#shared/reports/result-units.ts';
import { targetTexts } from '#shared/targets/texts/targets.ts';
import { quarterNumberOf, yearOf } from '#shared/themes/thematic-plan.ts';
import { MoreSection } from '#web/components/more-section.tsx';
import type { PrepareProps } from '#web/prepare/prepare-props.ts';

/** How far the targets of the year are: in the quarter of the meeting, and in all. It is not on the sheet of A4. */
export function TargetsSection({ context, cell, prepared: { month }, targets = [] }: PrepareProps) {
  const { lang } = context;
  const t = targetTexts[lang];
  const quarter = quarterNumberOf(month);
  const number = (value: number) => formatNumber(value, lang);
  if (targets.length === 0) return null;
  return (
    <MoreSection title={t.title(yearOf(month))} count={targets.length}>
      <ul class="rows">
        {targets.map(({ id, target, byQuarter, done }) => {
          const set = target.quarters[quarter];
          const inQuarter = number(byQuarter[quarter]);
          return (
            <li key={id}>
              {target.what} ({resultUnits[target.unit][lang]}): {t.quarter(quarter)}{' '}
              {set === undefined ? inQuarter : t.of(inQuarter, number(set))}; {t.all}{' '}
              <b>{t.of(number(done), number(target.quantity))}</b>
            </li>
          );
        })}
      </ul>
      <p class="actions">
        <a href={pathTo('/targets', {}, { cell: cell.id, year: yearOf(month) })}>{t.toTargets}</a>
      </p>
    </MoreSection>
  );
}
