import { pathTo } from '#shared/access/routes.ts';
import type { Flag, Judgement } from '#shared/judging/judgement.ts';
import { lostPoints } from '#shared/judging/lost-points.ts';
import { reasonWords } from '#shared/judging/reason-words.ts';
import { criterionName } from '#shared/judging/texts/criteria.ts';
import { flagLabels } from '#shared/judging/texts/flags.ts';
import { reasons } from '#shared/judging/texts/reasons.ts';
import { commonTexts } from '#shared/language/common.ts';
import { capitalized, formatMonth, formatNumber } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Neighbours } from '#shared/neighbours.ts';
import type { Month } from '#shared/period.ts';
import { prepareTexts } from '#shared/prepare/texts/prepare.ts';
import type { ReportId } from '#shared/reports/report.ts';
import { reportTexts } from '#shared/reports/texts/report.ts';
import { resultsTexts } from '#shared/reports/texts/results.ts';
import { gradeLabels } from '#shared/reports/texts/states.ts';
import { tasksTexts } from '#shared/reports/texts/tasks.ts';
import type { TargetProgress } from '#shared/targets/progress.ts';
import { targetTexts } from '#shared/targets/texts/targets.ts';
import type { Year } from '#shared/themes/thematic-plan.ts';
import type { UnitId } from '#shared/units/units.ts';
import { boardPath } from '#web/components/board-path.ts';
import { LineageNote, type RelatedUnit } from '#web/components/lineage-note.tsx';
import { type Neighbour, NeighbourNav } from '#web/components/neighbour-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { Help } from '#web/practice/help.tsx';
import { ProgressTable } from '#web/targets/progress-table.tsx';

/** What a cell's month came to. */
export interface MonthResult {
  readonly month: Month;
  /** Until then a missing report is not late. */
  readonly closed: boolean;
  readonly reported: boolean;
  readonly flags: readonly Flag[];
  /** The regular meeting, if there was one. */
  readonly regular?: { readonly id: ReportId; readonly judgement: Judgement };
}

interface ResultsPageProps {
  readonly context: PageContext;
  readonly cell: { readonly id: UnitId; readonly name: string };
  /** The cells before and after it in its commune. */
  readonly beside?: Neighbours<Neighbour>;
  /** What the cell was before a reform, and what it became. */
  readonly before?: readonly RelatedUnit[];
  readonly after?: readonly RelatedUnit[];
  /** It stands no more: nothing is prepared there. */
  readonly hasEnded?: boolean;
  /** The newest month first. */
  readonly results: readonly MonthResult[];
  readonly year: Year;
  /** What of the year's targets is done. */
  readonly progress: readonly TargetProgress[];
}

/** A cell's months, each with what it lacks and the sentence that says what would win it. */
export function ResultsPage(props: ResultsPageProps) {
  const { context, cell, beside, results, year, progress, before = [], after = [] } = props;
  const { lang } = context;
  const t = resultsTexts[lang];
  const newest = results.find(({ regular }) => regular)?.month;
  return (
    <Document title={t.titleOf(capitalized(cell.name))} context={context}>
      <h1>{t.titleOf(capitalized(cell.name))}</h1>
      <p class="lead">{t.lead}</p>
      <LineageNote lang={lang} before={before} after={after} />
      <NeighbourNav label={commonTexts[lang].cells} {...beside} />
      <Help context={context} of="results" />
      <section>
        <h2>{targetTexts[lang].title(year)}</h2>
        {progress.length > 0 && <ProgressTable progress={progress} cell={cell.id} lang={lang} />}
        <p class="actions">
          <a href={pathTo('/targets', {}, { cell: cell.id, year })}>{targetTexts[lang].toTargets}</a>
        </p>
      </section>
      {results.map((result) => (
        <details key={result.month} open={result.month === newest}>
          <summary>
            <b>{capitalized(formatMonth(result.month, lang))}</b>: {headOf(result, lang)}
          </summary>
          <InMonth result={result} lang={lang} />
        </details>
      ))}
      {results[0] && (
        <p class="actions">
          {!props.hasEnded && (
            <>
              <a href={pathTo('/prepare', {}, { cell: cell.id })}>{prepareTexts[lang].prepareNext}</a>{' '}
            </>
          )}
          <a href={boardPath(context, cell.id, results[0].month)}>{reportTexts[lang].back}</a>{' '}
          <a href={pathTo('/tasks', {}, { unit: cell.id })}>{tasksTexts[lang].link}</a>
        </p>
      )}
    </Document>
  );
}

function headOf({ regular, reported }: MonthResult, lang: Lang): string {
  const t = resultsTexts[lang];
  if (!regular) return reported ? t.noRegular : t.missing;
  const { total, grade } = regular.judgement;
  const points = `${formatNumber(total.points, lang)}/${formatNumber(total.max, lang)}`;
  const words = grade ? gradeLabels[lang][grade] : reportTexts[lang].ungraded;
  return `${reportTexts[lang].points.toLowerCase()} ${points}, ${words}`;
}

function InMonth({ result: { regular, flags, closed }, lang }: { readonly result: MonthResult; readonly lang: Lang }) {
  const t = resultsTexts[lang];
  const said = flags.filter((flag) => closed || flag !== 'missing').map((flag) => flagLabels[lang][flag]);
  const judgement = regular?.judgement;
  const lost = judgement ? lostPoints(judgement) : [];
  const open = judgement?.criteria.filter(({ points }) => points === undefined) ?? [];
  return (
    <>
      {said.length > 0 && (
        <p>
          {reportTexts[lang].flags}: {said.join('; ')}.
        </p>
      )}
      {lost.length > 0 && (
        <>
          <p>{t.lost}:</p>
          <ul class="rows">
            {lost.map((line) => (
              <li key={line.id}>
                <b>{criterionName(line.id, lang)}</b>. {reasonWords(line, reasons[lang])}
              </li>
            ))}
          </ul>
        </>
      )}
      {judgement && lost.length === 0 && <p>{t.none}</p>}
      {open.length > 0 && <p>{t.open(open.map(({ id }) => criterionName(id, lang)).join('; '))}</p>}
      {regular && (
        <p class="actions">
          <a href={pathTo('/reports/{id}', { id: regular.id })}>{t.report}</a>
        </p>
      )}
    </>
  );
}
