import { criterionName } from '#shared/judging/texts/criteria.ts';
import { formatNumber } from '#shared/language/format.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import { criteriaOf, isAskedOf } from '#shared/norms/rubric.ts';
import type { Report } from '#shared/reports/report.ts';
import { reportTexts } from '#shared/reports/texts/report.ts';
import type { FormState } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';

interface RescoringProps {
  readonly report: Report;
  readonly regime: Regime;
  readonly form: FormState;
}

/**
 * Asks for changed points for judged criteria, each with a reason. It stays closed unless opened or a field has a
 * mistake.
 */
export function Rescoring({ report, regime, form }: RescoringProps) {
  const { lang, errors } = form;
  const t = reportTexts[lang];
  const points = (id: string) => report.official?.[id]?.points ?? report.reviewed?.[id]?.points ?? report.points[id];
  const said = (value: number | undefined) => (value === undefined ? t.notYet : formatNumber(value, lang));
  return (
    <details open={errors.some(({ field }) => field.startsWith('review'))}>
      <summary>{t.rescore}</summary>
      <p class="hint">{t.rescoreHint}</p>
      {criteriaOf(regime)
        .filter((line) => isAskedOf(report.kind, line) || points(line.id) !== undefined)
        .map(({ id, max }) => (
          <fieldset key={id} class="row">
            <legend>
              {criterionName(id, lang)}: {said(points(id))}/{formatNumber(max, lang)}
            </legend>
            <TextField form={form} name={`review.${id}`} kind="points" label={t.otherPoints} />
            <TextField form={form} name={`reviewReason.${id}`} label={t.reason} />
          </fieldset>
        ))}
    </details>
  );
}
