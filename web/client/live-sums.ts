import { judgeAttendance, requiredOf } from '#shared/attendance.ts';
import { parseCount, percentOf } from '#shared/numbers.ts';
import type { Members } from '#shared/report.ts';
import { formatNumber, formatPercent } from '#shared/texts/format.ts';
import type { Lang } from '#shared/texts/lang.ts';
import { targetWords } from '#shared/texts/target.ts';
import { t } from '#web/client/page.ts';

const lang = document.documentElement.lang as Lang;

const memberFields = [
  'fullMembers',
  'probationaryMembers',
  'exempt',
  'temporarilyExempt',
  'away',
  'suspended',
  'specialDuty',
  'joining',
] as const satisfies readonly (keyof Members)[];

/** What is typed in a field of counts, a blank as none; `undefined` for what is no count. */
function countIn(form: HTMLFormElement, name: string): number | undefined {
  const { value } = form.elements.namedItem(name) as HTMLInputElement;
  return value.trim() === '' ? 0 : parseCount(value);
}

/** How many had to attend; `undefined` while nobody is entered or something is no count. */
function requiredIn(form: HTMLFormElement): number | undefined {
  const members = memberFields.map((name) => [name, countIn(form, name)] as const);
  const counted = members.every(([, count]) => count !== undefined) && members.some(([, count]) => count);
  return counted ? requiredOf(Object.fromEntries(members) as unknown as Members) : undefined;
}

/** Who of those is accounted for, and the rate against the target. */
function balanceIn(form: HTMLFormElement, required: number): string | undefined {
  const [present, excused, unexcused] = ['present', 'excused', 'unexcused'].map((name) => countIn(form, name));
  // Nobody entered yet is not nobody present.
  const entered = (form.elements.namedItem('present') as HTMLInputElement).value.trim() !== '';
  if (!entered || present === undefined || excused === undefined || unexcused === undefined) return undefined;
  const sum = present + excused + unexcused;
  const rest = formatNumber(Math.abs(required - sum), lang);
  const balance = sum === required ? t.fits(formatNumber(sum, lang)) : sum < required ? t.lacks(rest) : t.exceeds(rest);
  if (required <= 0 || present > required) return balance;
  const target = { comparison: form.dataset['comparison'] as '>=' | '>', percent: Number(form.dataset['percent']) };
  const met = judgeAttendance({ present, required }, target) === 'met';
  const rate = formatPercent(percentOf(present, required) ?? 0, lang);
  return `${balance} ${t.rate(rate, targetWords(target, lang), met)}`;
}

/** Below each group of counts its sum as it is typed, in the place of the words that explain it. */
export function sumUp(form: HTMLFormElement): void {
  const lines = [...form.querySelectorAll('.sum')].map((line) => [line, line.textContent] as const);
  for (const [line] of lines) line.setAttribute('aria-live', 'polite');
  const show = () => {
    const required = requiredIn(form);
    const sums = required === undefined ? [] : [t.required(formatNumber(required, lang)), balanceIn(form, required)];
    for (const [at, [line, explanation]] of lines.entries()) line.textContent = sums[at] ?? explanation;
  };
  form.addEventListener('input', show);
  show();
}
