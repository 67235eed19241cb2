import type { Actor } from '#shared/access/session.ts';
import type { Cause } from '#shared/actions/causes.ts';
import { type Day, dayAt, type Instant, type Month, parseMonth } from '#shared/period.ts';
import { type IndicatorId, indicatorIds } from '#shared/scorecards/indicators.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';
import { isUnitId, type UnitId } from '#shared/units/units.ts';

/** An action's natural key: the unit, the figure and the month in which that was found wanting. */
export type ActionId = string;

/** What is done about a figure: by whom, until when, why it is missed, and who helps. */
export interface Plan {
  readonly what: string;
  /** A post, never a name. */
  readonly who: string;
  readonly due: Day;
  readonly cause: Cause;
  /** From one “why?” to the next. */
  readonly why?: string;
  /** The number of the working group that helps. */
  readonly group?: number;
}

/** A figure as a scorecard says it, kept with what was decided on it. */
export type SeenFigure = Pick<Indicator, 'numerator' | 'denominator' | 'target' | 'verdict'> & {
  readonly month: Month;
};

/** What was done in a month, with what shows it. */
export interface Progress {
  readonly month: Month;
  readonly words: string;
  /** Counted evidence: how many of how many. */
  readonly counted?: { readonly done: number; readonly of: number };
}

interface By {
  readonly by: Actor;
  readonly at: Instant;
}

/** One step in an action's life. Events are only ever added; they decide its present state. */
export type ActionEvent = By &
  (
    | { readonly kind: 'open'; readonly plan: Plan; readonly figure?: SeenFigure; readonly proposed?: true }
    /** The proposal was refused. */
    | { readonly kind: 'dismiss'; readonly words: string }
    | ({ readonly kind: 'progress' } & Progress)
    /** It gets another day, for a reason. */
    | { readonly kind: 'postpone'; readonly due: Day; readonly words: string }
    /** @see {@link SeenFigure} the newest official one; `despite`: why it is closed although that is still missed */
    | { readonly kind: 'close'; readonly words: string; readonly figure?: SeenFigure; readonly despite?: string }
  );

export const actionSteps = ['open', 'dismiss', 'progress', 'postpone', 'close'] as const;
export type ActionStep = (typeof actionSteps)[number];

export type ActionState = 'open' | 'closed' | 'dismissed';

/** An action on a unit's figure, from then until it is closed; or a proposal of one that was dismissed. */
export interface TrackedAction {
  readonly id: ActionId;
  readonly unit: UnitId;
  readonly indicator: IndicatorId;
  readonly month: Month;
  readonly state: ActionState;
  /** Absent where only a proposal was dismissed. */
  readonly plan?: Plan;
  readonly openedAt?: Instant;
  readonly closedAt?: Instant;
  /** Oldest first. */
  readonly events: readonly ActionEvent[];
}

/** An action that was decided on. */
export type PlannedAction = TrackedAction & { readonly plan: Plan; readonly openedAt: Instant };

export function actionIdOf({ unit, indicator, month }: Pick<TrackedAction, 'unit' | 'indicator' | 'month'>): ActionId {
  return `${unit}_${indicator}_${month}`;
}

/** The parts of an action's id; `undefined` if the text is not such an id. */
export function parseActionId(id: string): Pick<TrackedAction, 'unit' | 'indicator' | 'month'> | undefined {
  const [unit = '', name, typed = '', ...rest] = id.split('_');
  const indicator = indicatorIds.find((each) => each === name);
  const month = parseMonth(typed);
  return rest.length === 0 && isUnitId(unit) && indicator && month ? { unit, indicator, month } : undefined;
}

/**
 * The state of an action after its events.
 *
 * @throws {RangeError} if the id has another form, or nothing was decided first
 */
export function actionOf(id: ActionId, events: readonly ActionEvent[]): TrackedAction {
  const parts = parseActionId(id);
  const first = events[0]?.kind;
  if (!parts || !(first === 'open' || first === 'dismiss')) throw new RangeError(`Not an action: ${id}`);
  return events.reduce(after, { ...parts, id, state: 'dismissed', events });
}

function after(action: TrackedAction, event: ActionEvent): TrackedAction {
  switch (event.kind) {
    case 'open': {
      // Where it is acted on anew, what ended is history.
      const { closedAt: _, ...rest } = action;
      return { ...rest, state: 'open', plan: event.plan, openedAt: event.at };
    }
    case 'postpone':
      return action.plan ? { ...action, plan: { ...action.plan, due: event.due } } : action;
    case 'close':
      return { ...action, state: 'closed', closedAt: event.at };
    case 'dismiss':
      return { ...action, state: 'dismissed' };
    case 'progress':
      return action;
  }
}

export function isPlanned(action: TrackedAction): action is PlannedAction {
  return action.plan !== undefined && action.openedAt !== undefined;
}

/** Whether its last day is over; what is closed is never overdue. */
export function isActionOverdue({ state, plan }: Pick<TrackedAction, 'state' | 'plan'>, now: Instant): boolean {
  return state === 'open' && plan !== undefined && dayAt(now) > plan.due;
}
