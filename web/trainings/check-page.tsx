import { pathTo } from '#shared/access/routes.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized } from '#shared/language/format.ts';
import { posts } from '#shared/trainings/attendance.ts';
import { type CheckCount, checkQuestions } from '#shared/trainings/check.ts';
import { trainingTexts } from '#shared/trainings/texts/trainings.ts';
import { type TrainingRevision, trainingName } from '#shared/trainings/training.ts';
import { fullName, type Unit, type UnitId } from '#shared/units/units.ts';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { ChoiceField } from '#web/form/choice-field.tsx';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { Help } from '#web/practice/help.tsx';

export interface CheckPageProps {
  readonly context: PageContext;
  readonly training: TrainingRevision;
  /** The cells of which the reader may answer for a post. */
  readonly cells: readonly Unit[];
  readonly cell: UnitId;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  /** How the check that was just sent went: then each question says what is right and why. */
  readonly count?: CheckCount;
}

/** The questions about what was learnt, and after they were sent the right answers with their reasons. */
export function CheckPage({ context, training, cells, cell, typed, errors, count }: CheckPageProps) {
  const { lang } = context;
  const t = trainingTexts[lang];
  const form = { lang, typed, errors };
  const params = { training: trainingName(training) };
  const choices = Object.entries(posts).map(([code, label]) => [code, label[lang]] as const);
  return (
    <Document title={`${t.check}: ${training.subject}`} context={context} typing={errors.length > 0} work>
      <h1>{t.check}</h1>
      {count && (
        <Alert title={t.checkDone(count.right, count.of)} tone="done" focused>
          <p>{t.checkNext}</p>
        </Alert>
      )}
      <RowMistakes form={form} title={t.errors} nameOf={(field) => asks(field, lang) ?? t.post} />
      <p class="lead">
        <b>{training.subject}.</b> {t.checkLead}
      </p>
      <Help context={context} of="check" />
      <form class="card" method="post" action={pathTo('/trainings/{training}/check', params)}>
        <CsrfField context={context} />
        {cells.length === 1 ? (
          <input type="hidden" name="cell" value={cell} />
        ) : (
          <div class="field">
            <label for="cell">{t.ofCell}</label>
            <select id="cell" name="cell">
              {cells.map((each) => (
                <option key={each.id} value={each.id} selected={each.id === cell}>
                  {capitalized(fullName(each))}
                </option>
              ))}
            </select>
          </div>
        )}
        <ChoiceField form={form} name="post" label={t.post} choices={choices} must />
        {Object.entries(checkQuestions).map(([code, { asks, answers, right, why }]) => (
          <div key={code}>
            <ChoiceField
              form={form}
              name={`check.${code}`}
              label={asks[lang]}
              choices={Object.entries(answers).map(([answer, label]) => [answer, label[lang]] as const)}
              must
            />
            {count && (
              <p>
                <b>{typed[`check.${code}`] === right ? t.checkRight : t.checkWrong(answers[right]?.[lang] ?? right)}</b>{' '}
                {why[lang]}
              </p>
            )}
          </div>
        ))}
        <p class="send">
          <button type="submit">{t.checkSend}</button>
        </p>
      </form>
      <p class="actions">
        <a href={pathTo('/trainings/{training}', params)}>{t.toCourse}</a>
      </p>
    </Document>
  );
}

function asks(field: string, lang: PageContext['lang']): string | undefined {
  return checkQuestions[field.replace('check.', '')]?.asks[lang];
}
