import type { ComponentChildren } from 'preact';
import { pathTo } from '#shared/access/routes.ts';
import type { ActionStep, TrackedAction } from '#shared/actions/action.ts';
import type { SaidStep } from '#shared/actions/parse-action.ts';
import { actionsTexts } from '#shared/actions/texts/actions.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { monthDigits } from '#shared/language/format.ts';
import type { Month } from '#shared/period.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import type { FormState } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';
import { WordsField } from '#web/form/words-field.tsx';

interface StepFormsProps {
  readonly context: PageContext;
  readonly action: TrackedAction;
  /** The list from which the reader came, and is led back to. */
  readonly list?: Readonly<Record<string, string>>;
  readonly steps: readonly ActionStep[];
  readonly thisMonth: Month;
  /** Whether the figure is still missed, so that closing must say why. */
  readonly missed: boolean;
  /** Which form was sent, and what was wrong with it. */
  readonly sent?: SaidStep['kind'];
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
}

/** The forms for what may be done about an open action now, one each. */
export function StepForms(props: StepFormsProps) {
  const { context, action, list = {}, steps, thisMonth, missed, sent, typed, errors } = props;
  const { lang } = context;
  const t = actionsTexts[lang];
  const formOf = (step: SaidStep['kind'], start: Typed = {}): FormState =>
    sent === step ? { lang, typed, errors } : { lang, typed: start, errors: [] };
  const frame = { context, action, list };
  const progress = formOf('progress', { month: monthDigits(thisMonth) });
  const close = formOf('close');
  return (
    <>
      {steps.includes('progress') && (
        <StepFrame {...frame} step="progress" title={t.progressTitle} send={t.sendProgress}>
          <p class="hint">{t.progressHint}</p>
          <TextField form={progress} name="month" label={t.month} kind="short" hint={t.monthHint} must />
          <WordsField form={progress} name="said" label={t.said} must />
          <TextField form={progress} name="counted" label={t.counted} kind="count" hint={t.countedHint} />
          <TextField form={progress} name="countedOf" label={t.countedOf} kind="count" />
        </StepFrame>
      )}
      {steps.includes('close') && (
        <StepFrame {...frame} step="close" title={t.closeTitle} send={t.sendClose}>
          <WordsField form={close} name="result" label={t.result} rows={2} must />
          {missed && <WordsField form={close} name="despite" label={t.despite} hint={t.despiteHint} rows={2} />}
        </StepFrame>
      )}
      {steps.includes('postpone') && (
        <StepFrame {...frame} step="postpone" title={t.postponeTitle} send={t.sendPostpone}>
          <TextField form={formOf('postpone')} name="due" label={t.due} kind="short" hint={t.dueHint} must />
          <WordsField form={formOf('postpone')} name="reason" label={t.reason} rows={2} must />
        </StepFrame>
      )}
    </>
  );
}

interface StepFrameProps extends Required<Pick<StepFormsProps, 'context' | 'action' | 'list'>> {
  readonly step: SaidStep['kind'];
  readonly title: string;
  readonly send: string;
  readonly children: ComponentChildren;
}

function StepFrame({ context, action: { id, events }, list, step, title, send, children }: StepFrameProps) {
  return (
    <section>
      <h2>{title}</h2>
      <form class="card" method="post" action={pathTo('/actions/{id}', { id }, list)}>
        <CsrfField context={context} />
        <input type="hidden" name="step" value={step} />
        <input type="hidden" name="seen" value={events.length} />
        {children}
        <p class="send">
          <button type="submit">{send}</button>
        </p>
      </form>
    </section>
  );
}
