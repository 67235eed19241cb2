import type { SignedIn } from '#functions/http/http-handler.tsx';
import { filledAtBy } from '#functions/web/reports/filled-at.ts';
import { isBoardOf } from '#shared/access/can.ts';
import { readBase } from '#shared/input/read-base.ts';
import type { ErrorCode, Typed } from '#shared/input/typed.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { dayAt, type Instant, type Month, monthAt, monthOf, parseDay, parseMonth } from '#shared/period.ts';
import { askUnexcused } from '#shared/reports/ask-unexcused.ts';
import { type Parsed, parseReport } from '#shared/reports/parse-report.ts';
import { isKind, type Kind, type Report, type ReportId, reportIdOf } from '#shared/reports/report.ts';
import { splitForm } from '#shared/reports/sent-form.ts';
import { deadlines, isStanding, type Unit } from '#shared/units/units.ts';

/** The content of a sent form: the report as typed, and the values around it. */
export interface Submission {
  readonly typed: Typed;
  /** The revision that the writer saw; 0 for a new report. */
  readonly base: number;
  /** The month for which the form was shown. */
  readonly month: Month;
  /** The month that the form named, if any. The meeting's day must lie in it. */
  readonly openedFor?: Month;
  /** The kind of meeting for which the form was shown; its writer may have chosen another. */
  readonly opened?: Kind;
  readonly filledAt?: Instant;
  /** Why it is amended, as typed. */
  readonly reason?: string;
  /** The report that an amendment changes. */
  readonly amends?: ReportId;
  /** A button other than the one that sends. */
  readonly press?: string;
  /** When the author saved this form for later. */
  readonly savedAt?: Instant;
}

/** The units of a report: its cell, and those above. */
export interface ReportedUnits {
  readonly cell: Unit;
  readonly commune: Unit;
  readonly district: Unit;
}

/** Reads the values around the report from the form's fields. */
export function readSubmission({ body, now }: SignedIn): Submission {
  const { typed, baseRevision, month: named, filledAt, clock, reason, press, savedAt, opened } = splitForm(body);
  const openedFor = parseMonth(named ?? '');
  const day = parseDay(typed['date'] ?? '');
  const month = openedFor ?? (day && monthOf(day));
  const filled = filledAtBy(filledAt, clock, now);
  return {
    typed,
    base: readBase(baseRevision),
    month: month && findRegime(month) ? month : monthAt(now),
    ...(openedFor && { openedFor }),
    ...(filled && { filledAt: filled }),
    ...(reason?.trim() && { reason }),
    ...(opened && isKind(opened) && { opened }),
    ...(press && { press }),
    ...(!Number.isNaN(Date.parse(savedAt ?? '')) && { savedAt: new Date(savedAt ?? '').toISOString() }),
  };
}

/**
 * Reads the report and checks whether its cell may send it now.
 *
 * @param isOpenAgain whether the district lets a report of a closed month be sent
 * @param stored the report that is amended
 */
export async function readReport(
  { viewer, now }: SignedIn,
  { typed, openedFor, amends }: Submission,
  { cell, commune, district }: ReportedUnits,
  isOpenAgain: (report: Report) => Promise<boolean>,
  stored?: Pick<Report, 'tasks'>,
): Promise<Parsed> {
  const parsed = parseReport(typed, {
    today: dayAt(now),
    norms: (each) => findRegime(each, district.choices),
    ...(openedFor && { month: openedFor }),
    stored,
  });
  if (!parsed.ok) return { ok: false, errors: askUnexcused(typed, parsed.errors) };
  const refuse = (field: string, code: ErrorCode): Parsed => ({ ok: false, errors: [{ field, code }] });
  const month = monthOf(parsed.report.date);
  if (!isStanding(month, cell, [commune, district])) return refuse('cell', 'unknown-unit');
  if (amends && reportIdOf(parsed.report) !== amends) return refuse('date', 'another-meeting');
  const closed = now > deadlines(district, month).closing && !isBoardOf(viewer, cell.id);
  return closed && !(await isOpenAgain(parsed.report)) ? refuse('date', 'month-closed') : parsed;
}
