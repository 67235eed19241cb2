import { logFault } from '#functions/fault.ts';
import type { Answer } from '#functions/http/answer.ts';
import { fieldProblem } from '#functions/http/field-problem.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedUnit } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import { forgetRefused, keepRefused, keptAmong } from '#functions/http/refused-form.ts';
import { staleProblem } from '#functions/http/stale-problem.ts';
import { takeForm } from '#functions/http/take-form.ts';
import { isUnavailable } from '#functions/http/unavailable.ts';
import { viewed } from '#functions/http/viewed.ts';
import type { DraftStore } from '#functions/store/draft-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import { alarmingWords } from '#functions/store/tables.ts';
import { findUnknownTarget } from '#functions/web/reports/find-unknown-target.ts';
import { findUnknownTasks } from '#functions/web/reports/find-unknown-tasks.ts';
import { keepPurgedTasks } from '#functions/web/reports/keep-purged-tasks.ts';
import { type AmendingDeps, isOpenFor } from '#functions/web/reports/load-amending.ts';
import {
  bareForm,
  type FormDeps,
  type FormSetting,
  formName,
  loadForm,
  wordsOn,
} from '#functions/web/reports/load-form.ts';
import { type JudgeDeps, judgeStored } from '#functions/web/reports/load-report.ts';
import {
  type ReportedUnits,
  readReport,
  readSubmission,
  type Submission,
} from '#functions/web/reports/read-submission.ts';
import { reportJson } from '#functions/web/reports/report-json.ts';
import { type DraftScope, draftKey, type SaveDeps, saveOrDiscard } from '#functions/web/reports/save-or-discard.ts';
import { pathTo } from '#shared/access/routes.ts';
import { actorOf } from '#shared/access/session.ts';
import { readReason } from '#shared/input/read-reason.ts';
import type { FieldError } from '#shared/input/typed.ts';
import { monthOf } from '#shared/period.ts';
import { alignRows } from '#shared/reports/align-rows.ts';
import { withAsked } from '#shared/reports/ask-unexcused.ts';
import { returnedOf } from '#shared/reports/board.ts';
import type { Report, ReportId, Revision } from '#shared/reports/report.ts';
import { withRows } from '#shared/reports/task-rows.ts';
import { deadlines, districtOf, parentOf, type Unit, type UnitId } from '#shared/units/units.ts';
import { editRow } from '#web/reports/form/edit-row.ts';
import { MergePage } from '#web/reports/merge-page.tsx';
import { ReportFormPage } from '#web/reports/report-form-page.tsx';

export type SubmitDeps = FormDeps &
  JudgeDeps &
  SaveDeps &
  AmendingDeps & {
    readonly reports: Pick<ReportStore, 'append' | 'newest'>;
    readonly drafts: Pick<DraftStore, 'find'>;
  };

/** Stores a report. After a mistake the form comes back with what was typed. */
export const submitReport: Action<SubmitDeps> = (request, deps) => submit(request, readSubmission(request), deps);

/** Stores the next revision of an existing report. */
export async function amendReport(
  request: SignedIn,
  { id: amends, cell }: { readonly id: ReportId; readonly cell: UnitId },
  deps: SubmitDeps,
): Promise<Answer> {
  const sent = readSubmission(request);
  // The form names its cell beside the report. A cell is never given another one's report.
  if (sent.typed['cell'] !== cell) return problem('not-found', request.lang);
  return submit(request, { ...sent, amends }, deps);
}

async function submit(request: SignedIn, sent: Submission, deps: SubmitDeps): Promise<Answer> {
  const cellId = namedUnit(request.viewer, 'submit', sent.typed['cell']);
  if (!cellId) return problem('not-found', request.lang);
  try {
    const [cell, commune, district] = await Promise.all([
      deps.directory.unit(cellId),
      deps.directory.unit(parentOf(cellId) ?? cellId),
      deps.directory.unit(districtOf(cellId)),
    ]);
    if (cell?.level !== 'cell' || !commune || !district) return problem('not-found', request.lang);
    return sent.press
      ? await runFormAction(request, sent, sent.press, cell, deps)
      : await store(request, sent, { cell, commune, district }, deps);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    logFault(alarmingWords.unavailable, request.route, error);
    return giveBack(request, sent);
  }
}

/** Handles the form's other buttons. They send no report and lose nothing typed. */
async function runFormAction(
  request: SignedIn,
  sent: Submission,
  button: string,
  cell: Unit,
  deps: SubmitDeps,
): Promise<Answer> {
  if (button === 'save' && request.unread.length > 0) {
    return showAgain(422, request, sent, await loadFormOf(sent, cell, deps), request.unread);
  }
  if (button === 'save' || button === 'discard') {
    const [form, shown] = [formOf(sent, cell), shownOf(sent, cell)];
    if (button === 'discard') return saveOrDiscard(button, request, shown, sent, deps);
    // What is saved as another kind of meeting is saved there alone.
    const [saved, before] = [form, shown].map((each) => draftKey(request.viewer, each));
    if (before && before.form !== saved?.form) await forgetRefused(request, before, deps);
    return saveOrDiscard(button, request, form, sent, deps);
  }
  const typed = button === 'show' ? sent.typed : editRow(sent.typed, button);
  if (!typed) return problem('bad-request', request.lang);
  return showAgain(200, request, { ...sent, typed }, await loadFormOf(sent, cell, deps), []);
}

/** What surrounds the fields; of an amendment also why its report came back. */
async function loadFormOf({ amends, month }: Submission, cell: Unit, deps: SubmitDeps): Promise<FormSetting> {
  const [setting, stored] = await Promise.all([loadForm(cell, month, deps), amends && deps.reports.newest(amends)]);
  return { ...setting, ...(stored && returnedOf(stored)) };
}

function formOf({ amends, month, typed: { kind } }: Submission, { id }: Unit): DraftScope {
  return amends ? { amends } : { cell: id, month, ...(kind && { kind }) };
}

/** The form by the kind of meeting for which it was shown: its address has that, and there it is asked for again. */
function shownOf({ opened, ...sent }: Submission, cell: Unit): DraftScope {
  return formOf({ ...sent, typed: { ...sent.typed, ...(opened && { kind: opened }) } }, cell);
}

async function store(request: SignedIn, sent: Submission, units: ReportedUnits, deps: SubmitDeps): Promise<Answer> {
  const { cell, district } = units;
  const { viewer, now } = request;
  const { filledAt } = sent;
  const why = readReason({ reason: sent.reason ?? '' }, 'optional');
  const draft = draftKey(viewer, shownOf(sent, cell));
  const kept = keptAmong(request, [draft, draftKey(viewer, formOf(sent, cell))], deps);
  const refuse = async (errors: readonly FieldError[]) => {
    const [setting] = await Promise.all([
      loadFormOf(sent, cell, deps),
      keepRefused(request, draft, { typed: sent.typed, baseRevision: sent.base }, deps),
    ]);
    return showAgain(422, request, sent, setting, errors);
  };
  const step = {
    state: 'submitted',
    by: actorOf(viewer),
    at: now,
    ...(filledAt && { filledAt }),
    ...(why.ok && why.reason && { reason: why.reason }),
  } as const;
  return takeForm(request, {
    async parse() {
      const stored = sent.amends ? await deps.reports.newest(sent.amends) : undefined;
      const isOpenAgain = ({ cell, date }: Report) =>
        isOpenFor({ cell, month: monthOf(date), amended: stored, base: sent.base }, deps);
      const read = await readReport(request, sent, units, isOpenAgain, stored?.report);
      const errors = read.ok
        ? [
            ...(await findUnknownTasks(sent.typed, read.report, cell, deps)),
            ...(await findUnknownTarget(read.report, cell, deps)),
          ]
        : [];
      if (!why.ok) return { ok: false, errors: [...(read.ok ? errors : read.errors), ...why.errors] };
      if (!read.ok || errors.length > 0) return read.ok ? { ok: false, errors } : read;
      return { ok: true, report: await keepPurgedTasks(sent.typed, read.report, deps.reports) };
    },
    refuse,
    append: ({ report }, before) => deps.reports.append({ ...step, report }, sent.base, before),
    stale: async (stored, { report }) =>
      stored
        ? showBoth(request, sent, report, stored, await loadForm(cell, monthOf(report.date), deps))
        : refuse([{ field: 'date', code: 'another-meeting' }]),
    owes: ({ id, revision, report, by, at }) => {
      const month = monthOf(report.date);
      const official = now > deadlines(district, month).closing;
      return {
        of: `${id}#${revision}`,
        raises: { source: id, rows: report.matters, by, at },
        rollUp: { unit: cell.id, month, official },
      };
    },
    async done(stored, added) {
      const { id } = stored;
      const [judged] = await Promise.all([
        request.wantsJson ? judgeStored(stored, district, deps) : undefined,
        ...(await kept).map((key) => forgetRefused(request, key, deps)),
      ]);
      return {
        status: added ? 201 : 200,
        location: pathTo('/reports/{id}', { id }, { just: added ? 'stored' : 'same' }),
        ...(judged && { json: reportJson(judged) }),
        // The JSON of an amended report also gives the reasons that others wrote.
        ...(judged && stored.revision > 1 && { audit: viewed([id]) }),
      };
    },
  });
}

/** Shows the form again, with what was typed and its mistakes. */
function showAgain(
  status: 200 | 422 | 503,
  request: SignedIn,
  sent: Submission,
  setting: FormSetting,
  errors: readonly FieldError[],
): Answer {
  const { lang } = request;
  const { typed, base, amends, savedAt, opened } = sent;
  return {
    status,
    isDraft: true,
    ...(status !== 503 && { unrecorded: giveBack(request, sent) }),
    json: status === 503 ? problem('unavailable', lang).json : fieldProblem(errors, lang),
    audit: viewed(
      [...(setting.returned && amends ? [amends] : []), ...wordsOn(setting, errors.length)],
      formName(setting.cell.id, setting.month),
    ),
    page: (context) => (
      <ReportFormPage
        context={context}
        action={amends ? pathTo('/reports/{id}', { id: amends }) : pathTo('/reports', {})}
        typed={withAsked(typed, errors)}
        errors={errors}
        baseRevision={base}
        amends={amends !== undefined}
        unavailable={status === 503}
        {...(savedAt && { savedAt })}
        {...(opened && { opened })}
        {...setting}
      />
    ),
  };
}

/** Shows the form with nothing but what was typed, to be sent again. */
function giveBack(request: SignedIn, sent: Submission): Answer {
  return showAgain(503, request, sent, bareForm(sent.typed['cell'] ?? '', sent.month), []);
}

/** Shows the writer's version and the stored one on one page, to merge them. */
function showBoth(request: SignedIn, sent: Submission, mine: Report, theirs: Revision, setting: FormSetting): Answer {
  const { lang } = request;
  const { id, revision, state, report, by, at } = theirs;
  const versions = alignRows(mine, theirs);
  return {
    status: 409,
    isDraft: true,
    unrecorded: giveBack(request, sent),
    json: {
      ...staleProblem(lang),
      mine,
      stored: { id, revision, state, report: withRows(report), by, at },
    },
    audit: viewed([id]),
    page: (context) => (
      <MergePage
        context={context}
        action={pathTo('/reports/{id}', { id })}
        mine={versions.mine}
        theirs={theirs}
        theirsTyped={versions.theirs}
        {...setting}
      />
    ),
  };
}
