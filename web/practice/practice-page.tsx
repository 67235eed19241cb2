import { pathTo } from '#shared/access/routes.ts';
import { audienceLabels } from '#shared/guidance/texts/guidance.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { formatMonth } from '#shared/language/format.ts';
import type { PieceRevision } from '#shared/library/piece.ts';
import { practiceMonth } from '#shared/practice/practice.ts';
import { practiceTexts } from '#shared/practice/texts/practice.ts';
import { practiceMark } from '#shared/practice/texts/practice-mark.ts';
import type { ChoiceField } from '#shared/reports/field.ts';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { SelectField } from '#web/form/select-field.tsx';
import { Help } from '#web/practice/help.tsx';
import { type PracticeProgress, PracticeSteps } from '#web/practice/practice-steps.tsx';

/** What has just become of a practice month. */
export const practiceNews = ['begun', 'emptied', 'over'] as const;

interface PracticePageProps {
  readonly context: PageContext;
  /** Set while somebody practises. */
  readonly progress?: PracticeProgress;
  /** The mock meetings of the guidebook for the type of cell. */
  readonly meetings: readonly Pick<PieceRevision, 'number' | 'title'>[];
  /** What is asked before it begins. */
  readonly type: ChoiceField;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly news?: (typeof practiceNews)[number];
}

/** Where a practice month begins, its steps, and where it ends. */
export function PracticePage({ context, progress, meetings, type, typed, errors, news }: PracticePageProps) {
  const { lang } = context;
  const t = practiceTexts[lang];
  const form = { lang, typed, errors };
  return (
    <Document title={practiceMark[lang].title} context={context} typing={errors.length > 0} work>
      <h1>{practiceMark[lang].title}</h1>
      {news && <Alert title={t[news]} tone={news === 'over' ? 'notice' : 'done'} />}
      <RowMistakes form={form} title={t.notBegun} nameOf={() => type.label[lang]} />
      <p class="lead">{t.lead}</p>
      <p class="notice">{t.safe}</p>
      <Help context={context} of="practice" />
      {progress && (
        <>
          <p>
            <b>
              {t.running(
                audienceLabels[lang][progress.practice.type],
                formatMonth(practiceMonth(progress.practice), lang),
              )}
            </b>
          </p>
          <PracticeSteps progress={progress} meetings={meetings} lang={lang} />
        </>
      )}
      {progress ? (
        (['again', 'empty'] as const).map((action) => (
          <form key={action} method="post" action={pathTo('/practice', {})}>
            <CsrfField context={context} />
            <button type="submit" name="action" value={action} class="quiet">
              {t[action]}
            </button>
          </form>
        ))
      ) : (
        <form method="post" action={pathTo('/practice', {})} autocomplete="off">
          <CsrfField context={context} />
          <SelectField form={form} name="type" field={type} prompt={t.choose} />
          <p class="send">
            <button type="submit" name="action" value="begin">
              {t.begin}
            </button>
          </p>
        </form>
      )}
    </Document>
  );
}
