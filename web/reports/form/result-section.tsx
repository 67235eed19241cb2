import { partsOf } from '#shared/reports/find-field.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { Question } from '#web/form/question.tsx';
import { LessRows, MoreRows, upTo } from '#web/form/row-buttons.tsx';
import { SelectField } from '#web/form/select-field.tsx';
import { PlainSection } from '#web/reports/form/plain-section.tsx';
import type { SectionProps } from '#web/reports/form/section-props.ts';

/**
 * Nghị quyết, kết luận: what was adopted, and folded away what resolutions have brought about in numbers. Most months have
 * none: the first row comes when it is asked for.
 */
export function ResultSection(props: SectionProps) {
  const isOpen = props.rows.results > 0 && { open: true };
  return <PlainSection {...props} {...isOpen} list={<ResultRows {...props} />} />;
}

function ResultRows({ table, form, rows, action }: SectionProps) {
  const t = formTexts[form.lang];
  return (
    <>
      {rows.results > 0 && <p class="hint">{t.resultsHint}</p>}
      {upTo(rows.results).map((n) => (
        <fieldset key={n} class="row">
          <legend>{t.resultRow(n + 1)}</legend>
          {partsOf('results', table).map(([part, field]) => {
            const asked = { form, name: `results[${n}].${part}`, field, table };
            if (field.kind !== 'choice') return <Question key={part} {...asked} />;
            return <SelectField key={part} {...asked} field={field} prompt={t.chooseUnit} />;
          })}
          <LessRows form={form} action={action} section="s-result" list="results" n={n} />
        </fieldset>
      ))}
      <MoreRows form={form} action={action} section="s-result" list="results" />
    </>
  );
}
