import type { Role } from '#shared/access/routes.ts';
import type { ActionStep, TrackedAction } from '#shared/actions/action.ts';

/** What a role may do about an open action: the district decides, its unit and the working group say what was done. */
const stepsOf: Readonly<Record<Role, readonly ActionStep[]>> = {
  cell: [],
  commune: ['progress'],
  group: ['progress'],
  district: ['progress', 'postpone', 'close'],
};

/** The steps that a role may take on an action now. What has ended is over; the figure can be acted on anew. */
export function actionStepsOn({ state }: Pick<TrackedAction, 'state'>, role: Role): readonly ActionStep[] {
  return state === 'open' ? stepsOf[role] : [];
}
