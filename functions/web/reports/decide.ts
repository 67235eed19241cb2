import type { Answer } from '#functions/http/answer.ts';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import { changeOf, type Owes, type Stored } from '#functions/http/owing.ts';
import { takeForm } from '#functions/http/take-form.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { LoadedReport } from '#functions/web/reports/load-report.ts';
import { can, isBoardOf, type Viewer } from '#shared/access/can.ts';
import { type Actor, actorOf } from '#shared/access/session.ts';
import type { ProblemCode } from '#shared/access/texts/problems.ts';
import { readBase } from '#shared/input/read-base.ts';
import { readReason } from '#shared/input/read-reason.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { parseRescores } from '#shared/judging/parse-rescores.ts';
import { type Instant, monthOf } from '#shared/period.ts';
import type { Report, Revision } from '#shared/reports/report.ts';
import { type Step, saysTheSame } from '#shared/reports/revise.ts';
import { hasAttended } from '#shared/reviews/has-attended.ts';
import { isOwnEntry } from '#shared/reviews/own-entry.ts';
import type { UnitId } from '#shared/units/units.ts';
import type { Visit } from '#shared/visits/visit.ts';

const states = { return: 'returned', confirm: 'confirmed' } as const;
export type Decision = keyof typeof states;

export function isDecision(action: string): action is Decision {
  return Object.hasOwn(states, action);
}

interface DecideDeps {
  readonly reports: Pick<ReportStore, 'append'>;
}

/** A report as far as it matters who may decide on it. */
interface Decidable {
  readonly revision: Pick<Revision, 'state' | 'revision'> & {
    readonly report: Pick<Report, 'cell' | 'date' | 'attendedBy'>;
  };
  /** What working groups have told of the meeting, where that is known. */
  readonly visits?: readonly Pick<Visit, 'group'>[];
  /** Everybody who has entered what it says. */
  readonly enteredBy: readonly Actor[];
  readonly closing: Instant;
}

/** Why nothing is decided. */
export type Refusal = Extract<ProblemCode, 'not-allowed' | 'own-entry' | 'not-attended' | 'month-closed' | 'returned'>;

/**
 * Why somebody may not decide on a report; `undefined` if he may. What is decided so already may be sent again. Nobody
 * confirms an own entry, nor a working group a meeting that none attended, nor anybody what was returned until it is sent
 * again, and of a closed month only the board decides.
 *
 * @param base the revision that the reviewer saw; upon an older one than that which was returned, both are shown
 */
export function refusalOf(
  { viewer, now }: Pick<SignedIn, 'viewer' | 'now'>,
  decision: Decision,
  base: number,
  { revision: { state, report, revision }, visits, enteredBy, closing }: Decidable,
): Refusal | undefined {
  const { cell, date } = report;
  if (!can(viewer, 'review', cell, monthOf(date))) return 'not-allowed';
  if (decision === 'confirm' && isOwnEntry(viewer, enteredBy)) return 'own-entry';
  if (decision === 'confirm' && !hasAttended(viewer, report, visits)) return 'not-attended';
  if (decision === 'confirm' && state === 'returned' && base === revision) return 'returned';
  return state !== states[decision] && now > closing && !isBoardOf(viewer, cell) ? 'month-closed' : undefined;
}

/** The revision that a reviewer saw. */
export function baseOf({ baseRevision }: Typed): number {
  return readBase(baseRevision);
}

/** Who has entered what a report says, from all of its revisions. */
export function enteredBy(history: readonly Pick<Revision, 'state' | 'by'>[]): readonly Actor[] {
  return history.filter(({ state }) => state === 'submitted').map(({ by }) => by);
}

/** What a decision owes: its entry of the audit, and the figures of the month. */
function owesOf(unit: UnitId, closing: Instant, now: Instant): (stored: Revision) => Owes {
  return ({ id, revision, report: { date } }) => ({
    of: `${id}#${revision}`,
    rollUp: { unit, month: monthOf(date), official: now > closing },
  });
}

interface Said {
  readonly report: Report;
  readonly reason: string;
}

function stepOf({ viewer, now }: SignedIn, decision: Decision, { report, reason }: Said): Step {
  return { state: states[decision], report, by: actorOf(viewer), at: now, ...(reason && { reason }) };
}

/** The pages around a decision: the form again with what was typed, upon what is stored now, and what follows it. */
interface Pages {
  readonly refuse: (errors: readonly FieldError[]) => Answer | Promise<Answer>;
  /** What may not be decided, or no longer. */
  readonly refused: (why: Refusal) => Answer;
  readonly stale: () => Answer | Promise<Answer>;
  readonly done: (stored: Revision) => Answer | Promise<Answer>;
}

/** Appends the decision and its reason to the revision that the reviewer read. The decision must not be refused. */
export async function decide(
  request: SignedIn,
  decision: Decision,
  loaded: LoadedReport,
  deps: DecideDeps,
  { refuse, refused, stale, done }: Pages,
): Promise<Answer> {
  const { body, viewer, now } = request;
  const { report, state } = loaded.revision;
  const base = baseOf(body);
  const parsed = readDecision(request, decision, loaded);
  const repeats = parsed.ok && saysTheSame(loaded.revision, stepOf(request, decision, parsed));
  // What was confirmed in time may be sent again, but not with other points once the month is official.
  if (now > loaded.closing && !isBoardOf(viewer, report.cell) && !repeats) return refused('month-closed');
  return takeForm(request, {
    parse: () => parsed,
    refuse,
    async append(said, before) {
      // It is with the cell until it is sent again: a second return would take the first one's words from its sight.
      if (state === 'returned' && !repeats) return { kind: 'stale', stored: loaded.revision };
      return deps.reports.append(stepOf(request, decision, said), base, before);
    },
    stale,
    owes: owesOf(report.cell, loaded.closing, now),
    done,
  });
}

/**
 * Confirms a report with the points that it has, as one of many.
 *
 * @param newest what is stored now
 * @param base the revision that the reviewer saw
 * @param unit the unit whose figures all of the many change
 * @returns `undefined` where somebody else has stored another meanwhile
 */
export async function confirmAsOne(
  request: SignedIn,
  {
    newest,
    base,
    reason,
    closing,
    unit,
  }: {
    readonly newest: Revision;
    readonly base: number;
    readonly reason: string;
    readonly closing: Instant;
    readonly unit: UnitId;
  },
  { reports }: DecideDeps,
): Promise<Stored | undefined> {
  const level = levelOf(request.viewer, newest.report.cell);
  const report = { ...newest.report, [level]: newest.report[level] ?? {} };
  const change = changeOf<Revision>(request.owing, owesOf(unit, closing, request.now));
  const { kind, stored } = await reports.append(stepOf(request, 'confirm', { report, reason }), base, change.before);
  return kind === 'stale' ? undefined : change.stored(stored, kind === 'added');
}

type Read = ({ readonly ok: true } & Said) | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads the reason, without which nothing is returned, and a confirming reviewer's points. */
function readDecision(
  { body, viewer }: SignedIn,
  decision: Decision,
  { revision: { report }, regime }: LoadedReport,
): Read {
  const said = readReason(body, decision === 'return' ? 'required' : 'optional');
  if (decision === 'return') return said.ok ? { ...said, report } : said;
  const level = levelOf(viewer, report.cell);
  const parsed = parseRescores(body, regime, pointsSoFar(report, level));
  if (said.ok && parsed.ok) return { ...said, report: { ...report, [level]: parsed.rescores } };
  return { ok: false, errors: [...(parsed.ok ? [] : parsed.errors), ...(said.ok ? [] : said.errors)] };
}

/** The district's points are the official ones. */
function levelOf(viewer: Viewer, cell: UnitId): 'reviewed' | 'official' {
  return isBoardOf(viewer, cell) ? 'official' : 'reviewed';
}

/** The points of the criteria before this level judges them. */
function pointsSoFar({ points, reviewed = {} }: Report, level: 'reviewed' | 'official'): Record<string, number> {
  if (level === 'reviewed') return points;
  const given = Object.entries(reviewed).map(([id, { points }]) => [id, points] as const);
  return { ...points, ...Object.fromEntries(given) };
}
