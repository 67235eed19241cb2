import type { Action } from '#functions/http/http-handler.tsx';
import { openedUnit } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import { viewed } from '#functions/http/viewed.ts';
import { chooseMatters, type MatterListStores } from '#functions/web/matters/choose-matters.ts';
import type { Viewer } from '#shared/access/can.ts';
import { ownerName } from '#shared/access/owner-name.ts';
import { parseCount } from '#shared/input/numbers.ts';
import { backlogOf } from '#shared/matters/backlog.ts';
import { dueDayOf, isOverdue, isPromiseOver } from '#shared/matters/matter-term.ts';
import { type Month, monthAt, standsIn } from '#shared/period.ts';
import { fullName, parentOf, type Unit, unitIn } from '#shared/units/units.ts';
import { MattersPage } from '#web/matters/matters-page.tsx';

const A_PAGE = 25;

/** Shows a unit's matters: how many wait by topic and age, then each one, the earliest due first. */
export const showMatters: Action<MatterListStores> = async (request, { directory, matters }) => {
  const { query, viewer, lang, now } = request;
  const asked = await chooseMatters(request, query, { directory, matters });
  const unit = asked?.units.find((each) => each.id === asked.unit);
  if (!asked || !unit) return problem('not-found', lang);
  const { unit: id, units, closed, overdue, level, topic, own, chosen } = asked;
  const page = Math.max(1, parseCount(query['page'] ?? '') ?? 1);
  const shown = chosen.slice((page - 1) * A_PAGE, page * A_PAGE).map((matter) => {
    const name = (unit = '') => {
      const found = units.find((each) => each.id === unit && unit !== id);
      return found ? fullName(unitIn(monthAt(matter.raisedAt), found)) : '';
    };
    return {
      matter,
      unitName: name(matter.unit) || fullName(unit),
      communeName: name(parentOf(matter.unit)),
      due: dueDayOf(matter),
      overdue: isOverdue(matter, now),
      promiseOver: isPromiseOver(matter, now),
    };
  });
  const choices = choicesOf(viewer, id === viewer.unit ? units : await directory.subtree(viewer.unit), monthAt(now));
  const backlog = closed ? [] : backlogOf(own, now);
  return {
    status: 200,
    of: { unit: id },
    json: { unit: id, backlog, total: chosen.length, matters: shown },
    audit: viewed(
      shown.map(({ matter }) => matter.id),
      `matters ${id}`,
    ),
    page: (context) => (
      <MattersPage
        context={context}
        unit={{ id, name: ownerName(viewer, unit) }}
        backlog={backlog}
        matters={shown}
        units={choices}
        {...((closed || overdue) && { state: closed ? 'closed' : 'overdue' })}
        {...(level && { level })}
        total={chosen.length}
        {...(topic && { topic })}
        page={page}
        more={chosen.length > page * A_PAGE}
      />
    ),
  };
};

/** The viewer's own unit, and what is directly below it now and may be opened. */
function choicesOf(viewer: Viewer, units: readonly Unit[], now: Month) {
  const own = units.filter(({ id }) => id === viewer.unit);
  const below = units.filter(
    (each) => parentOf(each.id) === viewer.unit && standsIn(now, each) && openedUnit(viewer, each.id) !== undefined,
  );
  return [...own, ...below].map((each) => ({ id: each.id, name: fullName(unitIn(now, each)) }));
}
