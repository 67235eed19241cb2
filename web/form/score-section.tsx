import type { Regime } from '#shared/regimes.ts';
import { criterionName } from '#shared/texts/criteria.ts';
import { formTexts } from '#shared/texts/form.ts';
import { formatNumber } from '#shared/texts/format.ts';
import { FormSection } from '#web/form/form-section.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';
import { WordsField } from '#web/form/words-field.tsx';

/** Tự chấm điểm: the judged criteria of the regime and no other. Blank until the cell has scored them. */
export function ScoreSection({ form, regime }: { readonly form: FormState; readonly regime: Regime }) {
  const { lang } = form;
  const t = formTexts[lang];
  return (
    <FormSection id="s-score" title={t.score} hint={t.scoreHint}>
      {regime.criteria
        .filter(({ how }) => how === 'judged')
        .map(({ id, max }) => (
          <TextField
            key={id}
            form={form}
            name={`points.${id}`}
            kind="count"
            label={criterionName(id, lang)}
            hint={t.upTo(formatNumber(max, lang))}
          />
        ))}
      <WordsField form={form} name="deductionNote" />
    </FormSection>
  );
}
