import { type Answer, seeOther } from '#functions/http/answer.ts';
import { askForRollUp, type RollUpDeps } from '#functions/http/ask-for-roll-up.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { problem, staleProblem } from '#functions/http/problem.tsx';
import type { OfficerStore } from '#functions/store/officer-store.ts';
import {
  type LoadedOfficers,
  loadOfficers,
  type OfficersDeps,
  officersAnswer,
} from '#functions/web/officers/show-officers.tsx';
import { can } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import { actorOf } from '#shared/access/session.ts';
import { parseCount } from '#shared/input/numbers.ts';
import type { Typed } from '#shared/input/typed.ts';
import { parseOfficerRecord } from '#shared/officers/officer-record.ts';
import { parseOfficers } from '#shared/officers/officers.ts';
import { dayAt, type Month, monthAt } from '#shared/period.ts';

interface Deps extends OfficersDeps, RollUpDeps {
  readonly officers: Pick<OfficerStore, 'ofMonth' | 'newest' | 'records' | 'append' | 'record'>;
}

/** Stores who is in charge of which cell from now on, or what those in charge did in a month. */
export const saveOfficers: Action<Deps> = async (request, deps) => {
  const { csrf, action, baseRevision, ...typed } = request.body;
  const loaded = await loadOfficers(request, deps);
  if (loaded?.unit.level !== 'commune') return problem('not-found', request.lang);
  if (!can(request.viewer, 'submit', loaded.unit.id)) return problem('not-allowed', request.lang);
  const base = parseCount(baseRevision ?? '') ?? 0;
  switch (action) {
    case 'assign':
      return assign(request, typed, base, loaded, deps);
    case 'record':
      return record(request, typed, base, loaded, deps);
    default:
      return problem('bad-request', request.lang);
  }
};

/** A commune's list anew; earlier months keep theirs. */
async function assign(
  request: SignedIn,
  typed: Typed,
  base: number,
  loaded: LoadedOfficers,
  deps: Deps,
): Promise<Answer> {
  const form = 'assign';
  const { unit, cells } = loaded;
  const parsed = parseOfficers(typed, unit.id, cells);
  if (!parsed.ok) return officersAnswer(request, loaded, 422, { form, typed, errors: parsed.errors });
  const outcome = await deps.officers.append(parsed.list, base, { by: actorOf(request.viewer), at: request.now });
  if (outcome.kind === 'stale') {
    return stale(request, outcome.stored ? { ...loaded, list: outcome.stored } : loaded, { form, typed });
  }
  const of = `${unit.id}#charge#${outcome.stored.revision}`;
  return saved(request, loaded, monthAt(request.now), { of, isNew: outcome.kind === 'added' }, deps);
}

/** That cells were oriented and attended in the month; earlier revisions stay. */
async function record(
  request: SignedIn,
  typed: Typed,
  base: number,
  loaded: LoadedOfficers,
  deps: Deps,
): Promise<Answer> {
  const form = 'record';
  const { unit, cells, month, closed } = loaded;
  if (closed && request.viewer.role !== 'district') return problem('month-closed', request.lang);
  const parsed = parseOfficerRecord(typed, { commune: unit.id, month, cells, today: dayAt(request.now) });
  if (!parsed.ok) return officersAnswer(request, loaded, 422, { form, typed, errors: parsed.errors });
  const outcome = await deps.officers.record(parsed.record, base, { by: actorOf(request.viewer), at: request.now });
  if (outcome.kind === 'stale') {
    return stale(request, outcome.stored ? { ...loaded, record: outcome.stored } : loaded, { form, typed });
  }
  const of = `${unit.id}#${month}#charge#${outcome.stored.revision}`;
  return saved(request, loaded, month, { of, isNew: outcome.kind === 'added' }, deps);
}

/** Somebody saved a newer one meanwhile: it is shown, with all that was typed. */
function stale(
  request: SignedIn,
  newer: LoadedOfficers,
  said: { readonly form: 'assign' | 'record'; readonly typed: Typed },
): Answer {
  return { ...officersAnswer(request, newer, 409, { ...said, stale: true }), json: staleProblem(request.lang) };
}

async function saved(
  request: SignedIn,
  { unit, month: shown }: LoadedOfficers,
  month: Month,
  { of, isNew }: { readonly of: string; readonly isNew: boolean },
  deps: RollUpDeps,
): Promise<Answer> {
  await askForRollUp(request, { unit: unit.id, month, official: false }, deps);
  return {
    ...seeOther(pathTo('/officers', {}, { unit: unit.id, month: shown, done: '1' })),
    ...(isNew && { audit: [{ kind: 'changed', of }] }),
  };
}
