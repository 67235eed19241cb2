import type { Regime } from '#shared/regimes.ts';
import { commonTexts } from '#shared/texts/common.ts';
import { criterionGroupName, criterionName } from '#shared/texts/criteria.ts';
import { formTexts } from '#shared/texts/form.ts';
import { formatNumber } from '#shared/texts/format.ts';
import { FormSection } from '#web/form/form-section.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { SumLine } from '#web/form/sum-line.tsx';
import { TextField } from '#web/form/text-field.tsx';
import { WordsField } from '#web/form/words-field.tsx';

/**
 * Tự chấm điểm: the judged criteria of the regime and no other, under the headings of the score sheet. Blank until the
 * cell has scored them.
 */
export function ScoreSection({ form, regime }: { readonly form: FormState; readonly regime: Regime }) {
  const { lang } = form;
  const t = formTexts[lang];
  return (
    <FormSection id="s-score" title={`${t.score} ${commonTexts[lang].ifAny}`} hint={t.scoreHint}>
      <SumLine live="score" />
      {regime.groups
        .map(({ id, criteria }) => ({ id, judged: criteria.filter(({ how }) => how === 'judged') }))
        .filter(({ judged }) => judged.length > 0)
        .map(({ id, judged }) => (
          <fieldset key={id}>
            <legend>{criterionGroupName(id, lang)}</legend>
            {judged.map((criterion) => (
              <TextField
                key={criterion.id}
                form={form}
                name={`points.${criterion.id}`}
                kind="points"
                label={criterionName(criterion.id, lang)}
                hint={t.upTo(formatNumber(criterion.max, lang))}
                marked={false}
              />
            ))}
          </fieldset>
        ))}
      <WordsField form={form} name="deductionNote" />
    </FormSection>
  );
}
