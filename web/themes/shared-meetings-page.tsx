import { pathTo } from '#shared/access/routes.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized, formatDay } from '#shared/language/format.ts';
import type { ReportId } from '#shared/reports/report.ts';
import type { SharedRevision } from '#shared/themes/shared-meeting.ts';
import { sharedMeetingsTexts } from '#shared/themes/texts/shared-meetings.ts';
import { themes } from '#shared/themes/themes.ts';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { labelAt } from '#web/form/form-state.ts';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { WordsField } from '#web/form/words-field.tsx';
import { ThemeField } from '#web/themes/theme-field.tsx';

interface SharedMeetingsPageProps {
  readonly context: PageContext;
  readonly meetings: readonly SharedRevision[];
  /** The meetings that the reader may withdraw. */
  readonly own: ReadonlySet<ReportId>;
  /** The meeting that the reader is about to share. */
  readonly asked?: {
    readonly report: ReportId;
    readonly name: string;
    readonly baseRevision: number;
    readonly typed: Typed;
  };
  readonly errors: readonly FieldError[];
  readonly stale: boolean;
  readonly done: boolean;
}

/** The thematic meetings that are shared with all cells of a district. */
export function SharedMeetingsPage({ context, meetings, own, asked, errors, stale, done }: SharedMeetingsPageProps) {
  const { lang } = context;
  const t = sharedMeetingsTexts[lang];
  const form = { lang, typed: asked?.typed ?? {}, errors };
  return (
    <Document title={t.title} context={context} typing={stale || errors.length > 0}>
      <h1>{t.title}</h1>
      {stale && <Alert title={t.stale} />}
      <RowMistakes
        form={form}
        title={t.errors}
        nameOf={(field) => (field === 'theme' ? t.theme : labelAt(form, field))}
      />
      {done && <Alert title={t.stored} tone="done" />}
      <p class="lead">{t.lead}</p>
      {asked && (
        <form class="card" method="post" action={pathTo('/themes/shared', {})}>
          <h2>{t.form(asked.name)}</h2>
          <CsrfField context={context} />
          <input type="hidden" name="action" value="share" />
          <input type="hidden" name="report" value={asked.report} />
          <input type="hidden" name="baseRevision" value={asked.baseRevision} />
          <ThemeField form={form} name="theme" label={t.theme} />
          <WordsField form={form} name="note" rows={5} hint={t.noteHint} />
          <p class="send">
            <button type="submit">{t.send}</button>
          </p>
        </form>
      )}
      {meetings.length === 0 && <p>{t.none}</p>}
      {meetings.map((meeting) => (
        <section key={meeting.report}>
          <h2>{themes[meeting.theme][lang]}</h2>
          <p>
            <b>{capitalized(meeting.name)}</b>, {formatDay(meeting.date)}
          </p>
          {meeting.note.split('\n').map((line) => (
            <p key={line}>{line}</p>
          ))}
          {own.has(meeting.report) && (
            <form method="post" action={pathTo('/themes/shared', {})}>
              <CsrfField context={context} />
              <input type="hidden" name="action" value="withdraw" />
              <input type="hidden" name="report" value={meeting.report} />
              <input type="hidden" name="baseRevision" value={meeting.revision} />
              <button type="submit" class="quiet">
                {t.withdraw}
              </button>
            </form>
          )}
        </section>
      ))}
    </Document>
  );
}
