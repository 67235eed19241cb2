import { pathTo } from '#shared/access/routes.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized, formatDay, formatMonth } from '#shared/language/format.ts';
import type { Day, Month } from '#shared/period.ts';
import { type Answered, LONGEST_PROPOSAL, MOST_PROPOSALS } from '#shared/proposals/proposal.ts';
import { proposalsTexts } from '#shared/proposals/texts/proposals.ts';
import { Alert } from '#web/components/alert.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { WordsField } from '#web/form/words-field.tsx';

interface ProposePageProps {
  readonly context: PageContext;
  readonly code: string;
  readonly cellName: string;
  readonly month: Month;
  readonly until: Day;
  readonly answers: readonly (Answered & { readonly number: number })[];
  readonly sent?: number;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly problem?: 'full' | { readonly minutes: number };
}

/** Where whoever has the code proposes something. It takes no script and no cookie, and shows nobody else's words. */
export function ProposePage({ context, ...props }: ProposePageProps) {
  const { code, cellName, month, until, answers, sent, typed, errors, problem } = props;
  const { script, ...plain } = context;
  const { lang } = context;
  const t = proposalsTexts[lang];
  const form = { lang, typed, errors };
  return (
    <Document title={t.title} context={plain} typing={errors.length > 0 || problem !== undefined}>
      <h1>{t.title}</h1>
      {sent && (
        <Alert title={t.sent(sent)} tone="done">
          <p>{t.sentHint}</p>
        </Alert>
      )}
      {problem === 'full' && <Alert title={t.full(MOST_PROPOSALS)} />}
      {problem && problem !== 'full' && <Alert title={t.wait(problem.minutes)} />}
      <RowMistakes form={form} title={t.notDone} nameOf={() => t.text} />
      <p class="lead">{t.lead(capitalized(cellName), formatMonth(month, lang), formatDay(until))}</p>
      <form method="post" action={pathTo('/proposals/{code}', { code })} autocomplete="off">
        <WordsField form={form} name="text" label={t.text} hint={t.textHint(LONGEST_PROPOSAL)} rows={5} must />
        <p class="send">
          <button type="submit">{t.send}</button>
        </p>
      </form>
      <p class="hint">{t.anonymous}</p>
      {answers.length > 0 && (
        <section>
          <h2>{t.answers}</h2>
          <ul class="rows">
            {answers.map(({ number, state, reply }) => (
              <li key={number}>
                {t.number(number)}: {t.answer(state, reply ?? '')}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Document>
  );
}
