import { formatNumber } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { resultUnits } from '#shared/reports/result-units.ts';
import { parseTargetId } from '#shared/reports/target-id.ts';
import type { TargetProgress } from '#shared/targets/progress.ts';
import { targetTexts } from '#shared/targets/texts/targets.ts';
import { quarterNumbers } from '#shared/themes/thematic-plan.ts';
import type { UnitId } from '#shared/units/units.ts';

interface ProgressTableProps {
  readonly progress: readonly TargetProgress[];
  /** Targets of other cells are those that it carries on. */
  readonly cell: UnitId;
  readonly lang: Lang;
}

/** A year's targets: in each quarter what was done of what was set, and in all. */
export function ProgressTable({ progress, cell, lang }: ProgressTableProps) {
  const t = targetTexts[lang];
  const number = (value: number) => formatNumber(value, lang);
  return (
    <>
      <section class="scroll" aria-label={t.progress} tabindex={0}>
        <table class="data cards">
          <caption>{t.progress}</caption>
          <thead>
            <tr>
              <th scope="col">{t.target}</th>
              {quarterNumbers.map((quarter) => (
                <th key={quarter} scope="col" class="num">
                  {t.quarter(quarter)}
                </th>
              ))}
              <th scope="col" class="num">
                {t.all}
              </th>
            </tr>
          </thead>
          <tbody>
            {progress.map(({ id, target, since, byQuarter, done, meetings }) => (
              <tr key={id}>
                <th scope="row">
                  {target.what} ({resultUnits[target.unit][lang]}
                  {target.until && `; ${t.term(since, target.until)}`}
                  {parseTargetId(id)?.cell !== cell && `; ${t.before}`})<div class="hint">{t.meetings(meetings)}</div>
                </th>
                {quarterNumbers.map((quarter) => {
                  const set = target.quarters[quarter];
                  const words = number(byQuarter[quarter]);
                  return (
                    <td key={quarter} class="num" data-as={`${t.quarter(quarter)}: `}>
                      {set === undefined ? words : t.of(words, number(set))}
                    </td>
                  );
                })}
                <td class="num" data-as={`${t.all}: `}>
                  <b>{t.of(number(done), number(target.quantity))}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="hint">{t.note}</p>
    </>
  );
}
