import { pathTo } from '#shared/access/routes.ts';
import { agendaDays } from '#shared/prepare/agenda.ts';
import { MOST_LINES } from '#shared/prepare/parse-agenda.ts';
import { type PrepareTexts, prepareTexts } from '#shared/prepare/texts/prepare.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import { ChoicesField } from '#web/form/choices-field.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { rowCount } from '#web/form/form-state.ts';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { TextField } from '#web/form/text-field.tsx';
import { Help } from '#web/practice/help.tsx';
import { LineRow } from '#web/prepare/line-row.tsx';
import type { PrepareProps } from '#web/prepare/prepare-props.ts';
import { typedOf } from '#web/refill-forms.ts';

/** What is asked about the time before the meeting. */
const beforehand = [...agendaDays, 'focusSubjects'];

/** The agenda to be edited: its lines, when and where, and what was done beforehand. */
export function AgendaForm({ context, cell, prepared: { month }, editing }: PrepareProps) {
  const { lang } = context;
  if (!editing) return null;
  const t = prepareTexts[lang];
  const { typed, errors, conflicts, baseRevision } = editing;
  const form: FormState = { lang, typed, errors };
  const rows = rowCount('lines', [typed, ...typedOf(context, '/prepare', { cell: cell.id, month })], 1, MOST_LINES);
  const theirs = new Map(conflicts.map(({ at, theirs: said }) => [at, t.theirs(said ?? t.takenOut)]));
  const isWrong = (name: string) => errors.some(({ field }) => field.startsWith(name));
  const hintOf = (at: string) => {
    const hint = theirs.get(at);
    return hint === undefined ? {} : { hint };
  };
  return (
    <form id="agenda-form" class="noprint" method="post" action={pathTo('/prepare', {})} autocomplete="off">
      <Help context={context} of="agenda" />
      <CsrfField context={context} />
      <input type="hidden" name="cell" value={cell.id} />
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="baseRevision" value={baseRevision} />
      <TextField form={form} name="day" label={t.day} kind="short" {...hintOf('day')} />
      <TextField form={form} name="startTime" label={t.startTime} kind="short" {...hintOf('startTime')} />
      <TextField form={form} name="venue" label={t.venue} {...hintOf('venue')} />
      <p class="hint">{t.editHint}</p>
      <table class="grid lines">
        <thead>
          <tr>
            <th scope="col">{t.keep}</th>
            <th scope="col">{t.text}</th>
            <th scope="col">{t.minutes}</th>
            <th scope="col">{t.speaker}</th>
            <th scope="col">{t.place}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: Math.min(rows + 1, MOST_LINES) }, (_, n) => (
            <LineRow key={n} form={form} n={n} theirs={theirs} t={t} />
          ))}
        </tbody>
      </table>
      <details class="more" open={beforehand.some((name) => theirs.has(name) || isWrong(name))}>
        <summary>{t.before}</summary>
        <p class="hint">{t.beforeHint}</p>
        {agendaDays.map((name) => (
          <TextField key={name} form={form} name={name} label={t[name]} kind="short" {...hintOf(name)} />
        ))}
        <ChoicesField form={form} name="focusSubjects" field={reportFields.focusSubjects} />
      </details>
      <p class="send">
        <button type="submit">{t.save}</button>
      </p>
    </form>
  );
}

/** What is wrong with an agenda that was sent: it stands at the top of the page. */
export function AgendaMistakes({ context: { lang }, editing }: PrepareProps) {
  if (!editing) return null;
  const { typed, errors, conflicts } = editing;
  const t = prepareTexts[lang];
  return (
    <>
      <RowMistakes form={{ lang, typed, errors }} title={t.errors} nameOf={(field) => nameOf(field, t)} />
      {conflicts.length > 0 && <Alert title={t.conflicts} focused={errors.length === 0} />}
    </>
  );
}

/** What a field is called in the list of mistakes. */
function nameOf(field: string, t: PrepareTexts): string {
  const [, row, part] = /^lines\[(\d+)\]\.(\w+)$/.exec(field) ?? [];
  const names = { ...t, kept: t.keep, who: t.speaker } as Readonly<Record<string, unknown>>;
  const name = names[part ?? field];
  const said = typeof name === 'string' ? name : t.subjects;
  return row === undefined ? said : `${t.line(Number(row) + 1)}, ${said.toLowerCase()}`;
}
