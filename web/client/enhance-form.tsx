import type { VNode } from 'preact';
import { formatNumber } from '#shared/language/format.ts';
import type { SheetNorms } from '#shared/norms/regimes.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import { type Members, requiredOf } from '#shared/reports/report.ts';
import { sumOfMembers } from '#shared/reports/sum-of-members.ts';
import { checkField } from '#web/client/check-field.tsx';
import { type Field, factsIn } from '#web/client/form-facts.ts';
import { changeRows } from '#web/client/live-rows.ts';
import { Score } from '#web/client/live-score.tsx';
import { Balance } from '#web/client/live-sums.tsx';
import { lang, t } from '#web/client/page.ts';
import { render } from '#web/client/render.ts';
import { type LiveLine, SumWords } from '#web/reports/form/sum-line.tsx';
import type { TypingMistake } from '#web/reports/form/typing-mistakes.ts';

/** Enhances the server's form: sums and score during typing, mistakes when a field loses focus. */
export function enhanceForm(form: HTMLFormElement): void {
  const data = (name: string) => JSON.parse(form.dataset[name] ?? '');
  const regime: SheetNorms = data('regime');
  const sum = data('sum');
  const mistakes: Readonly<Record<TypingMistake, string>> = data('errors');
  const lines = [...form.querySelectorAll<HTMLElement>('[data-live]')].map((place) => {
    const explanation = <SumWords>{place.dataset['otherwise'] ?? place.textContent}</SumWords>;
    return { place, explanation, live: place.dataset['live'] as LiveLine };
  });
  const confirm = (unexcused: number) => {
    (form.elements.namedItem('unexcused') as Field).value = `${unexcused}`;
    form.dispatchEvent(new Event('input'));
  };
  const says = (): Partial<Record<LiveLine, VNode>> => {
    const facts = factsIn(form);
    const required = requiredOf(facts as ReportFigures);
    if (Number.isNaN(required)) return {};
    const { present, excused = 0, unexcused = 0 } = facts;
    return {
      required: <SumWords>{t.required(formatNumber(required, lang), sumOfMembers(facts as Members, sum))}</SumWords>,
      // A blank does not mean 0, and while a number is invalid there is no sum.
      ...(present !== undefined &&
        !Number.isNaN(present + excused + unexcused) && {
          present: <Balance facts={facts} required={required} regime={regime} confirm={confirm} />,
        }),
      score: <Score facts={facts} regime={regime} />,
    };
  };
  const show = () => {
    const words = says();
    for (const { place, explanation, live } of lines) render(words[live] ?? explanation, place);
  };
  form.addEventListener('input', show);
  form.addEventListener('focusout', ({ target }) => checkField(target as Field, regime, mistakes));
  changeRows(form);
  show();
  // Browsers before 2023 focus nothing but fields by themselves.
  document.querySelector<HTMLElement>('[autofocus]')?.focus();
}
