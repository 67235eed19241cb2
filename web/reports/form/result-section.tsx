import { partsOf } from '#shared/reports/find-field.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { targetTexts } from '#shared/targets/texts/targets.ts';
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
  const list = (
    <>
      <ServesField {...props} />
      <ResultRows {...props} />
    </>
  );
  return <PlainSection {...props} {...isOpen} list={list} />;
}

/** Asks which target the resolution serves, where the cell has any; one that was chosen and is not known stays. */
function ServesField({ table, form, targets }: SectionProps) {
  const field = table['serves'];
  const chosen = form.typed['serves'] ?? '';
  const choices = new Map<string, string>(targets);
  if (chosen !== '' && !choices.has(chosen)) choices.set(chosen, chosen);
  if (!field || choices.size === 0) return null;
  const said = Object.fromEntries([...choices].map(([id, what]) => [id, { vi: what, en: what }]));
  return (
    <SelectField
      form={form}
      name="serves"
      field={{ kind: 'choice', label: field.label, choices: said }}
      prompt={targetTexts[form.lang].servesNone}
    />
  );
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
