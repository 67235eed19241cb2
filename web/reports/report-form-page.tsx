import type { FieldError, Typed } from '#shared/input/typed.ts';
import { commonTexts } from '#shared/language/common.ts';
import { capitalized, formatMonth } from '#shared/language/format.ts';
import type { TrackedMatter } from '#shared/matters/matter.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import type { Instant, Month } from '#shared/period.ts';
import type { Returned } from '#shared/reports/board.ts';
import type { FieldTable } from '#shared/reports/field.ts';
import type { Kind, ReportId } from '#shared/reports/report.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import type { TargetId } from '#shared/reports/target-id.ts';
import type { TrackedTask } from '#shared/reports/tasks.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { plannedName, themesTexts } from '#shared/themes/texts/themes.ts';
import { type PlannedTheme, quarterNumberOf } from '#shared/themes/thematic-plan.ts';
import type { UnitId } from '#shared/units/units.ts';
import { Alert } from '#web/components/alert.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { ErrorSummary } from '#web/form/error-summary.tsx';
import { Answers } from '#web/matters/answers.tsx';
import { type Barred, BarredNotice } from '#web/reports/barred-notice.tsx';
import { type FormRows, formRows, showsField } from '#web/reports/form/form-rows.ts';
import { ReportForm } from '#web/reports/form/report-form.tsx';
import type { Offered } from '#web/reports/form/section-props.ts';
import { ReportedNotice } from '#web/reports/reported-notice.tsx';
import { ReturnedNotice } from '#web/reports/returned-notice.tsx';

interface ReportFormPageProps {
  readonly context: PageContext;
  /** Where the form is sent. */
  readonly action: string;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly cell: { readonly id: UnitId; readonly name: string; readonly communeName: string };
  readonly month: Month;
  readonly regime: Regime;
  /** The revision that the writer has seen; 0 for a new report. */
  readonly baseRevision: number;
  /** Tasks of earlier meetings: the unfinished ones, and all. */
  readonly lastMonth: { readonly tasks: readonly TrackedTask[]; readonly known: readonly TrackedTask[] };
  /** The results of the matters that the cell raised. */
  readonly matters: readonly TrackedMatter[];
  /** Address of the district's guidance for the cell's month, if there is any. */
  readonly guidance?: string;
  /** What the cell has planned for the quarter's thematic meeting. */
  readonly planned?: PlannedTheme;
  /** What the cell's resolutions may serve, by ids. */
  readonly targets?: ReadonlyMap<TargetId, string>;
  /** Whence the values come that a new form is filled with. */
  readonly offered?: Offered;
  /** The kind of meeting for which a new form is shown. */
  readonly opened?: Kind;
  /** When its author saved this form for later. */
  readonly savedAt?: Instant;
  /** Why the report came back, if it did. */
  readonly returned?: Returned;
  /** Whether the form holds the next version of a stored report. */
  readonly amends: boolean;
  /** Why the report would not be taken now. */
  readonly barred?: Barred;
  /** The regular meeting of the month that is reported already, where a new one is to be. */
  readonly reported?: ReportId;
  /** Whether the system was down when the form was sent. */
  readonly unavailable?: boolean;
  readonly table?: FieldTable;
}

/** The form page for one meeting's report: blank, with mistakes, or to be sent again. */
export function ReportFormPage(props: ReportFormPageProps) {
  const {
    context,
    typed,
    errors,
    cell,
    month,
    regime,
    lastMonth,
    amends,
    unavailable,
    planned,
    barred,
    reported,
    table = reportFields,
  } = props;
  const { lang } = context;
  const t = formTexts[lang];
  const title = amends ? t.amendTitle : t.title;
  const form = { lang, typed, errors };
  const rows = formRows([typed], lastMonth);
  const typing = errors.length > 0 || unavailable === true;
  return (
    <Document title={errors.length > 0 ? `${t.errors} ${title}` : title} context={context} typing={typing} form>
      <h1>{title}</h1>
      {barred && <BarredNotice {...{ barred, month, lang, amends: amends ? props.action : undefined }} />}
      {reported && <ReportedNotice reported={reported} lang={lang} />}
      {unavailable && (
        <Alert title={t.again}>
          <p>{t.unavailable}</p>
        </Alert>
      )}
      <ErrorSummary
        form={{ ...form, typed: { ...typed, ...tasksInWords(rows) } }}
        title={t.errors}
        shows={(name) => showsField(name, rows, regime, table)}
        table={table}
      />
      {props.returned && <ReturnedNotice returned={props.returned} lang={lang} />}
      {amends && <p class="notice">{t.amend}</p>}
      <p class="facts">
        <b>{capitalized(cell.name)}</b>
        {cell.communeName && `, ${cell.communeName}`}, {formatMonth(month, lang)}
      </p>
      <p class="hint">
        {t.regime} {regime.name}. {props.guidance && <a href={props.guidance}>{commonTexts[lang].guidance}</a>}
      </p>
      {planned && typed['kind'] === 'thematic' && (
        <p>
          {themesTexts[lang].byPlan(quarterNumberOf(month))}: {plannedName(planned, lang)}
        </p>
      )}
      {/* Hidden on a form with mistakes, since the writer has read them already. */}
      {errors.length === 0 && <Answers matters={props.matters} lang={lang} />}
      <ReportForm {...props} cell={cell.id} form={form} rows={rows} again={unavailable === true} />
    </Document>
  );
}

/** Tasks that are carried on, which the form sends by their ids: a mistake calls them by their words. */
function tasksInWords({ carriedTasks }: FormRows): Typed {
  return Object.fromEntries(
    carriedTasks.flatMap((task, n) => (task?.what ? [[`followUps[${n}].task`, task.what]] : [])),
  );
}
