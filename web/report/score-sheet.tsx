import type { Judgement } from '#shared/judgement.ts';
import { gradeLabels } from '#shared/texts/choices.ts';
import { criterionName } from '#shared/texts/criteria.ts';
import { formatNumber } from '#shared/texts/format.ts';
import type { Lang } from '#shared/texts/lang.ts';
import { reportTexts } from '#shared/texts/report.ts';

/** Every criterion with its points and why, as the committee would read it out. */
export function ScoreSheet({ judgement, lang }: { readonly judgement: Judgement; readonly lang: Lang }) {
  const t = reportTexts[lang];
  const { criteria, total, grade } = judgement;
  const open = criteria.filter(({ points }) => points === undefined).map(({ id }) => criterionName(id, lang));
  return (
    <section>
      <h2>{t.score}</h2>
      <table class="data cards sheet">
        <thead>
          <tr>
            <th scope="col">{t.criterion}</th>
            <th scope="col" class="num">
              {t.points}
            </th>
            <th scope="col">{t.why}</th>
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ id, points, max, how, why }) => (
            <tr key={id}>
              <th scope="row">{criterionName(id, lang)}</th>
              <td class="num">
                {points === undefined ? t.notYet : formatNumber(points, lang)}/{formatNumber(max, lang)}
              </td>
              <td>
                {why} <span class="muted">({t[how]})</span>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.total}</th>
            <td class="num">
              {formatNumber(total.points, lang)}/{formatNumber(total.max, lang)}
            </td>
            <td>
              {grade && (
                <>
                  {t.grade}: <b>{gradeLabels[lang][grade]}</b> {!total.complete && `(${t.provisional})`}
                </>
              )}
            </td>
          </tr>
        </tfoot>
      </table>
      {open.length > 0 && <p class="hint">{t.notJudged(open.join('; '))}</p>}
    </section>
  );
}
