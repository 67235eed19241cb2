import { type ErrorCode, errorCodes, type FieldError } from '#shared/input/typed.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { addMonths } from '#shared/period.ts';
import type { Report, Revision } from '#shared/reports/report.ts';
import { taskIdOf } from '#shared/reports/task-id.ts';
import type { TrackedTask } from '#shared/reports/tasks.ts';
import { toTyped } from '#shared/reports/to-typed.ts';
import { fullName } from '#shared/units/units.ts';
import { day } from '#test/shared/samples.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { cell, commune, guidancePath, month } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import { openMatter, settledMatter } from '#test/web/matters/tracked-matters.ts';
import { amended, fullReport, returned, submitted } from '#test/web/reports/full-report.ts';
import type { PageContext } from '#web/context.ts';
import { MergePage } from '#web/reports/merge-page.tsx';
import { ReportFormPage } from '#web/reports/report-form-page.tsx';

/** Last month's tasks, which the full report follows up in words. */
const openTasks: readonly TrackedTask[] = fullReport.followUps.map(({ task: what }, repeated) => ({
  id: taskIdOf(`${cell.id}_${day('2025-10-03')}_regular`, repeated + 1),
  what,
  who: 'Trưởng thôn',
  due: day('2025-10-20'),
  since: addMonths(month, -1),
  repeated,
  state: 'open',
  news: [],
}));

const setting = {
  guidance: guidancePath,
  cell: { id: cell.id, name: fullName(cell), communeName: fullName(commune) },
  month,
  regime: requireRegime(month),
  lastMonth: { tasks: openTasks, known: openTasks },
  matters: [settledMatter, openMatter],
};
/** What was typed, and what it was taken for. */
const understood = {
  row: '5',
  said: '0311',
  understood: '03/11/2025',
  first: '03/2009',
  last: '02/2019',
  of: 20,
  example: '03/11/2025',
  until: '31/12/2026',
  stored: '03/11/2026',
};
const params = {
  max: 20,
  step: 0.5,
  month: '11/2025',
  name: 'extra',
  present: 21,
  required: 20,
  sum: 21,
  members: 9,
  excused: 1,
  unexcused: 0,
  ...understood,
};

/** Mistakes that only other forms know. */
const ofOtherForms: ReadonlySet<ErrorCode> = new Set([
  'oriented-after-meeting',
  'month-over',
  'month-out-of-range',
  'year-over',
  'not-a-term',
  'not-a-span',
  'already-in-file',
  'only-handed-on',
  'only-with-progress',
  'not-a-promise',
  'meeting-outside-month',
  'number-taken',
  'day-not-possible',
]);
const ownErrors = errorCodes.filter((code) => !ofOtherForms.has(code));

/** The form in which every mistake it knows has been made, at a field of its own where that is possible. */
export const allErrors: readonly FieldError[] = ownErrors.map((code, at) => ({
  field:
    [
      'date',
      'kind',
      'startTime',
      'durationMinutes',
      'present',
      'committeeMet',
      'resolution',
      'resolutionText',
      'tasks[0].due',
      'followUps[1].status',
      'matters[0].topic',
      'matters[0].severity',
      'points.regularContent',
      'attendedBy',
      'tasks[19].what',
      'extra',
    ][at] ?? 'speakers',
  code,
  params,
}));

/** The form of a new or a stored report. */
export function formPage(context: PageContext, changes: Partial<Parameters<typeof ReportFormPage>[0]> = {}) {
  return (
    <ReportFormPage
      context={context}
      action="/reports"
      typed={{}}
      errors={[]}
      baseRevision={0}
      amends={false}
      {...setting}
      {...changes}
    />
  );
}

/** The page on which two versions meet. */
export function mergePage(context: PageContext, mine: Report, theirs: Revision) {
  return (
    <MergePage
      context={context}
      action={`/reports/${theirs.id}`}
      mine={toTyped(mine)}
      theirs={theirs}
      theirsTyped={toTyped(theirs.report)}
      {...setting}
    />
  );
}

/** The form of a report, blank, returned with mistakes and opened again, and the page on which two versions meet. */
export function formModels({ inCell, inCommune }: Contexts): Examples {
  const typed = toTyped(fullReport);
  return {
    'form-blank': () => formPage(inCommune),
    'form-thematic': () =>
      formPage(inCommune, {
        typed: { kind: 'thematic' },
        planned: { theme: 'MT', title: 'Thu gom rác' },
      }),
    'form-bare': () =>
      formPage(inCommune, {
        typed: { present: '18 người' },
        cell: { id: cell.id, name: cell.id, communeName: '' },
        lastMonth: { tasks: [], known: [] },
        unavailable: true,
      }),
    'form-closed': () => formPage(inCommune, { barred: 'closed' }),
    'form-coming': () => formPage(inCommune, { barred: 'coming' }),
    'form-reported': () => formPage(inCommune, { reported: submitted.id }),
    'form-amend-closed': () =>
      formPage(inCell, { typed, baseRevision: 3, amends: true, action: `/reports/${submitted.id}`, barred: 'closed' }),
    'form-wrong': () => formPage(inCommune, { typed, errors: allErrors }),
    'form-amend': () => formPage(inCell, { typed, baseRevision: 3, amends: true, action: `/reports/${submitted.id}` }),
    merge: () => mergePage(inCommune, fullReport, amended),
    'merge-same': () => mergePage(inCommune, fullReport, returned),
  };
}
