import { type Answer, seeOther } from '#functions/http/answer.ts';
import { askForRollUp, type RollUpDeps } from '#functions/http/ask-for-roll-up.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import { type RaisingDeps, raiseMatters } from '#functions/http/raise-matters.ts';
import type { AppendOutcome } from '#functions/store/append-revision.ts';
import type { VisitStore } from '#functions/store/visit-store.ts';
import { type LoadedVisits, loadVisits } from '#functions/web/visits/load-visits.ts';
import { type VisitDeps, type VisitFormDeps, visitAnswer, visitForm } from '#functions/web/visits/show-visit.tsx';
import { type ShowVisitsDeps, visitsAnswer } from '#functions/web/visits/show-visits.tsx';
import { can } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import { actorOf } from '#shared/access/session.ts';
import { parseCount } from '#shared/input/numbers.ts';
import { readReason } from '#shared/input/read-reason.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { dayAt, type Month, monthAt, monthOf, parseDay } from '#shared/period.ts';
import { memberName } from '#shared/visits/groups.ts';
import { parsePlan, parseVisit } from '#shared/visits/parse-visit.ts';
import { parseVisitId, type Visit, type VisitId, type VisitRevision } from '#shared/visits/visit.ts';
import { editRow } from '#web/reports/form/edit-row.ts';

type Deps = ShowVisitsDeps &
  VisitFormDeps &
  VisitDeps &
  RollUpDeps &
  RaisingDeps & { readonly visits: Pick<VisitStore, 'append'> };

/** Plans a visit, takes its report, or drops it. */
export const submitVisit: Action<Deps> = async (request, deps) => {
  const { csrf, action, baseRevision, press, planned, ...typed } = request.body;
  const day = parseDay(typed['date'] ?? '') ?? parseVisitId(typed['visit'] ?? '')?.date;
  const month = day && findRegime(monthOf(day)) ? monthOf(day) : monthAt(request.now);
  const loaded = await loadVisits(request, month, deps);
  if (!loaded) return problem('not-found', request.lang);
  const base = parseCount(baseRevision ?? '') ?? 0;
  const plannedId = parseVisitId(planned ?? '')?.id;
  const sent = { typed, baseRevision: base, ...(plannedId && { planned: plannedId }) };
  switch (action) {
    case 'plan':
      return planVisit(request, typed, loaded, deps);
    case 'drop':
      return dropVisit(request, typed, base, loaded, deps);
    case 'report':
      return press ? pressed(request, press, sent, loaded, deps) : reportVisit(request, sent, loaded, deps);
    default:
      return problem('bad-request', request.lang);
  }
};

/** A report as it was sent, with the planned visit that it is of. */
interface SentReport {
  readonly typed: Typed;
  readonly baseRevision: number;
  readonly planned?: VisitId;
}

/** A row is added to the form or taken out; nothing is sent, and nothing typed is lost. */
async function pressed(
  request: SignedIn,
  button: string,
  { typed, ...sent }: SentReport,
  loaded: LoadedVisits,
  deps: Deps,
): Promise<Answer> {
  const after = button === 'show' ? typed : editRow(typed, button);
  if (!after) return problem('bad-request', request.lang);
  return visitForm(request, loaded, 200, { ...sent, typed: after, errors: [] }, deps);
}

async function planVisit(request: SignedIn, typed: Typed, loaded: LoadedVisits, deps: Deps): Promise<Answer> {
  const refuse = (errors: readonly FieldError[]) => visitsAnswer(request, loaded, 422, { typed, errors }, deps);
  const parsed = parsePlan(typed, settingOf(request, loaded));
  if (!parsed.ok) return refuse(parsed.errors);
  if (loaded.closed) return refuse([{ field: 'date', code: 'month-closed' }]);
  const { visit } = parsed;
  const before = await deps.visits.newest(visit.id);
  // A dropped visit may be planned once more.
  const base = before?.state === 'dropped' ? before.revision : 0;
  const outcome = await deps.visits.append(visit, base, { by: actorOf(request.viewer), at: request.now });
  if (outcome.kind === 'stale') return refuse([{ field: 'date', code: 'already-planned' }]);
  await askAbout(visit, request, deps);
  return { ...seeOther(pathTo('/visits', {}, { month: loaded.month })), ...changed(outcome) };
}

async function reportVisit(request: SignedIn, sent: SentReport, loaded: LoadedVisits, deps: Deps): Promise<Answer> {
  const { typed, baseRevision } = sent;
  const refuse = (errors: readonly FieldError[]) => visitForm(request, loaded, 422, { ...sent, errors }, deps);
  const parsed = parseVisit(typed, settingOf(request, loaded));
  if (!parsed.ok) return refuse(parsed.errors);
  if (loaded.closed) return refuse([{ field: 'date', code: 'month-closed' }]);
  const { visit } = parsed;
  const isMoved = sent.planned !== undefined && sent.planned !== visit.id;
  // A visit reported from a blank form, or on another day than was planned, is the planned one of its own day.
  const planned = baseRevision === 0 || isMoved ? await deps.visits.newest(visit.id) : undefined;
  const base = planned && planned.state !== 'done' ? planned.revision : isMoved ? 0 : baseRevision;
  const outcome = await deps.visits.append(visit, base, { by: actorOf(request.viewer), at: request.now });
  if (outcome.kind === 'stale') {
    const newest = outcome.stored?.revision ?? 0;
    return visitForm(request, loaded, 409, { typed, baseRevision: newest, errors: [], stale: true }, deps);
  }
  if (sent.planned !== undefined && isMoved) await takeOver(sent.planned, visit.id, request, loaded, deps);
  const { id, report, by, at } = outcome.stored;
  await raiseMatters(request, { source: id, rows: report?.matters ?? [], by, at }, deps);
  await askAbout(visit, request, deps);
  return {
    status: outcome.kind === 'added' ? 201 : 200,
    location: pathTo('/visits/{id}', { id: visit.id }, { just: 'stored' }),
    json: outcome.stored,
    ...changed(outcome),
  };
}

/** The planned visit is not due any more: another was made in its place. */
async function takeOver(
  id: VisitId,
  movedTo: VisitId,
  request: SignedIn,
  { group }: LoadedVisits,
  { visits }: Deps,
): Promise<void> {
  const stored = await visits.newest(id);
  if (stored?.state !== 'planned' || stored.group !== group.number) return;
  const { revision, by: _, at: __, ...visit } = stored;
  const dropped: Visit = { ...visit, state: 'dropped', movedTo };
  await visits.append(dropped, revision, { by: actorOf(request.viewer), at: request.now });
}

async function dropVisit(
  request: SignedIn,
  typed: Typed,
  base: number,
  loaded: LoadedVisits,
  deps: Deps,
): Promise<Answer> {
  const parts = parseVisitId(typed['visit'] ?? '');
  const stored = parts && (await deps.visits.newest(parts.id));
  if (!stored || stored.group !== loaded.group.number || !can(request.viewer, 'review', stored.unit)) {
    return problem('not-found', request.lang);
  }
  const reason = readReason(typed['reason']);
  const refuse = (error: FieldError) => visitAnswer(request, stored, 422, { typed, errors: [error] }, deps);
  if (reason === '') return refuse({ field: 'reason', code: 'required' });
  if (loaded.closed) return refuse({ field: 'reason', code: 'month-closed' });
  const { revision, by, at, report, ...visit } = stored;
  const dropped: Visit = { ...visit, state: 'dropped', reason };
  if (stored.state === 'done') return problem('not-allowed', request.lang);
  const outcome = await deps.visits.append(dropped, base, { by: actorOf(request.viewer), at: request.now });
  if (outcome.kind === 'stale') return visitAnswer(request, outcome.stored ?? stored, 409, { typed }, deps);
  await askAbout(visit, request, deps);
  return { ...seeOther(pathTo('/visits', {}, { month: loaded.month })), ...changed(outcome) };
}

function settingOf({ viewer, now }: SignedIn, { group, district, units }: LoadedVisits) {
  return {
    group: group.number,
    members: (group.members ?? []).map(memberName),
    today: dayAt(now),
    norms: (month: Month) => findRegime(month, district.choices),
    answersFor: (unit: string) => can(viewer, 'review', unit) && units.some(({ id }) => id === unit),
  };
}

/** What goes on record. */
function changed({ kind, stored }: AppendOutcome<VisitRevision>): Pick<Answer, 'audit'> {
  return kind === 'added' ? { audit: [{ kind: 'changed', of: `${stored.id}#${stored.revision}` }] } : {};
}

async function askAbout({ unit, date }: Pick<Visit, 'unit' | 'date'>, request: SignedIn, deps: Deps) {
  await askForRollUp(request, { unit, month: monthOf(date), official: false }, deps);
}
