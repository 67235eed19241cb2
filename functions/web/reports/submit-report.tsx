import { logFault } from '#functions/fault.ts';
import type { Answer } from '#functions/http/answer.ts';
import { askForRollUp, type RollUpDeps } from '#functions/http/ask-for-roll-up.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { fieldProblem, problem, staleProblem } from '#functions/http/problem.tsx';
import { type RaisingDeps, raiseMatters } from '#functions/http/raise-matters.ts';
import { isUnavailable } from '#functions/http/unavailable.ts';
import type { Raiser } from '#functions/store/matter-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import { filledAtBy } from '#functions/web/reports/filled-at.ts';
import { bareForm, type FormDeps, type FormSetting, loadForm } from '#functions/web/reports/load-form.ts';
import { type JudgeDeps, judgeStored } from '#functions/web/reports/load-report.ts';
import { reportJson } from '#functions/web/reports/report-json.ts';
import { type DraftScope, draftKey, type SaveDeps, saveOrDiscard } from '#functions/web/reports/save-or-discard.ts';
import { can } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import { actorOf } from '#shared/access/session.ts';
import { parseCount } from '#shared/input/numbers.ts';
import { readReason } from '#shared/input/read-reason.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { dayAt, type Instant, type Month, monthAt, monthOf, parseDay, parseMonth, standsIn } from '#shared/period.ts';
import { parseReport } from '#shared/reports/parse-report.ts';
import { type Report, type ReportId, type Revision, reportIdOf } from '#shared/reports/report.ts';
import { toTyped } from '#shared/reports/to-typed.ts';
import { deadlines, districtOf, isUnitId, type Unit } from '#shared/units/units.ts';
import { editRow } from '#web/reports/form/edit-row.ts';
import { MergePage } from '#web/reports/merge-page.tsx';
import { ReportFormPage } from '#web/reports/report-form-page.tsx';

export type SubmitDeps = FormDeps &
  JudgeDeps &
  SaveDeps &
  RaisingDeps &
  RollUpDeps & { readonly reports: Pick<ReportStore, 'append'> };

/** What a form says: the report as it was typed, and what stands beside it. */
interface Submission {
  readonly typed: Typed;
  /** The revision that the writer saw; 0 for a new report. */
  readonly base: number;
  /** The month the form was shown for. */
  readonly month: Month;
  /** Where the form named its month: the day must lie in it. */
  readonly openedFor?: Month;
  readonly filledAt?: Instant;
  readonly reason?: string;
  /** Of an amendment: the report that is amended. */
  readonly amends?: ReportId;
  /** A button other than the one that sends. */
  readonly press?: string;
  /** When the author saved this form for later. */
  readonly savedAt?: Instant;
}

/** Stores a report; a mistake comes back on the form with what was typed. */
export const submitReport: Action<SubmitDeps> = (request, deps) => submit(request, readSent(request), deps);

/** Stores the next revision of a report that is there. */
export const amendReport = (request: SignedIn, amends: ReportId, deps: SubmitDeps): Promise<Answer> =>
  submit(request, { ...readSent(request), amends }, deps);

function readSent({ body, now }: SignedIn): Submission {
  const { csrf, action, baseRevision, month: named, filledAt, clock, reason, press, savedAt, ...typed } = body;
  const openedFor = parseMonth(named ?? '');
  const day = parseDay(typed['date'] ?? '');
  const month = openedFor ?? (day && monthOf(day));
  const filled = filledAtBy(filledAt, clock, now);
  return {
    typed,
    base: parseCount(baseRevision ?? '') ?? 0,
    month: month && findRegime(month) ? month : monthAt(now),
    ...(openedFor && { openedFor }),
    ...(filled && { filledAt: filled }),
    ...(reason?.trim() && { reason: readReason(reason) }),
    ...(press && { press }),
    ...(!Number.isNaN(Date.parse(savedAt ?? '')) && { savedAt: new Date(savedAt ?? '').toISOString() }),
  };
}

async function submit(request: SignedIn, sent: Submission, deps: SubmitDeps): Promise<Answer> {
  const cellId = sent.typed['cell'] ?? '';
  if (!isUnitId(cellId) || !can(request.viewer, 'submit', cellId)) return problem('not-found', request.lang);
  try {
    const [cell, district] = await Promise.all([deps.directory.unit(cellId), deps.directory.unit(districtOf(cellId))]);
    if (cell?.level !== 'cell' || !district) return problem('not-found', request.lang);
    return sent.press
      ? await press(request, sent, sent.press, cell, deps)
      : await store(request, sent, cell, district, deps);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    logFault('unavailable', request.route, error);
    return showAgain(503, request, sent, bareForm(cellId, sent.month), []);
  }
}

/** What the other buttons of the form do: nothing is sent, and nothing typed is lost. */
async function press(
  request: SignedIn,
  sent: Submission,
  button: string,
  cell: Unit,
  deps: SubmitDeps,
): Promise<Answer> {
  if (button === 'save' || button === 'discard') {
    return saveOrDiscard(button, request, formOf(sent, cell), sent, deps);
  }
  const typed = button === 'show' ? sent.typed : editRow(sent.typed, button);
  if (!typed) return problem('bad-request', request.lang);
  return showAgain(200, request, { ...sent, typed }, await loadForm(cell, sent.month, deps), []);
}

function formOf({ amends, month, typed: { kind } }: Submission, { id }: Unit): DraftScope {
  return amends ? { amends } : { cell: id, month, ...(kind && { kind }) };
}

async function store(
  request: SignedIn,
  sent: Submission,
  cell: Unit,
  district: Unit,
  deps: SubmitDeps,
): Promise<Answer> {
  const { viewer, now } = request;
  const { filledAt, reason, openedFor } = sent;
  const refuse = async (errors: readonly FieldError[]) =>
    showAgain(422, request, sent, await loadForm(cell, sent.month, deps), errors);

  const parsed = parseReport(sent.typed, {
    today: dayAt(now),
    norms: (each) => findRegime(each, district.choices),
    ...(openedFor && { month: openedFor }),
  });
  if (!parsed.ok) return refuse(parsed.errors);
  const { report } = parsed;
  const month = monthOf(report.date);
  const id = reportIdOf(report);
  if (!standsIn(month, cell)) return refuse([{ field: 'cell', code: 'unknown-unit' }]);
  if (sent.amends && id !== sent.amends) return refuse([{ field: 'date', code: 'another-meeting' }]);
  const closed = now > deadlines(district, month).closing;
  if (closed && viewer.role !== 'district') return refuse([{ field: 'date', code: 'month-closed' }]);

  const by = actorOf(viewer);
  const step = {
    state: 'submitted',
    report,
    by,
    at: now,
    ...(filledAt && { filledAt }),
    ...(reason && { reason }),
  } as const;
  const outcome = await deps.reports.append(step, sent.base);
  if (outcome.kind === 'stale') {
    return outcome.stored
      ? showBoth(request, report, outcome.stored, await loadForm(cell, month, deps))
      : refuse([{ field: 'date', code: 'another-meeting' }]);
  }
  const added = outcome.kind === 'added';
  const [judged] = await Promise.all([
    request.wantsJson ? judgeStored(outcome.stored, district, deps) : undefined,
    raiseMatters(request, raiserOf(outcome.stored), deps),
    sent.savedAt && deps.drafts.remove(draftKey(viewer, formOf(sent, cell))),
  ]);
  if (added) await askForRollUp(request, { unit: cell.id, month, official: closed }, deps);
  return {
    status: added ? 201 : 200,
    ...(added && { audit: [{ kind: 'changed', of: `${id}#${outcome.stored.revision}` }] }),
    location: pathTo('/reports/{id}', { id }, { just: added ? 'stored' : 'same' }),
    ...(judged && { json: reportJson(judged) }),
  };
}

function raiserOf({ id, report, by, at }: Revision): Raiser {
  return { source: id, rows: report.matters, by, at };
}

/** The form once more, with what was typed and what is wrong with it. */
function showAgain(
  status: 200 | 422 | 503,
  { lang }: SignedIn,
  { typed, base, amends, savedAt }: Submission,
  setting: FormSetting,
  errors: readonly FieldError[],
): Answer {
  return {
    status,
    json: status === 503 ? problem('unavailable', lang).json : fieldProblem(errors, lang),
    page: (context) => (
      <ReportFormPage
        context={context}
        action={amends ? pathTo('/reports/{id}', { id: amends }) : pathTo('/reports', {})}
        typed={typed}
        errors={errors}
        baseRevision={base}
        amends={amends !== undefined}
        unavailable={status === 503}
        {...(savedAt && { savedAt })}
        {...setting}
      />
    ),
  };
}

/** The writer's version and the stored one, to be merged on one page. */
function showBoth({ lang }: SignedIn, mine: Report, theirs: Revision, setting: FormSetting): Answer {
  const { id, revision, state, report, by, at } = theirs;
  return {
    status: 409,
    json: {
      ...staleProblem(lang),
      mine,
      stored: { id, revision, state, report, by, at },
    },
    page: (context) => (
      <MergePage
        context={context}
        action={pathTo('/reports/{id}', { id })}
        mine={toTyped(mine)}
        theirs={theirs}
        theirsTyped={toTyped(report)}
        {...setting}
      />
    ),
  };
}
