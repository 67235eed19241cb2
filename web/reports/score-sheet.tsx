import { Fragment } from 'preact';
import type { CriterionResult, Judgement } from '#shared/judging/judgement.ts';
import { reasonWords } from '#shared/judging/reason-words.ts';
import type { Scores } from '#shared/judging/scores.ts';
import { criterionGroupName, criterionName } from '#shared/judging/texts/criteria.ts';
import { reasons } from '#shared/judging/texts/reasons.ts';
import { formatNumber } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { reportTexts } from '#shared/reports/texts/report.ts';
import { gradeLabels } from '#shared/reports/texts/states.ts';

interface ScoreSheetProps {
  readonly judgement: Judgement;
  readonly scores: Scores;
  readonly lang: Lang;
}

/** Shows every criterion with its points and the reason, as the committee would read it out. */
export function ScoreSheet({ judgement, scores, lang }: ScoreSheetProps) {
  const t = reportTexts[lang];
  const { criteria, total, grade, gatedBy } = judgement;
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
        {[...Map.groupBy(criteria, ({ group }) => group)].map(([group, lines]) => (
          <tbody key={group}>
            <tr class="group">
              <th scope="rowgroup" colspan={3}>
                {criterionGroupName(group, lang)}: {pointsOf(sumOf(lines), lang)}
              </th>
            </tr>
            {lines.map((line) => (
              <tr key={line.id}>
                <th scope="row">{criterionName(line.id, lang)}</th>
                <td class="num">
                  {line.points === undefined ? t.notYet : formatNumber(line.points, lang)}/
                  {formatNumber(line.max, lang)}
                </td>
                <td>
                  {reasonWords(line, reasons[lang])}{' '}
                  {line.how === 'computed' && <span class="muted">({t.computed})</span>}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <th scope="row">{t.total}</th>
            <td class="num">{pointsOf(total, lang)}</td>
            <td>
              {t.grade}: {grade ? <b>{gradeLabels[lang][grade]}</b> : t.ungraded}
            </td>
          </tr>
        </tfoot>
      </table>
      <ThreeScores scores={scores} lang={lang} />
      {gatedBy && <p class="hint">{t.gatedBy(gatedBy.map((id) => criterionName(id, lang)).join('; '))}</p>}
      {open.length > 0 && (
        <p class="hint">{t.notJudged(pointsOf({ points: total.max, max: total.reachable }, lang), open.join('; '))}</p>
      )}
    </section>
  );
}

/** Shows who gave which points, once somebody other than the cell has judged. */
function ThreeScores({ scores, lang }: { readonly scores: Scores; readonly lang: Lang }) {
  const t = reportTexts[lang];
  if (!scores.reviewed && !scores.official) return null;
  return (
    <dl class="facts">
      {(['self', 'reviewed', 'official'] as const).map((level) => {
        const score = scores[level];
        return (
          score && (
            <Fragment key={level}>
              <dt>{t[level]}</dt>
              <dd>
                {pointsOf(score.total, lang)} {score.grade ? gradeLabels[lang][score.grade] : t.ungraded}
              </dd>
            </Fragment>
          )
        );
      })}
    </dl>
  );
}

interface Points {
  readonly points: number;
  readonly max: number;
}

function pointsOf({ points, max }: Points, lang: Lang): string {
  return `${formatNumber(points, lang)}/${formatNumber(max, lang)}`;
}

/** Sums the lines of a heading. A line without points adds only its maximum. */
function sumOf(lines: readonly CriterionResult[]): Points {
  const sum = (value: (line: CriterionResult) => number) => lines.reduce((total, line) => total + value(line), 0);
  return { points: sum(({ points = 0 }) => points), max: sum(({ max }) => max) };
}
