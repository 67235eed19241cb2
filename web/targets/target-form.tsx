import { pathTo } from '#shared/access/routes.ts';
import { MOST_ROWS } from '#shared/input/fields.ts';
import { resultUnits } from '#shared/reports/result-units.ts';
import { targetTexts } from '#shared/targets/texts/targets.ts';
import { quarterNumbers, type Year } from '#shared/themes/thematic-plan.ts';
import type { UnitId } from '#shared/units/units.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Fold } from '#web/form/fold.tsx';
import { type FormState, rowCount } from '#web/form/form-state.ts';
import { upTo } from '#web/form/row-buttons.tsx';
import { SelectField } from '#web/form/select-field.tsx';
import { TextField } from '#web/form/text-field.tsx';
import { typedOf } from '#web/refill-forms.ts';

interface TargetFormProps {
  readonly context: PageContext;
  readonly form: FormState;
  readonly cell: UnitId;
  readonly year: Year;
  readonly baseRevision: number;
}

/** A row for each target: what, how much of which unit in the year, and in each quarter. */
export function TargetForm({ context, form, cell, year, baseRevision }: TargetFormProps) {
  const t = targetTexts[form.lang];
  const unit = { kind: 'choice', choices: resultUnits, label: { vi: t.unit, en: t.unit } } as const;
  const isWrong = (n: number) => form.errors.some(({ field }) => field.startsWith(`targets[${n}]`));
  return (
    <section id="edit">
      <h2>{t.edit}</h2>
      <form method="post" action={pathTo('/targets', {})} autocomplete="off">
        <CsrfField context={context} />
        <input type="hidden" name="cell" value={cell} />
        <input type="hidden" name="year" value={year} />
        <input type="hidden" name="baseRevision" value={baseRevision} />
        {/* Enter in a field presses the first button, which must remove nothing. */}
        <button type="submit" name="press" value="store" class="unseen" tabindex={-1}>
          {t.send}
        </button>
        {upTo(rowCount('targets', [form.typed, ...typedOf(context, '/targets', { cell, year })], 1, MOST_ROWS)).map(
          (n) => {
            const at = `targets[${n}]`;
            const row = form.typed[`${at}.row`];
            const what = (form.typed[`${at}.what`] ?? '').trim();
            return (
              <Fold key={n} title={<b>{what === '' ? t.row(n + 1) : what}</b>} open={what === '' || isWrong(n)}>
                <fieldset class="row">
                  <legend>{t.row(n + 1)}</legend>
                  {row && <input type="hidden" name={`${at}.row`} value={row} />}
                  <TextField form={form} name={`${at}.what`} label={t.what} />
                  <SelectField form={form} name={`${at}.unit`} field={unit} prompt={t.chooseUnit} />
                  <TextField form={form} name={`${at}.quantity`} label={t.quantity} kind="points" />
                  {quarterNumbers.map((quarter) => (
                    <TextField
                      key={quarter}
                      form={form}
                      name={`${at}.q${quarter}`}
                      label={t.quarter(quarter)}
                      kind="points"
                    />
                  ))}
                  <TextField form={form} name={`${at}.until`} label={t.until} hint={t.untilHint} kind="short" />
                  <button type="submit" class="quiet" name="press" value={`less.${n}`}>
                    {t.less} {n + 1}
                  </button>
                </fieldset>
              </Fold>
            );
          },
        )}
        <p class="send">
          <button type="submit" class="quiet" name="press" value="more">
            {t.more}
          </button>{' '}
          <button type="submit">{t.send}</button>
        </p>
      </form>
    </section>
  );
}
