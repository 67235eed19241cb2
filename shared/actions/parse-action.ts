import type { ActionEvent, ActionStep, Plan, Progress } from '#shared/actions/action.ts';
import { type Cause, causes } from '#shared/actions/causes.ts';
import { Fields } from '#shared/input/fields.ts';
import { isPromise, readDueDay } from '#shared/input/read-due-day.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { monthDigits } from '#shared/language/format.ts';
import { type Day, type Month, monthOf, parseTypedMonth } from '#shared/period.ts';

/** The longest texts, in characters. */
const LONGEST = { what: 300, who: 100, words: 2000 } as const;
const MOST_COUNTED = 1_000_000;
const causeCodes = Object.keys(causes) as readonly Cause[];

type Said<Kind extends ActionStep> =
  Extract<ActionEvent, { readonly kind: Kind }> extends infer Event
    ? Event extends ActionEvent
      ? Omit<Event, 'by' | 'at'>
      : never
    : never;

/** What was typed about an action, before it is known who did and when. */
export type SaidStep = Said<'progress'> | Said<'postpone'> | Said<'close'>;

type Parsed<Value> = ({ readonly ok: true } & Value) | { readonly ok: false; readonly errors: readonly FieldError[] };

interface PlanContext {
  readonly today: Day;
  /** The numbers of the working groups that may help. */
  readonly groups: readonly number[];
}

/** Reads the plan of an action: `what`, `who`, `due`, `cause`, `why`, `group`. */
export function parsePlan(typed: Typed, { today, groups }: PlanContext): Parsed<{ readonly plan: Plan }> {
  const fields = new Fields(typed);
  const what = fields.words('what', LONGEST.what);
  const who = fields.words('who', LONGEST.who);
  const due = fields.day('due', 'required', { today }, readDueDay);
  // A day that is over would be overdue at once; a slip of the year never.
  if (due && !isPromise(due, today)) fields.refuse('due', 'not-a-promise');
  const cause = fields.choice('cause', causeCodes);
  const why = fields.optionalWords('why', LONGEST.words);
  const group = fields.optional('group', (text) => groups.find((each) => String(each) === text), 'not-a-choice');
  fields.refuseOthers();
  if (fields.errors.length > 0 || !what || !who || !due || !cause) return { ok: false, errors: fields.errors };
  return { ok: true, plan: { what, who, due, cause, ...(why && { why }), ...(group && { group }) } };
}

/** Reads why a proposal is dismissed: `reason`. */
export function parseDismissal(typed: Typed): Parsed<{ readonly words: string }> {
  const fields = new Fields(typed);
  const words = fields.words('reason', LONGEST.words);
  fields.refuseOthers();
  return words && fields.errors.length === 0 ? { ok: true, words } : { ok: false, errors: fields.errors };
}

interface StepContext {
  readonly today: Day;
  /** The month in which the action was opened: nothing was done about it before. */
  readonly opened: Month;
  /** Whether the newest official month still misses the target: then closing must say why. */
  readonly stillMissed: boolean;
}

/** Reads what was done (`month`, `said`, `counted`, `countedOf`), another day (`due`, `reason`), or the end (`result`, `despite`). */
export function parseActionStep(
  step: SaidStep['kind'],
  typed: Typed,
  context: StepContext,
): Parsed<{ readonly step: SaidStep }> {
  const fields = new Fields(typed);
  const said = readers[step](fields, context);
  fields.refuseOthers();
  return said && fields.errors.length === 0 ? { ok: true, step: said } : { ok: false, errors: fields.errors };
}

const readers: Readonly<Record<SaidStep['kind'], (fields: Fields, context: StepContext) => SaidStep | undefined>> = {
  progress(fields, { today, opened }) {
    const now = monthOf(today);
    const month = fields.required('month', parseTypedMonth, 'not-a-month');
    const isInTime = month !== undefined && month >= opened && month <= now;
    if (month && !isInTime) {
      fields.refuse('month', 'month-out-of-range', { from: monthDigits(opened), to: monthDigits(now) });
    }
    const words = fields.words('said', LONGEST.words);
    const counted = readCounted(fields);
    return isInTime && words ? { kind: 'progress', month, words, ...(counted && { counted }) } : undefined;
  },

  postpone(fields, { today }) {
    const due = fields.day('due', 'required', { today }, readDueDay);
    if (due && !isPromise(due, today)) fields.refuse('due', 'not-a-promise');
    const words = fields.words('reason', LONGEST.words);
    return due && words ? { kind: 'postpone', due, words } : undefined;
  },

  close(fields, { stillMissed }) {
    const words = fields.words('result', LONGEST.words);
    const despite = stillMissed
      ? fields.words('despite', LONGEST.words)
      : fields.optionalWords('despite', LONGEST.words);
    return words ? { kind: 'close', words, ...(stillMissed && despite && { despite }) } : undefined;
  },
};

/** How many of how many: both or neither. */
function readCounted(fields: Fields): Progress['counted'] {
  const of = fields.count('countedOf', 'optional', MOST_COUNTED);
  const done = fields.count('counted', of === undefined ? 'optional' : 'required', of ?? MOST_COUNTED);
  if (done !== undefined && of === undefined) fields.count('countedOf', 'required', MOST_COUNTED);
  return done !== undefined && of !== undefined ? { done, of } : undefined;
}
