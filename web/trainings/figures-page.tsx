import { pathTo } from '#shared/access/routes.ts';
import { formatDay, formatMonth, formatNumber, formatPercent } from '#shared/language/format.ts';
import type { Month } from '#shared/period.ts';
import { indicatorTable, ruleOf } from '#shared/scorecards/indicators.ts';
import { trainingTexts } from '#shared/trainings/texts/trainings.ts';
import { type TrainingRevision, trainingName } from '#shared/trainings/training.ts';
import {
  type BeforeAfter,
  type ComparedFigure,
  type Comparison,
  comparedFigures,
  LEAST_CELLS,
} from '#shared/trainings/with-without.ts';
import { FiguresTable } from '#web/components/figures-table.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface FiguresPageProps {
  readonly context: PageContext;
  readonly training: TrainingRevision;
  readonly comparison: Comparison;
}

/** The figures of cells with and without a training, before and after it, with how many cells each is told from. */
export function FiguresPage({ context, training, comparison: { before, after, figures } }: FiguresPageProps) {
  const { lang } = context;
  const t = trainingTexts[lang];
  const list = (months: readonly Month[]) =>
    months.length > 0 ? months.map((month) => formatMonth(month, lang)).join(', ') : t.noMonths;
  const rows = comparedFigures.flatMap((id) => [
    { id, who: t.withCourse, told: figures[id].with },
    { id, who: t.without, told: figures[id].without },
  ]);
  const isShort = rows.some(({ told }) => told.before === undefined);
  return (
    <Document title={`${t.figures}: ${training.subject}`} context={context} wide>
      <h1>{t.figures}</h1>
      <p class="lead">
        <b>{training.subject}</b>, {formatDay(training.day)}
      </p>
      <p>{t.figuresLead}</p>
      <p>{t.figuresMonths(list(before), list(after))}</p>
      {isShort && (
        <p role="status">
          <b>{t.tooFew(LEAST_CELLS)}</b>
        </p>
      )}
      <FiguresTable title={t.figures} first={t.figure} heads={[t.n, t.before, t.after]}>
        <tbody>
          {rows.map(({ id, who, told }) => (
            <tr key={`${id} ${who}`}>
              <th scope="row">
                {indicatorTable[id].label[lang]}: {who.toLowerCase()}
              </th>
              <td class="num">{told.n}</td>
              <td class="num">{said(id, told.before, lang)}</td>
              <td class="num">{said(id, told.after, lang)}</td>
            </tr>
          ))}
        </tbody>
      </FiguresTable>
      <p class="hint">{t.meanHint}</p>
      <p class="actions">
        <a href={pathTo('/trainings/{training}', { training: trainingName(training) })}>{t.toCourse}</a>
      </p>
    </Document>
  );
}

function said(id: ComparedFigure, value: BeforeAfter['before'], lang: PageContext['lang']): string {
  if (value === undefined) return '–';
  return ruleOf(id).as === 'mean' ? formatNumber(value, lang, 10) : formatPercent(value * 100, lang, 10);
}
