import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedMatter } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import type { SentFormState } from '#functions/http/sent-form-state.ts';
import { takeForm } from '#functions/http/take-form.ts';
import { viewed } from '#functions/http/viewed.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { MatterStore } from '#functions/store/matter-store.ts';
import { pathTo } from '#shared/access/routes.ts';
import { actorOf } from '#shared/access/session.ts';
import { parseCount } from '#shared/input/numbers.ts';
import { matterOf, type TrackedMatter } from '#shared/matters/matter.ts';
import { mayMergeInto, stepsOn } from '#shared/matters/matter-steps.ts';
import { dueDayOf, isOverdue } from '#shared/matters/matter-term.ts';
import { parseMatterStep } from '#shared/matters/parse-matter-step.ts';
import { monthAt } from '#shared/period.ts';
import { districtOf, fullName, parentOf } from '#shared/units/units.ts';
import { MatterPage } from '#web/matters/matter-page.tsx';

interface ShowDeps {
  readonly directory: Pick<DirectoryStore, 'unit'>;
  readonly matters: Pick<MatterStore, 'find' | 'open'>;
}

interface UpdateDeps extends ShowDeps {
  readonly matters: Pick<MatterStore, 'find' | 'open' | 'append'>;
}

/** A matter with all that was done about it. */
export const showMatter: Action<ShowDeps> = async (request, deps) => {
  const matter = await load(request, deps);
  return matter
    ? answer(request, matter, { done: request.query['done'] === '1' }, deps)
    : problem('not-found', request.lang);
};

/** Takes the next step with a matter: takes it in hand, answers, passes up, merges or reopens it. */
export const updateMatter: Action<UpdateDeps> = async (request, deps) => {
  const { viewer, lang, now } = request;
  const matter = await load(request, deps);
  if (!matter) return problem('not-found', lang);
  const { csrf, seen: typedSeen, ...typed } = request.body;
  const seen = parseCount(typedSeen ?? '') ?? 0;
  // Uses the steps open to the writer then, so a retry is judged like the first try. The store detects who came too
  // late.
  const open = stepsOn(asSeen(matter, seen), viewer.role);
  if (open.length === 0) return problem('not-allowed', lang);
  return takeForm(request, {
    parse: async () => {
      const parsed = parseMatterStep(typed, open);
      if (!parsed.ok || parsed.step.kind !== 'merge') return parsed;
      const named = namedMatter(viewer, parsed.step.into);
      const into = named && (await deps.matters.find(named));
      return into && mayMergeInto(matter, into)
        ? parsed
        : { ok: false, errors: [{ field: 'into', code: 'not-a-choice' }] };
    },
    refuse: (errors) => answer(request, matter, { typed, errors }, deps),
    append: ({ step }, before) =>
      deps.matters.append(matter.id, { ...step, by: actorOf(viewer), at: now }, seen, before),
    stale: (newer = matter) => answer(request, newer, { typed, stale: true }, deps),
    owes: ({ id, events }) => ({
      of: `${id}#${events.length}`,
      rollUp: { unit: matter.unit, month: monthAt(now), official: false },
    }),
    done(stored) {
      const location = pathTo('/matters/{id}', { id: matter.id }, { done: '1' });
      return {
        status: 200,
        location,
        ...(request.wantsJson && { json: matterJson(stored), audit: viewed([stored.id]) }),
      };
    },
  });
};

async function load(
  { params, viewer }: SignedIn,
  { matters }: Pick<ShowDeps, 'matters'>,
): Promise<TrackedMatter | undefined> {
  const id = namedMatter(viewer, params['id']);
  return id === undefined ? undefined : matters.find(id);
}

async function answer(
  { viewer, now }: SignedIn,
  matter: TrackedMatter,
  { done = false, typed = {}, errors = [], stale }: SentFormState,
  { directory, matters }: ShowDeps,
): Promise<Answer> {
  const commune = communeOf(matter.unit);
  const steps = stepsOn(matter, viewer.role);
  const [unit, above, others] = await Promise.all([
    directory.unit(matter.unit),
    directory.unit(commune),
    steps.includes('merge') ? matters.open(commune) : [],
  ]);
  const earlier = others.filter((each) => mayMergeInto(matter, each));
  return {
    status: 200,
    json: matterJson(matter),
    // The list of what it could be merged into shows their words.
    audit: viewed([matter.id, ...earlier.map(({ id }) => id)]),
    page: (context) => (
      <MatterPage
        context={context}
        matter={matter}
        unitName={unit ? fullName(unit) : matter.unit}
        communeName={above && above.id !== unit?.id ? fullName(above) : ''}
        due={dueDayOf(matter)}
        overdue={isOverdue(matter, now)}
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

function communeOf(unit: string): string {
  const above = parentOf(unit);
  return above === undefined || above === districtOf(unit) ? unit : above;
}

/** A matter in the form in which the HTTP interface returns it. */
function matterJson(matter: TrackedMatter): unknown {
  const { closedAt, mergedInto, ...rest } = matter;
  return { ...rest, due: dueDayOf(matter), closedAt: closedAt ?? null, mergedInto: mergedInto ?? null };
}
