import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { type ListQuery, listQuery } from '#functions/http/list-query.ts';
import { namedMatter } from '#functions/http/named.ts';
import { namedBefore } from '#functions/http/named-before.ts';
import { problem } from '#functions/http/problem.tsx';
import type { SentFormState } from '#functions/http/sent-form-state.ts';
import { takeForm } from '#functions/http/take-form.ts';
import { viewed } from '#functions/http/viewed.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { heldThings } from '#functions/store/held-things.ts';
import type { MatterStore } from '#functions/store/matter-store.ts';
import { chooseMatters, matterListNames } from '#functions/web/matters/choose-matters.ts';
import { holds } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import { actorOf } from '#shared/access/session.ts';
import { readBase } from '#shared/input/read-base.ts';
import { type MatterId, type MatterStep, matterOf, type TrackedMatter } from '#shared/matters/matter.ts';
import { mayMergeInto, stepsOn } from '#shared/matters/matter-steps.ts';
import { dueDayOf, isOverdue, isPromiseOver } from '#shared/matters/matter-term.ts';
import { parseMatterStep } from '#shared/matters/parse-matter-step.ts';
import { type Neighbours, neighboursOf } from '#shared/neighbours.ts';
import { dayAt, monthAt } from '#shared/period.ts';
import { topics } from '#shared/reports/topics.ts';
import { lineageOf } from '#shared/units/lineage.ts';
import { communeOf, districtOf, fullName, type Unit, type UnitId, unitIn } from '#shared/units/units.ts';
import type { Neighbour } from '#web/components/neighbour-nav.tsx';
import { MatterPage } from '#web/matters/matter-page.tsx';

interface ShowDeps {
  readonly directory: Pick<DirectoryStore, 'unit' | 'subtree' | 'elsewhere' | 'allUnits'>;
  readonly matters: Pick<MatterStore, 'find' | 'all' | 'open'>;
}

/** A matter, and which unit has now what is open at another: the unit itself, or its heir. */
interface Loaded {
  readonly matter: TrackedMatter;
  readonly keeperOf: (unit: UnitId) => UnitId;
}

interface UpdateDeps extends ShowDeps {
  readonly matters: Pick<MatterStore, 'find' | 'all' | 'open' | 'append'>;
}

/** A matter with all that was done about it. */
export const showMatter: Action<ShowDeps> = async (request, deps) => {
  const loaded = await load(request, deps);
  return loaded
    ? answer(request, loaded, { done: request.query['done'] === '1' }, deps)
    : problem('not-found', request.lang);
};

/** Takes the next step with a matter: takes it in hand, notes progress, answers, passes up, merges or reopens it. */
export const updateMatter: Action<UpdateDeps> = async (request, deps) => {
  const { viewer, lang, now } = request;
  const loaded = await load(request, deps);
  if (!loaded) return problem('not-found', lang);
  const { matter, keeperOf } = loaded;
  const { csrf, seen: typedSeen, ...typed } = request.body;
  const seen = readBase(typedSeen);
  const list = listQuery(request.query, matterListNames);
  // Uses the steps open to the writer then, so a retry is judged like the first try. The store detects who came too
  // late.
  const open = stepsFor(viewer, { matter: asSeen(matter, seen), keeperOf });
  if (open.length === 0) return problem('not-allowed', lang);
  return takeForm(request, {
    parse: async () => {
      const parsed = parseMatterStep(typed, open, dayAt(now));
      if (!parsed.ok || parsed.step.kind !== 'merge') return parsed;
      const named = namedMatter(viewer, parsed.step.into);
      const into = named && (await deps.matters.find(named));
      return into && mayMergeInto(matter, into, keeperOf)
        ? parsed
        : { ok: false, errors: [{ field: 'into', code: 'not-a-choice' }] };
    },
    refuse: (errors) => answer(request, loaded, { typed, errors }, deps),
    append: ({ step }, before) =>
      deps.matters.append(matter.id, { ...step, by: actorOf(viewer), at: now }, seen, before),
    stale: (newer = matter) => answer(request, { matter: newer, keeperOf }, { typed, stale: true }, deps),
    owes: ({ id, events }) => ({
      of: `${id}#${events.length}`,
      rollUp: { unit: keeperOf(matter.unit), month: monthAt(now), official: false },
    }),
    done(stored) {
      const location = pathTo('/matters/{id}', { id: matter.id }, { ...list, done: '1' });
      return {
        status: 200,
        location,
        ...(request.wantsJson && { json: matterJson(stored), audit: viewed([stored.id]) }),
      };
    },
  });
};

async function load({ params, viewer, now }: SignedIn, { matters, directory }: ShowDeps): Promise<Loaded | undefined> {
  const id = await namedBefore(viewer, now, directory, (as) => namedMatter(as, params['id']));
  const matter = id === undefined ? undefined : await matters.find(id);
  if (!matter) return undefined;
  const unit = await directory.unit(matter.unit);
  if (!unit?.to || unit.to >= monthAt(now)) return { matter, keeperOf: (of) => of };
  // What was open at a unit that has ended is its heir's.
  const { keeperOf, givenTo } = lineageOf(await directory.allUnits(districtOf(viewer.unit)));
  const month = monthAt(now);
  return { matter, keeperOf: (of) => keeperOf(of, month)?.id ?? givenTo(of, month) ?? of };
}

/** What the viewer may do: a commune acts where it has what is open, and that need not be where it was raised. */
function stepsFor(viewer: SignedIn['viewer'], { matter, keeperOf }: Loaded): readonly MatterStep[] {
  return holds(viewer, matter.unit) && holds(viewer, keeperOf(matter.unit)) ? stepsOn(matter, viewer.role) : [];
}

/** What stands before and after a matter in the list from which its reader came. */
async function besideMatter(
  request: SignedIn,
  list: ListQuery,
  id: MatterId,
  deps: ShowDeps,
): Promise<Neighbours<Neighbour>> {
  const { chosen = [] } = (await chooseMatters(request, list, deps)) ?? {};
  const { previous, next } = neighboursOf(chosen, (each) => each.id === id);
  const named = (matter: TrackedMatter): Neighbour => ({
    name: topics[matter.said.topic][request.lang],
    path: pathTo('/matters/{id}', { id: matter.id }, list),
  });
  return { ...(previous && { previous: named(previous) }), ...(next && { next: named(next) }) };
}

async function answer(
  request: SignedIn,
  loaded: Loaded,
  { done = false, typed = {}, errors = [], stale }: SentFormState,
  deps: ShowDeps,
): Promise<Answer> {
  const { viewer, now } = request;
  const { directory, matters } = deps;
  const list = listQuery(request.query, matterListNames);
  const { matter, keeperOf } = loaded;
  const steps = stepsFor(viewer, loaded);
  const [unit, above, others, beside] = await Promise.all([
    directory.unit(matter.unit),
    directory.unit(communeOf(matter.unit)),
    steps.includes('merge')
      ? heldThings(communeOf(keeperOf(matter.unit)), monthAt(now), matters.open, directory)
      : { things: [] },
    list && besideMatter(request, list, matter.id, deps),
  ]);
  const earlier = others.things.filter((each) => mayMergeInto(matter, each, keeperOf));
  const called = (named: Unit) => fullName(unitIn(monthAt(matter.raisedAt), named));
  return {
    status: 200,
    of: { unit: matter.unit },
    json: matterJson(matter),
    // The list of what it could be merged into shows their words.
    audit: viewed([matter.id, ...earlier.map(({ id }) => id)]),
    page: (context) => (
      <MatterPage
        context={context}
        {...(list && { list })}
        {...(beside && { beside })}
        matter={matter}
        unitName={unit ? called(unit) : matter.unit}
        communeName={above && above.id !== unit?.id ? called(above) : ''}
        due={dueDayOf(matter)}
        overdue={isOverdue(matter, now)}
        promiseOver={isPromiseOver(matter, now)}
        steps={steps}
        earlier={earlier}
        typed={typed}
        errors={errors}
        done={done}
        stale={stale === true}
      />
    ),
  };
}

/** The matter as it was after that many events. */
function asSeen(matter: TrackedMatter, seen: number): TrackedMatter {
  return matterOf(matter.id, matter.events.slice(0, Math.max(1, seen)));
}

/** A matter in the form in which the HTTP interface returns it. */
function matterJson(matter: TrackedMatter): unknown {
  const { closedAt, mergedInto, promised, ...rest } = matter;
  return {
    ...rest,
    due: dueDayOf(matter),
    promised: promised ?? null,
    closedAt: closedAt ?? null,
    mergedInto: mergedInto ?? null,
  };
}
