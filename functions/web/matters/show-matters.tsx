import type { Action } from '#functions/http/http-handler.tsx';
import { openedUnit } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import { viewed } from '#functions/http/viewed.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { heldThings } from '#functions/store/held-things.ts';
import type { MatterStore } from '#functions/store/matter-store.ts';
import { holds, seeingBefore, type Viewer } from '#shared/access/can.ts';
import { ownerName } from '#shared/access/owner-name.ts';
import { parseCount } from '#shared/input/numbers.ts';
import { backlogOf } from '#shared/matters/backlog.ts';
import { isClosed, matterLevels, type TrackedMatter } from '#shared/matters/matter.ts';
import { dueDayOf, isOverdue, isPromiseOver } from '#shared/matters/matter-term.ts';
import { type Month, monthAt, standsIn } from '#shared/period.ts';
import { isTopic } from '#shared/reports/topics.ts';
import { fullName, parentOf, type Unit, type UnitId, unitIn } from '#shared/units/units.ts';
import { MattersPage } from '#web/matters/matters-page.tsx';

interface Deps {
  readonly directory: Pick<DirectoryStore, 'subtree' | 'elsewhere' | 'allUnits'>;
  readonly matters: Pick<MatterStore, 'all' | 'open'>;
}

const A_PAGE = 25;

/** Shows a unit's matters: how many wait by topic and age, then each one, the earliest due first. */
export const showMatters: Action<Deps> = async ({ query, viewer, lang, now }, { directory, matters }) => {
  const id = openedUnit(viewer, query['unit']);
  if (!id) return problem('not-found', lang);
  const closed = query['state'] === 'closed';
  const overdue = query['state'] === 'overdue';
  const level = matterLevels.find((each) => each === query['level']);
  const typedTopic = query['topic'] ?? '';
  const topic = isTopic(typedTopic) ? typedTopic : undefined;
  const page = Math.max(1, parseCount(query['page'] ?? '') ?? 1);

  const read = (of: UnitId) => (closed ? matters.all(of) : matters.open(of));
  const { units, things: found } = await heldThings(id, monthAt(now), read, directory);
  const unit = units.find((each) => each.id === id);
  if (!unit) return problem('not-found', lang);
  const seeing = viewer.role === 'group' ? seeingBefore(viewer, units, monthAt(now)) : viewer;
  const own = found.filter((matter) => holds(seeing, matter.unit) && isClosed(matter) === closed);
  const chosen = own
    .filter((matter) => topic === undefined || matter.said.topic === topic)
    .filter((matter) => (!overdue || isOverdue(matter, now)) && (level === undefined || matter.level === level))
    .sort(closed ? lastClosed : firstDue);
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

function firstDue(a: TrackedMatter, b: TrackedMatter): number {
  return dueDayOf(a).localeCompare(dueDayOf(b)) || (a.id < b.id ? -1 : 1);
}

function lastClosed(a: TrackedMatter, b: TrackedMatter): number {
  return (b.closedAt ?? '').localeCompare(a.closedAt ?? '') || (a.id < b.id ? -1 : 1);
}
