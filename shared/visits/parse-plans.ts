import type { FieldError, Typed } from '#shared/input/typed.ts';
import { type Month, monthOf } from '#shared/period.ts';
import { parsePlan, type VisitSetting } from '#shared/visits/parse-visit.ts';
import type { Visit } from '#shared/visits/visit.ts';

/** How many visits one form plans. */
export const MOST_PLANS = 6;

const parts = ['unit', 'date', 'member'] as const;

/** @example planField(0, 'date') //=> 'plans[0].date' */
export function planField(row: number, part: (typeof parts)[number]): string {
  return `plans[${row}].${part}`;
}

export type ParsedPlans =
  | { readonly ok: true; readonly plans: readonly { readonly row: number; readonly visit: Visit }[] }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads several planned visits of one month, a row each; blank rows are left out, but one at least is filled. */
export function parsePlans(typed: Typed, month: Month, setting: VisitSetting): ParsedPlans {
  const errors: FieldError[] = [];
  const plans: { readonly row: number; readonly visit: Visit }[] = [];
  const known = new Set(
    Array.from({ length: MOST_PLANS }, (_, row) => parts.map((part) => planField(row, part))).flat(),
  );
  for (const name of Object.keys(typed)) {
    if (!known.has(name)) errors.push({ field: name, code: 'unknown-field', params: { name: name.slice(0, 60) } });
  }
  for (let row = 0; row < MOST_PLANS; row += 1) {
    const own = Object.fromEntries(parts.map((part) => [part, typed[planField(row, part)] ?? '']));
    const isBlank = Object.values(own).every((text) => text.trim() === '');
    if (isBlank && row > 0) continue;
    if (isBlank && Object.values(typed).some((text) => text.trim() !== '')) continue;
    const parsed = parsePlan(own, setting);
    const at = (field: string) => planField(row, field as (typeof parts)[number]);
    if (!parsed.ok) errors.push(...parsed.errors.map((error) => ({ ...error, field: at(error.field) })));
    else if (monthOf(parsed.visit.date) !== month) {
      const params = { month: `${month.slice(5)}/${month.slice(0, 4)}` };
      errors.push({ field: at('date'), code: 'meeting-outside-month', params });
    } else if (plans.some(({ visit }) => visit.id === parsed.visit.id)) {
      errors.push({ field: at('date'), code: 'already-planned' });
    } else plans.push({ row, visit: parsed.visit });
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, plans };
}
