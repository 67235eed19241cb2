import { isOnScale, parsePoints } from '#shared/input/numbers.ts';
import { fillIn } from '#shared/input/texts/fill-in.ts';
import type { SheetNorms } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import { parseDay, parseTime } from '#shared/period.ts';
import type { NamesOf } from '#shared/reports/field.ts';
import type { Lists, ReportFields } from '#shared/reports/report-fields.ts';
import type { Field } from '#web/client/form-facts.ts';
import { lang } from '#web/client/page.ts';
import { render } from '#web/client/render.ts';
import { FieldError } from '#web/form/field-error.tsx';
import type { TypingMistake } from '#web/reports/form/typing-mistakes.ts';

/** Shows the mistake of a field that loses focus. It ignores blank fields: the server reports them. */
export function checkField(field: Field, regime: SheetNorms, says: Readonly<Record<TypingMistake, string>>): void {
  if (!/^text/.test(field.type)) return;
  const scale = criteriaOf(regime).find(({ id }) => field.name === `points.${id}`);
  const params = scale?.how === 'judged' ? { max: scale.max, step: scale.step } : undefined;
  const mistake = field.value.trim() === '' ? undefined : mistakeIn(field, params);
  markField(field, mistake && fillIn(says[mistake], params, lang));
}

type DayOrTime<Table> = NamesOf<Table, { kind: 'day' | 'time' }>;
type Read = DayOrTime<ReportFields> | { [List in Lists]: DayOrTime<ReportFields[List]['parts']> }[Lists];

/** Keyed by the last part of a field's name. The script has no table of fields; the type check compares them. */
const untaken: Readonly<Record<Read, TypingMistake>> = { date: 'not-a-day', startTime: 'not-a-time', due: 'not-a-day' };

/** Finds what the server would surely reject. */
function mistakeIn(
  { name, value, inputMode }: Field,
  scale?: { max: number; step: number },
): TypingMistake | undefined {
  if (scale) return isOnScale(parsePoints(value), scale) ? undefined : 'not-points';
  if (inputMode === 'numeric') return /^\D/.test(value.trim()) ? 'not-a-count' : undefined;
  const part = name.replace(/.*\./, '') as Read;
  const mistake: TypingMistake | undefined = untaken[part];
  const read = mistake === 'not-a-day' ? parseDay : parseTime;
  // The server alone reads what else people write, such as `3/11` and `19h`.
  return mistake && /^\D*$|^\d+\W\d+\W\d{4}$|^\d+:\d+$/.test(value) && read(value) === undefined ? mistake : undefined;
}

/** Shows a mistake where the server would show it, or removes the shown one. */
export function markField(field: Field, says: string | undefined): void {
  const id = `${field.id}-error`;
  const frame = field.closest('.field') as Element;
  document.getElementById(id)?.remove();
  frame.classList.toggle('wrong', says !== undefined);
  if (says !== undefined) {
    const place = document.createElement('div');
    const words = frame.querySelector('.ask,legend');
    if (words) words.append(place);
    else field.before(place);
    render(<FieldError id={id} lang={lang} says={says} />, place);
  }
  const others = (field.getAttribute('aria-describedby') ?? '').replace(id, '').trim();
  field.setAttribute('aria-describedby', says === undefined ? others : `${others} ${id}`);
  field.setAttribute('aria-invalid', String(says !== undefined));
}
