import { criterionGroupName, criterionName } from '#shared/judging/texts/criteria.ts';
import { formatNumber } from '#shared/language/format.ts';
import { type Criterion, isAskedOf } from '#shared/norms/rubric.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { Fold } from '#web/form/fold.tsx';
import { holds } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';
import { Questions } from '#web/reports/form/plain-section.tsx';
import type { SectionProps } from '#web/reports/form/section-props.ts';

/**
 * Tự chấm điểm: only the judged criteria of the regime, under the headings of the score sheet. They are blank until the
 * cell has scored them.
 */
export function ScoreSection({ table, form, regime }: SectionProps) {
  const { lang } = form;
  const t = formTexts[lang];
  const { typed } = form;
  // What was typed stays, whatever kind is chosen by now.
  const isShown = (line: Criterion) =>
    isAskedOf(typed['kind'], line) || (line.how === 'judged' && Boolean(typed[`points.${line.id}`]));
  return (
    <section id="s-score">
      <Fold title={<h2>{t.score}</h2>} open={holds(form, (name) => name.startsWith('points.') || name in table)}>
        <p class="hint">{t.scoreHint}</p>
        {regime.groups
          .map(({ id, criteria }) => ({ id, judged: criteria.filter(isShown) }))
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
                />
              ))}
            </fieldset>
          ))}
        <Questions form={form} table={table} />
      </Fold>
    </section>
  );
}
