import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { fieldProblem, problem } from '#functions/http/problem.tsx';
import { isUnavailable } from '#functions/http/unavailable.ts';
import { bareForm, type FormSetting, loadForm } from '#functions/web/actions/load-form.ts';
import { reportJson } from '#functions/web/actions/report-json.ts';
import type { Deps } from '#functions/web/deps.ts';
import { may } from '#shared/may.ts';
import { parseCount } from '#shared/numbers.ts';
import { parseReport } from '#shared/parse-report.ts';
import { dayAt, type Instant, type Month, monthAt, monthOf, parseDay, parseMonth, standsIn } from '#shared/period.ts';
import { regimeIn } from '#shared/regimes.ts';
import { type ReportId, type Revision, reportIdOf } from '#shared/report.ts';
import { pathTo } from '#shared/routes.ts';
import { toTyped } from '#shared/to-typed.ts';
import type { FieldError, Typed } from '#shared/typed.ts';
import { deadlines, districtOf, isUnitId, type Unit } from '#shared/units.ts';
import { MergePage } from '#web/pages/merge-page.tsx';
import { ReportFormPage } from '#web/pages/report-form-page.tsx';

/** What a form says besides the report itself. */
interface Sent {
  readonly typed: Typed;
  readonly base: number;
  readonly filledAt?: Instant;
  readonly month: Month;
  /** Of an amendment: the report that is amended. */
  readonly amends?: ReportId;
}

/** Stores a report; a mistake comes back on the form with what was typed. */
export const submitReport: Action<Deps> = (request, deps) => submit(request, readSent(request), deps);

/** Stores the next revision of a report that is there. */
export const amendReport = (request: SignedIn, amends: ReportId, deps: Deps): Promise<Answer> =>
  submit(request, { ...readSent(request), amends }, deps);

async function submit(request: SignedIn, sent: Sent, deps: Deps): Promise<Answer> {
  const cellId = sent.typed['cell'] ?? '';
  if (!isUnitId(cellId) || !may(request.viewer, 'submit', cellId)) return problem('not-found', request.lang);
  try {
    const [cell, district] = await Promise.all([deps.directory.unit(cellId), deps.directory.unit(districtOf(cellId))]);
    if (cell?.level !== 'cell' || !district) return problem('not-found', request.lang);
    return await store(request, sent, cell, district, deps);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    console.error(JSON.stringify({ message: 'unavailable', route: request.route, error: String(error) }));
    return showAgain(503, request, sent, bareForm(cellId, sent.month), []);
  }
}

async function store(request: SignedIn, sent: Sent, cell: Unit, district: Unit, deps: Deps): Promise<Answer> {
  const { viewer, now } = request;
  const refuse = async (errors: readonly FieldError[]) =>
    showAgain(422, request, sent, await loadForm(cell, sent.month, deps), errors);

  const parsed = parseReport(sent.typed, { today: dayAt(now) });
  if (!parsed.ok) return refuse(parsed.errors);
  const { report } = parsed;
  const month = monthOf(report.date);
  const id = reportIdOf(report);
  if (!standsIn(month, cell)) return problem('not-found', request.lang);
  if (sent.amends ? id !== sent.amends : sent.base > 0) return refuse([{ field: 'date', code: 'another-meeting' }]);
  const closed = now > deadlines(district, month).closing;
  if (closed && viewer.role !== 'district') return refuse([{ field: 'date', code: 'month-closed' }]);

  const { user, role, unit } = viewer;
  const { filledAt } = sent;
  const step = { state: 'submitted', report, by: { user, role, unit }, at: now, ...(filledAt && { filledAt }) } as const;
  const outcome = await deps.reports.append(step, sent.base);
  if (outcome.kind === 'stale') {
    return outcome.stored ? showBoth(request, sent, outcome.stored, await loadForm(cell, month, deps)) : refuse([{ field: 'date', code: 'another-meeting' }]);
  }
  if (outcome.kind === 'added') await askForRollUp(request, month, district, closed, deps);
  const just = outcome.kind === 'added' ? 'stored' : 'same';
  return {
    status: outcome.kind === 'added' ? 201 : 200,
    location: pathTo('/reports/{id}', { id }, { just }),
    json: reportJson(outcome.stored, await deps.reports.history(id)),
  };
}

/** A report that is stored is stored: where the queue cannot be reached, the nightly roll-up shows it. */
export async function askForRollUp(
  { now, route }: SignedIn,
  month: Month,
  district: Unit,
  closed: boolean,
  { queue }: Deps,
): Promise<void> {
  try {
    await queue.ask({ district: district.id, month, official: closed }, now);
  } catch (error) {
    console.error(JSON.stringify({ message: 'roll-up not asked for', route, error: String(error) }));
  }
}
