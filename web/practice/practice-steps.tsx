import type { ComponentChildren } from 'preact';
import { type Path, pathTo } from '#shared/access/routes.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { PieceRevision } from '#shared/library/piece.ts';
import { addMonths } from '#shared/period.ts';
import { type Practice, practiceCell, practiceMonth } from '#shared/practice/practice.ts';
import { practiceTexts } from '#shared/practice/texts/practice.ts';
import type { ReportId } from '#shared/reports/report.ts';

/** How far somebody is on the way. */
export interface PracticeProgress {
  readonly practice: Practice;
  readonly hasAgenda: boolean;
  /** The report of the month's meeting. */
  readonly report?: ReportId;
}

interface PracticeStepsProps {
  readonly progress: PracticeProgress;
  readonly meetings: readonly Pick<PieceRevision, 'number' | 'title'>[];
  readonly lang: Lang;
}

/** The way from one meeting to the next, each step with its page and what to try there. */
export function PracticeSteps({ progress: { practice, hasAgenda, report }, meetings, lang }: PracticeStepsProps) {
  const t = practiceTexts[lang];
  const month = practiceMonth(practice);
  const asked = { cell: practiceCell, month };
  const done = <span class="muted"> ({t.done})</span>;
  /** A step that needs the report of the month. */
  const after = (path: Extract<Path, `/practice/reports/{id}${string}`>, words: string) =>
    report ? (
      <a href={pathTo(path, { id: report })}>{words}</a>
    ) : (
      <>
        {words} <span class="muted">({t.first})</span>
      </>
    );
  const steps: readonly (readonly [ComponentChildren, ComponentChildren?])[] = [
    [
      <>
        <a href={pathTo('/practice/prepare', {}, asked)}>{t.prepare}</a>
        {hasAgenda && done}
      </>,
      t.prepareHint,
    ],
    [
      t.meet,
      meetings.length === 0
        ? t.meetNone
        : meetings.map(({ number, title }, at) => (
            <span key={number}>
              {at > 0 && '; '}
              <a href={pathTo('/library/{piece}', { piece: String(number) })}>{title}</a>
            </span>
          )),
    ],
    [
      <>
        <a href={pathTo('/practice/reports/new', {}, report ? { amend: report } : asked)}>{t.report}</a>
        {report && done}
      </>,
      t.reportHint,
    ],
    [after('/practice/reports/{id}', t.score), t.scoreHint],
    [after('/practice/reports/{id}/papers', t.papers)],
    [
      <a key="next" href={pathTo('/practice/prepare', {}, { cell: practiceCell, month: addMonths(month, 1) })}>
        {t.next}
      </a>,
      t.nextHint,
    ],
  ];
  return (
    <ol class="rows">
      {steps.map(([step, hint], at) => (
        <li key={at}>
          {step}
          {hint && <div class="hint">{hint}</div>}
        </li>
      ))}
    </ol>
  );
}
