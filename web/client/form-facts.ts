import { parseCount, parsePoints } from '#shared/input/numbers.ts';
import type { NamesOf } from '#shared/reports/field.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import type { FollowUp } from '#shared/reports/report.ts';
import type { ReportFields } from '#shared/reports/report-fields.ts';

export type Field = HTMLInputElement | HTMLTextAreaElement;

/** Blank fields here mean none, as the form says. The script has no table of fields; the type check compares them. */
const noMembers = {
  probationaryMembers: 0,
  exempt: 0,
  temporarilyExempt: 0,
  away: 0,
  suspended: 0,
  specialDuty: 0,
  joining: 0,
} as const satisfies Record<NamesOf<ReportFields, { blank: 'none' }>, 0>;

/**
 * The figures of a report that have been typed so far. The server alone validates the report.
 *
 * Blank fields are absent. A number that cannot be read is `NaN`, so every sum with it is `NaN` too.
 */
export function factsIn(form: HTMLFormElement): Partial<ReportFigures> {
  const facts: Record<string, unknown> = {};
  const points: Record<string, number> = {};
  const tasks: object[] = [];
  const followUps: Pick<FollowUp, 'status'>[] = [];
  const fields = form.querySelectorAll<HTMLInputElement>('input, textarea, select');
  for (const { name, value, type, inputMode, checked } of fields) {
    if (value.trim() === '' || (type === 'radio' && !checked)) continue;
    if (inputMode === 'numeric') facts[name] = parseCount(value) ?? Number.NaN;
    else if (inputMode === 'decimal') points[name.slice('points.'.length)] = parsePoints(value) ?? Number.NaN;
    else if (/\.what$/.test(name)) tasks.push({});
    else if (/\.status$/.test(name)) followUps.push({ status: value as FollowUp['status'] });
    else facts[name] = value;
  }
  return { ...noMembers, ...facts, points, tasks, followUps };
}
