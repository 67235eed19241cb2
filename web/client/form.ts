import { judgeAttendance, requiredOf } from '#shared/attendance.ts';
import { parseCount, percentOf } from '#shared/numbers.ts';
import type { Members } from '#shared/report.ts';
import { formatNumber, formatPercent } from '#shared/texts/format.ts';
import type { Lang } from '#shared/texts/lang.ts';
import { liveTexts } from '#shared/texts/live.ts';
import { targetWords } from '#shared/texts/target.ts';

const form = document.querySelector<HTMLFormElement>('form#report');
const sums = document.querySelectorAll<HTMLElement>('form#report .sum');
const lang = document.documentElement.lang as Lang;
const t = liveTexts[lang];

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

/** Adds up while typing what the page explains in words: the required members, and who of them is accounted for. */
function addUp(form: HTMLFormElement): void {
  const [requiredLine, presentLine] = sums;
  if (!requiredLine || !presentLine) return;
  const members = memberFields.map((name) => [name, countIn(form, name)] as const);
  const [present, excused, unexcused] = ['present', 'excused', 'unexcused'].map((name) => countIn(form, name));
  if (members.some(([, count]) => count === undefined) || !members.some(([, count]) => count)) return;
  const required = requiredOf(Object.fromEntries(members) as unknown as Members);
  requiredLine.textContent = t.required(formatNumber(required, lang));
  if (present === undefined || excused === undefined || unexcused === undefined) return;
  const sum = present + excused + unexcused;
  const rest = formatNumber(Math.abs(required - sum), lang);
  const balance =
    sum === required ? t.fits(formatNumber(required, lang)) : sum < required ? t.lacks(rest) : t.exceeds(rest);
  presentLine.textContent = [balance, rateOf(form, present, required)].filter(Boolean).join(' ');
}

function rateOf(form: HTMLFormElement, present: number, required: number): string {
  if (required <= 0 || present > required) return '';
  const target = { comparison: form.dataset['comparison'] as '>=' | '>', percent: Number(form.dataset['percent']) };
  const met = judgeAttendance({ present, required }, target) === 'met';
  return t.rate(formatPercent(percentOf(present, required) ?? 0, lang), targetWords(target, lang), met);
}

if (form) {
  for (const line of sums) line.setAttribute('aria-live', 'polite');
  form.addEventListener('input', () => addUp(form));
  addUp(form);
}
