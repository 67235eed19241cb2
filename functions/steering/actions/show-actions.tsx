import type { Action } from '#functions/http/http-handler.tsx';
import { openedUnit } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import { viewed } from '#functions/http/viewed.ts';
import type { ActionStore } from '#functions/store/action-store.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { heldThings } from '#functions/store/held-things.ts';
import { holds, seeingBefore } from '#shared/access/can.ts';
import { monthAt } from '#shared/period.ts';
import { fullName } from '#shared/units/units.ts';
import { ActionsPage } from '#web/actions/actions-page.tsx';

interface Deps {
  readonly directory: Pick<DirectoryStore, 'subtree' | 'elsewhere' | 'allUnits'>;
  readonly actions: Pick<ActionStore, 'all'>;
}

/** Shows what is done about the figures of a unit and below. */
export const showActions: Action<Deps> = async ({ query, viewer, lang, now }, { directory, actions }) => {
  const id = openedUnit(viewer, query['unit']);
  if (!id) return problem('not-found', lang);
  const { units, things } = await heldThings(id, monthAt(now), actions.all, directory);
  const unit = units.find((each) => each.id === id);
  if (!unit) return problem('not-found', lang);
  const seeing = viewer.role === 'group' ? seeingBefore(viewer, units, monthAt(now)) : viewer;
  const shown = things.filter((action) => holds(seeing, action.unit));
  return {
    status: 200,
    json: { unit: id, actions: shown },
    audit: viewed(
      shown.map((action) => action.id),
      `actions ${id}`,
    ),
    page: (context) => <ActionsPage context={context} unit={{ id, name: fullName(unit) }} actions={shown} />,
  };
};
