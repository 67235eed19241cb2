import { type Answer, seeOther } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { fieldProblem, problem, staleProblem } from '#functions/http/problem.tsx';
import { askForRollUp } from '#functions/web/actions/ask-for-roll-up.ts';
import { actorOf } from '#functions/web/actions/read-step.ts';
import type { Deps } from '#functions/web/deps.ts';
import { type ChargeMonth, type ChargeRevision, chargeMonthOf, parseCharges, typedCharges } from '#shared/charge.ts';
import { may } from '#shared/may.ts';
import { parseCount } from '#shared/numbers.ts';
import { addMonths, type Month, monthAt, parseMonth } from '#shared/period.ts';
import { regimeIn } from '#shared/regimes.ts';
import { pathTo } from '#shared/routes.ts';
import type { FieldError, Typed } from '#shared/typed.ts';
import { districtOf, fullName, isUnitId, isWithin, type Unit } from '#shared/units.ts';
import { OfficersPage } from '#web/pages/officers-page.tsx';

/** A unit's committees in a month. */
interface Loaded {
  readonly unit: Unit;
  readonly month: Month;
  readonly communes: readonly { readonly commune: Unit; readonly charge: ChargeMonth }[];
  /** Of one commune: the list that is edited now. */
  readonly list?: ChargeRevision;
  readonly cells: readonly Unit[];
}

/** Who is in charge of which cell, and whether they oriented and attended: of one commune, or of all that are seen. */
export const showOfficers: Action<Deps> = async (request, deps) => {
  const loaded = await load(request, deps);
  if (!loaded) return problem('not-found', request.lang);
  return answer(request, loaded, 200, { done: request.query['done'] === '1' });
};

/** Stores a commune's list anew; earlier months keep theirs. */
export const saveOfficers: Action<Deps> = async (request, deps) => {
  const { csrf, baseRevision, ...typed } = request.body;
  const loaded = await load(request, deps);
  if (loaded?.unit.level !== 'commune') return problem('not-found', request.lang);
  const { unit, cells } = loaded;
  if (!may(request.viewer, 'submit', unit.id)) return problem('not-allowed', request.lang);
  const parsed = parseCharges(typed, unit.id, cells);
  if (!parsed.ok) return answer(request, loaded, 422, { typed, errors: parsed.errors });
  const by = actorOf(request.viewer);
  const base = parseCount(baseRevision ?? '') ?? 0;
  const outcome = await deps.charges.append(parsed.list, base, { by, at: request.now });
  if (outcome.kind === 'stale') {
    const newer = outcome.stored ? { ...loaded, list: outcome.stored } : loaded;
    return { ...answer(request, newer, 409, { typed, stale: true }), json: staleProblem(request.lang) };
  }
  const month = monthAt(request.now);
  await askForRollUp(request, { district: districtOf(unit.id), month, official: false }, deps);
  return {
    ...seeOther(pathTo('/officers', {}, { unit: unit.id, done: '1' })),
    ...(outcome.kind === 'added' && {
      audit: [{ kind: 'changed', of: `${unit.id}#charge#${outcome.stored.revision}` }],
    }),
  };
};

async function load(
  { query, viewer, now }: SignedIn,
  { directory, charges, reports }: Deps,
): Promise<Loaded | undefined> {
  const id = query['unit'] ?? viewer.unit;
  const month = parseMonth(query['month'] ?? monthAt(now));
  // A working group opens its district's page and finds there the communes assigned to it.
  if (!isUnitId(id) || !month || !regimeIn(month) || !(may(viewer, 'see', id) || id === viewer.unit)) return undefined;
  const district = districtOf(id);
  const [found, lists, newest] = await Promise.all([
    directory.directory(district, month),
    charges.ofMonth(district, month),
    reports.newestOfMonth(id, month),
  ]);
  const unit = [found?.district, ...(found?.communes ?? [])].find((each) => each?.id === id);
  if (!found || !unit) return undefined;
  const facts = newest.map(({ report }) => report);
  const cellsOf = (commune: Unit) => found.cells.filter((cell) => isWithin(cell.id, commune.id));
  const communes = found.communes.filter((each) => isWithin(each.id, id) && may(viewer, 'see', each.id));
  const list = unit.level === 'commune' ? await charges.newest(id) : undefined;
  return {
    unit,
    month,
    communes: communes.map((commune) => ({
      commune,
      charge: chargeMonthOf(lists.get(commune.id), cellsOf(commune), facts),
    })),
    ...(list && { list }),
    cells: cellsOf(unit),
  };
}

interface Said {
  readonly done?: boolean;
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  readonly stale?: true;
}

function answer(
  { viewer, lang, now }: SignedIn,
  { unit, month, communes, list, cells }: Loaded,
  status: number,
  { done = false, typed, errors = [], stale }: Said,
): Answer {
  const next = addMonths(month, 1);
  return {
    status,
    json: errors.length > 0 ? fieldProblem(errors, lang) : { unit: unit.id, month, communes },
    page: (context) => (
      <OfficersPage
        context={context}
        unit={{ id: unit.id, name: fullName(unit) }}
        month={month}
        {...(regimeIn(addMonths(month, -1)) && { previousMonth: addMonths(month, -1) })}
        {...(next <= monthAt(now) && { nextMonth: next })}
        communes={communes}
        cells={cells}
        mayEdit={unit.level === 'commune' && may(viewer, 'submit', unit.id)}
        members={list?.members ?? []}
        baseRevision={list?.revision ?? 0}
        typed={typed ?? (list ? typedCharges(list) : {})}
        errors={errors}
        stale={stale === true}
        done={done}
      />
    ),
  };
}
