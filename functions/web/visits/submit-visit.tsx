import { type Answer, seeOther } from '#functions/http/answer.ts';
import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedUnit, ownVisit } from '#functions/http/named.ts';
import { changeOf, type Owes } from '#functions/http/owing.ts';
import { problem } from '#functions/http/problem.tsx';
import { forgetRefused, keepRefused } from '#functions/http/refused-form.ts';
import { takeForm } from '#functions/http/take-form.ts';
import type { DraftStore } from '#functions/store/draft-store.ts';
import type { VisitStore } from '#functions/store/visit-store.ts';
import { type LoadedVisits, loadVisits } from '#functions/web/visits/load-visits.ts';
import { planVisits } from '#functions/web/visits/plan-visits.ts';
import {
  type VisitDeps,
  type VisitFormDeps,
  visitAnswer,
  visitDraft,
  visitForm,
} from '#functions/web/visits/show-visit.tsx';
import { type ShowVisitsDeps, visitsAnswer } from '#functions/web/visits/show-visits.tsx';
import { pathTo } from '#shared/access/routes.ts';
import { mergeTyped } from '#shared/input/merge-typed.ts';
import { readBase } from '#shared/input/read-base.ts';
import { type Reason, readReason } from '#shared/input/read-reason.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { dayAt, type Month, monthAt, monthOf, parseDay, parseMonth } from '#shared/period.ts';
import { typedDay } from '#shared/reports/to-typed.ts';
import { deadlines } from '#shared/units/units.ts';
import { memberName } from '#shared/visits/groups.ts';
import { parsePlans, planField } from '#shared/visits/parse-plans.ts';
import { type ParsedVisit, parsePlan, parseVisit } from '#shared/visits/parse-visit.ts';
import { typedVisit } from '#shared/visits/typed-visit.ts';
import { type Visit, type VisitId, type VisitRevision, visitIdOf } from '#shared/visits/visit.ts';
import { editRow } from '#web/reports/form/edit-row.ts';

type Deps = ShowVisitsDeps &
  VisitFormDeps &
  VisitDeps & {
    readonly visits: Pick<VisitStore, 'append' | 'revision'>;
    readonly drafts: Pick<DraftStore, 'save' | 'remove'>;
  };

/** Plans a visit, takes its report, or drops it. */
export const submitVisit: Action<Deps> = async (request, deps) => {
  const { csrf, action, baseRevision, press, planned, ...fields } = request.body;
  const { month: ofPage, ...rows } = fields;
  // Only the form that plans several visits says its month; in any other the field is one that it does not have.
  const typed = action === 'plan-many' ? rows : fields;
  const { viewer, lang, now } = request;
  // A dropped visit is of its own month, whatever day is sent with it.
  const day = action === 'drop' ? ownVisit(viewer, typed['visit'])?.date : parseDay(typed['date'] ?? '');
  const asked = day ? monthOf(day) : action === 'plan-many' ? parseMonth(ofPage ?? '') : undefined;
  const month = asked && findRegime(asked) ? asked : monthAt(now);
  const loaded = await loadVisits(request, month, deps);
  if (!loaded) return problem('not-found', lang);
  const base = readBase(baseRevision);
  switch (action) {
    case 'plan':
      return planVisit(request, typed, loaded, deps);
    case 'plan-many': {
      const parsed = parsePlans(typed, month, settingOf(request, loaded));
      const errors = [{ field: planField(0, 'date'), code: 'month-closed' }] as const;
      return planVisits(
        request,
        {
          parsed: parsed.ok && loaded.closed ? { ok: false, errors } : parsed,
          refuse: (wrong) => visitsAnswer(request, loaded, 422, { typed, errors: wrong }, deps),
          owes,
          done: () => backToMonth(loaded),
        },
        deps,
      );
    }
    case 'drop':
      return dropVisit(request, typed, base, loaded, deps);
    case 'report': {
      const replaced = planned ? await findOwn(request, planned, deps) : undefined;
      if (planned && !replaced) return problem('not-found', lang);
      const sent = { typed, baseRevision: base, ...(replaced && { planned: replaced }) };
      return press ? pressed(request, press, sent, loaded, deps) : reportVisit(request, sent, loaded, deps);
    }
    default:
      return problem('bad-request', lang);
  }
};

/** A report as it was sent, with the planned visit to which it belongs. */
interface SentReport {
  readonly typed: Typed;
  readonly baseRevision: number;
  readonly planned?: VisitRevision;
}

/** A stored visit of the viewer's group. */
async function findOwn(
  { viewer }: SignedIn,
  typed: string | undefined,
  { visits }: Pick<Deps, 'visits'>,
): Promise<VisitRevision | undefined> {
  const own = ownVisit(viewer, typed);
  return own && visits.newest(own.id);
}

/** Adds or removes a row of the form. It sends nothing and loses nothing typed. */
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
  return takeForm(request, {
    parse: () => whileOpen(loaded, parsePlan(typed, settingOf(request, loaded))),
    refuse,
    async append({ visit }, owe) {
      const before = await deps.visits.newest(visit.id);
      // A dropped visit may be planned again.
      const base = before?.state === 'dropped' ? before.revision : 0;
      return deps.visits.append(visit, base, authorshipOf(request), owe);
    },
    stale: () => refuse([{ field: 'date', code: 'already-planned' }]),
    owes,
    done: () => backToMonth(loaded),
  });
}

async function reportVisit(request: SignedIn, sent: SentReport, loaded: LoadedVisits, deps: Deps): Promise<Answer> {
  const { typed, baseRevision } = sent;
  const isMoved = ({ id }: Visit) => sent.planned !== undefined && sent.planned.id !== id;
  const draft = visitDraft(request, sent.planned?.id ?? (baseRevision > 0 ? visitNamed(typed, loaded) : undefined));
  return takeForm(request, {
    async parse() {
      const named = visitNamed(typed, loaded);
      const own = named && (await findOwn(request, named, deps));
      const kept = [sent.planned?.member, own?.member].filter((each) => each !== undefined);
      return whileOpen(loaded, parseVisit(typed, { ...settingOf(request, loaded), kept }));
    },
    async refuse(errors) {
      const [answer] = await Promise.all([
        visitForm(request, loaded, 422, { ...sent, errors }, deps),
        keepRefused(request, draft, { typed, baseRevision }, deps),
      ]);
      return answer;
    },
    async append({ visit }, before) {
      // A visit reported on a blank form or on an unplanned day counts as the planned visit of its actual day.
      const planned = baseRevision === 0 || isMoved(visit) ? await deps.visits.newest(visit.id) : undefined;
      const base = planned && planned.state !== 'done' ? planned.revision : isMoved(visit) ? 0 : baseRevision;
      return deps.visits.append(visit, base, authorshipOf(request), before);
    },
    async stale(newest, { visit }) {
      const form = { typed, baseRevision: 0, errors: [], stale: true } as const;
      if (!newest) return visitForm(request, loaded, 409, form, deps);
      const seen = isMoved(visit) ? undefined : await deps.visits.revision(visit.id, baseRevision);
      const own = { ...typed, unit: visit.unit, date: typedDay(visit.date) };
      const merged = mergeTyped({ opened: seen ? typedVisit(seen) : {}, stored: typedVisit(newest), typed: own });
      const upon = { baseRevision: newest.revision, shows: newest };
      return visitForm(request, loaded, 409, { ...form, ...merged, ...upon }, deps);
    },
    owes,
    async done(stored, added) {
      const { id } = stored;
      if (sent.planned && isMoved(stored)) await takeOver(sent.planned, id, request, loaded, deps);
      await forgetRefused(request, draft, deps);
      const location = pathTo('/visits/{id}', { id }, { just: 'stored' });
      return { status: added ? 201 : 200, location, json: stored };
    },
  });
}

/** The visit that a sent form is of: its unit and day tell visits apart. */
function visitNamed({ unit, date }: Typed, { group }: LoadedVisits): VisitId | undefined {
  const day = parseDay(date ?? '');
  return unit && day ? visitIdOf({ unit, date: day, group: group.number }) : undefined;
}

/** Closes the planned visit, because another was made in its place. In a month that has closed it stays as it was counted. */
async function takeOver(
  stored: VisitRevision,
  movedTo: VisitId,
  request: SignedIn,
  { district }: LoadedVisits,
  { visits }: Deps,
): Promise<void> {
  if (stored.state !== 'planned' || request.now > deadlines(district, monthOf(stored.date)).closing) return;
  const { revision, by: _, at: __, ...visit } = stored;
  const dropped: Visit = { ...visit, state: 'dropped', movedTo };
  const change = changeOf(request.owing, owes);
  const { kind, stored: after } = await visits.append(dropped, revision, authorshipOf(request), change.before);
  if (kind === 'added') await request.owing.pay([change.stored(after, true)]);
}

async function dropVisit(
  request: SignedIn,
  typed: Typed,
  base: number,
  loaded: LoadedVisits,
  deps: Deps,
): Promise<Answer> {
  const stored = await findOwn(request, typed['visit'], deps);
  if (!stored) return problem('not-found', request.lang);
  const said = readReason(typed, 'required');
  const closed = { ok: false, errors: [{ field: 'reason', code: 'month-closed' }] } as const;
  const parsed: Reason = said.ok && loaded.closed ? closed : said;
  const { revision, by, at, report, ...visit } = stored;
  return takeForm(request, {
    parse: () => parsed,
    refuse: (errors) => visitAnswer(request, stored, { typed, errors }, deps),
    async append({ reason }, before) {
      // That it was made and reported meanwhile takes nobody's right away: it is news.
      if (stored.state === 'done') return { kind: 'stale', stored };
      return deps.visits.append({ ...visit, state: 'dropped', reason }, base, authorshipOf(request), before);
    },
    stale: (newest = stored) => visitAnswer(request, newest, { typed }, deps),
    owes,
    done: () => backToMonth(loaded),
  });
}

function settingOf({ viewer, now }: SignedIn, { group, district, units }: LoadedVisits) {
  return {
    group: group.number,
    members: (group.members ?? []).map(memberName),
    today: dayAt(now),
    norms: (month: Month) => findRegime(month, district.choices),
    answersFor: (unit: string) =>
      namedUnit(viewer, 'review', unit) !== undefined && units.some(({ id }) => id === unit),
  };
}

/** After the month closes, even correct reports are rejected. */
function whileOpen({ closed }: LoadedVisits, parsed: ParsedVisit): ParsedVisit {
  return parsed.ok && closed ? { ok: false, errors: [{ field: 'date', code: 'month-closed' }] } : parsed;
}

function owes({ id, revision, unit, date, report, by, at }: VisitRevision): Owes {
  return {
    of: `${id}#${revision}`,
    ...(report && { raises: { source: id, rows: report.matters, by, at } }),
    rollUp: { unit, month: monthOf(date), official: false },
  };
}

function backToMonth({ month }: LoadedVisits): Answer {
  return seeOther(pathTo('/visits', {}, { month }));
}
