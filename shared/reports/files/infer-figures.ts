import { Doubt } from '#shared/input/doubt.ts';
import type { ListRecord } from '#shared/input/lists/read-list.ts';
import type { DayContext } from '#shared/input/read-day.ts';
import { readShare } from '#shared/input/read-share.ts';
import type { Typed } from '#shared/input/typed.ts';
import { fileFields } from '#shared/reports/files/file-fields.ts';
import type { Understood } from '#shared/reports/files/file-row.ts';
import { readFileCell } from '#shared/reports/files/read-file-cell.ts';
import { type Members, requiredOf } from '#shared/reports/report.ts';
import { typedMembers } from '#shared/reports/to-typed.ts';

const adjustments = Object.entries(fileFields).flatMap(([name, field]) =>
  field.kind === 'count' && field.adjusts ? [name] : [],
);
const memberFields = ['fullMembers', 'probationaryMembers', ...adjustments];

interface Inferred {
  readonly typed: Typed;
  readonly understood: readonly Understood[];
}

/**
 * What follows from the figures of a row, and is shown to be confirmed: the members of which only the sum is given, as
 * the last report parts them; reasons for fewer that the sheet has no column for, as in the last report; and the absent
 * of whom the rest of those required leaves no other number.
 */
export function inferFigures(
  typed: Typed,
  record: ListRecord,
  context: DayContext,
  { last, columns }: { readonly last: Members | undefined; readonly columns: ReadonlySet<string> },
): Inferred {
  const understood: Understood[] = [];
  const own: Record<string, string> = { ...typed };
  const take = (field: string, value: number | string, more: Omit<Understood, 'field' | 'typed'>) => {
    own[field] = String(value);
    understood.push({ field, typed: String(value), ...more });
  };
  const other = (field: string) => {
    const cell = readFileCell(record.cell(field), fileFields['present'] as (typeof fileFields)[string], context);
    return { number: numberOf(cell?.typed), address: record.address(field), said: cell?.said ?? '' };
  };

  const whole = other('members');
  if (whole.number !== undefined && own['fullMembers'] === undefined) {
    const probationary = numberOf(own['probationaryMembers']) ?? last?.probationaryMembers ?? 0;
    const full = whole.number - Math.min(probationary, whole.number);
    take('fullMembers', full, { address: whole.address, said: whole.said, why: 'whole-members' });
    const rest = whole.number - full;
    if (own['probationaryMembers'] === undefined && rest > 0) {
      take('probationaryMembers', rest, { said: '', why: 'last-report' });
    }
  } else if (last && !columns.has('fullMembers')) {
    const carried = Object.entries(typedMembers(last)).filter(([field]) => own[field] === undefined);
    for (const [field, value] of carried) take(field, value, { said: '', why: 'last-report' });
  }
  const stated = other('required');
  if (last && !adjustments.some((field) => columns.has(field))) {
    const carried = Object.entries(typedMembers(last)).filter(
      ([field]) => adjustments.includes(field) && own[field] === undefined,
    );
    // Where the sheet says how many were required, by whatever figures, it decides whether last month's reasons hold.
    const said = stated.number ?? requiredBy(own);
    const holds = requiredIn({ ...own, ...Object.fromEntries(carried) }) === said;
    if (said === undefined || holds || requiredIn(own) !== said) {
      for (const [field, value] of carried) take(field, value, { said: '', why: 'last-report' });
    }
  }

  const required = requiredIn(own);
  if (stated.number !== undefined && required !== undefined && stated.number !== required) {
    const said = { address: stated.address, said: stated.said };
    understood.push({ field: 'required', typed: String(required), ...said, why: 'required-differs' });
  }
  const present = numberOf(own['present']);
  if (required !== undefined && present !== undefined) {
    const blank = ['excused', 'unexcused'].filter((field) => own[field] === undefined);
    const absent = ['excused', 'unexcused'].reduce((sum, field) => sum + (numberOf(own[field]) ?? 0), 0);
    const rest = required - present - absent;
    // Two that are blank are known only where nobody was absent.
    if (rest >= 0 && (blank.length === 1 || rest === 0)) {
      for (const field of blank) take(field, rest, { said: '', why: 'rest-of-required' });
    }
  }
  return { typed: own, understood };
}

/** How many were required, if that can be told. */
function requiredIn(typed: Typed): number | undefined {
  const counts = memberFields.map((field) => [field, typed[field] === undefined ? 0 : numberOf(typed[field])]);
  if (typed['fullMembers'] === undefined || counts.some(([, count]) => count === undefined)) return undefined;
  return requiredOf(Object.fromEntries(counts) as unknown as Members);
}

/** How many were required by the figures of attendance alone. */
function requiredBy({ present = '', excused, unexcused }: Typed): number | undefined {
  const share = readShare(present);
  if (share === undefined || share instanceof Doubt) return undefined;
  const counts = [share.count, numberOf(excused), numberOf(unexcused)];
  return (
    share.of ??
    counts.reduce<number | undefined>((sum, n) => (n === undefined || sum === undefined ? undefined : sum + n), 0)
  );
}

function numberOf(text: string | undefined): number | undefined {
  const read = text === undefined ? undefined : readShare(text);
  return read === undefined || read instanceof Doubt ? undefined : read.count;
}
