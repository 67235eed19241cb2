import type { Role } from '#shared/access/routes.ts';
import type { ActionStep, TrackedAction } from '#shared/actions/action.ts';

/** What a role may do about an open action: the district decides, its unit and the working group say what was done. */
const stepsOf: Readonly<Record<Role, readonly ActionStep[]>> = {
  cell: [],
  commune: ['progress'],
  group: ['progress'],
  district: ['progress', 'postpone', 'close'],
};

/**
 * Whether a role may decide on a figure anew, as it stood when the form was shown: open an action where none is under way,
 * which a working group may where nothing was decided, or dismiss what two months propose.
 *
 * @param seen the figure's action as the form showed it; absent: there was none
 */
export function mayDecide(
  step: 'open' | 'dismiss',
  seen: Pick<TrackedAction, 'state'> | undefined,
  role: Role,
): boolean {
  if (step === 'dismiss') return role === 'district' && seen === undefined;
  return seen === undefined || (role === 'district' && seen.state !== 'open');
}

/** The steps that a role may take on an action now. What has ended is over; the figure can be acted on anew. */
export function actionStepsOn({ state }: Pick<TrackedAction, 'state'>, role: Role): readonly ActionStep[] {
  return state === 'open' ? stepsOf[role] : [];
}
