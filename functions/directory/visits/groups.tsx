import { type Answer, seeOther } from '#functions/http/answer.ts';
import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { SentFormState } from '#functions/http/sent-form-state.ts';
import { takeForm } from '#functions/http/take-form.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { can } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import { readBase } from '#shared/input/read-base.ts';
import type { Typed } from '#shared/input/typed.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { addMonths, type Month, monthAt, parseMonth } from '#shared/period.ts';
import { type Directory, districtOf, type Group } from '#shared/units/units.ts';
import type { GroupList, GroupListRevision } from '#shared/visits/groups.ts';
import { assignField, parseAssignments, parseMembers, typedGroup } from '#shared/visits/parse-groups.ts';
import { groupsTexts } from '#shared/visits/texts/groups.ts';
import { GroupsPage } from '#web/visits/groups-page.tsx';

interface ShowDeps {
  readonly directory: Pick<DirectoryStore, 'directory' | 'groupList'>;
}

interface SaveDeps {
  readonly directory: Pick<DirectoryStore, 'directory' | 'groupList' | 'saveGroups'>;
}

/** A district's working groups in a month, as far as the reader may see them. */
interface Loaded {
  readonly month: Month;
  readonly directory: Directory;
  readonly list: GroupListRevision | undefined;
  /** The group that is shown alone. */
  readonly one?: Group;
}

/** Shows each group's members and communes: the district sees all groups, other readers see their own. */
export const showGroups: Action<ShowDeps> = async (request, deps) => {
  const loaded = await load(request, deps);
  if (!loaded) return problem('not-found', request.lang);
  return answer(request, loaded, { done: request.query['done'] === '1' });
};

/** Stores a group's members, or which group is responsible for which commune from a month on. */
export const saveGroups: Action<SaveDeps> = async (request, deps) => {
  const { csrf, action, baseRevision, ...typed } = request.body;
  const { viewer, lang, now } = request;
  const loaded = await load(request, deps);
  if (!loaded) return problem('not-found', lang);
  if (action !== 'assign' && action !== 'members') return problem('bad-request', lang);
  const list: GroupList = loaded.list ?? { groups: [], assignments: [] };
  const district = districtOf(viewer.unit);
  const base = readBase(baseRevision);
  const group = action === 'members' && typed['number'] ? { group: typed['number'] } : {};
  return takeForm(request, {
    parse: () =>
      action === 'members'
        ? parseMembers(typed, list)
        : parseAssignments(typed, list, loaded.directory.communes, monthAt(now)),
    refuse: (errors) => answer(request, loaded, { typed, errors }),
    append: (parsed, before) => deps.directory.saveGroups(district, parsed.list, base, authorshipOf(request), before),
    stale: () => answer(request, loaded, { typed, stale: true }),
    owes: ({ revision }) => ({ of: `${district}#groups#${revision}` }),
    done: () => seeOther(pathTo('/groups', {}, { ...group, done: '1' })),
  });
};

async function load({ query, viewer, now }: SignedIn, deps: ShowDeps): Promise<Loaded | undefined> {
  const month = parseMonth(query['month'] ?? monthAt(now));
  if (!month || !findRegime(month)) return undefined;
  const district = districtOf(viewer.unit);
  const [directory, list] = await Promise.all([
    deps.directory.directory(district, month),
    deps.directory.groupList(district),
  ]);
  if (!directory) return undefined;
  const seen = viewer.role === 'group' ? (group: Group) => group.number === viewer.group : seenBy(viewer);
  const groups = directory.groups.filter(seen).map((group) => ({
    ...group,
    communes: group.communes.filter((commune) => can(viewer, 'see', commune)),
  }));
  const own = { ...directory, groups, communes: directory.communes.filter(({ id }) => can(viewer, 'see', id)) };
  if (query['group'] === undefined) return { month, directory: own, list };
  const one = groups.find(({ number }) => String(number) === query['group']) ?? newGroup(query['group'], viewer.role);
  return one && { month, directory: own, list, one };
}

function seenBy(viewer: SignedIn['viewer']) {
  return ({ communes }: Group) => viewer.role === 'district' || communes.some((commune) => can(viewer, 'see', commune));
}

/** A group that the district is about to enter. */
function newGroup(typed: string, role: SignedIn['viewer']['role']): Group | undefined {
  if (role !== 'district' || !/^[1-9]\d?$/.test(typed)) return undefined;
  return { number: Number(typed), name: `Tổ công tác số ${typed}`, communes: [] };
}

function answer(
  { viewer, now, lang }: SignedIn,
  { month, directory: { groups, communes }, list, one }: Loaded,
  { done = false, typed, errors = [], stale }: SentFormState,
): Answer {
  const [previous, next] = [addMonths(month, -1), addMonths(month, 1)];
  const assignments = (list?.assignments ?? []).filter(
    ({ group, commune }) => group === one?.number && can(viewer, 'see', commune),
  );
  const stored = one ? typedGroup(one.members ?? []) : typedAssignments(groups, month, monthAt(now));
  return {
    status: 200,
    of: { unit: viewer.unit, page: groupsTexts[lang].title },
    json: { month, groups, ...(one && { group: one, assignments }) },
    page: (context) => (
      <GroupsPage
        context={context}
        month={month}
        {...(findRegime(previous) && { previousMonth: previous })}
        {...(next <= addMonths(monthAt(now), 1) && { nextMonth: next })}
        groups={groups}
        communes={communes}
        {...(one && { one: { group: one, assignments } })}
        {...(viewer.role === 'district' && {
          editing: { baseRevision: list?.revision ?? 0, typed: typed ?? stored },
        })}
        errors={errors}
        stale={stale === true}
        done={done}
      />
    ),
  };
}

/** The groups of the month shown. Changes apply from that month on, but not before the current month. */
function typedAssignments(groups: readonly Group[], shown: Month, current: Month): Typed {
  const from = shown > current ? shown : current;
  return {
    from: `${from.slice(5)}/${from.slice(0, 4)}`,
    ...Object.fromEntries(
      groups.flatMap(({ number, communes }) => communes.map((commune) => [assignField(commune), String(number)])),
    ),
  };
}
