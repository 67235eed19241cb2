import { pathTo } from '#shared/access/routes.ts';
import { formatPeriod } from '#shared/language/format.ts';
import type { Period } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { comparedWords } from '#shared/scorecards/texts/compared.ts';
import { mapTexts } from '#shared/scorecards/texts/map.ts';
import { bandNotes, matrixTexts } from '#shared/scorecards/texts/matrix.ts';
import { type ActedOn, MatrixActions } from '#web/actions/matrix-actions.tsx';
import { MonthNav } from '#web/components/month-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { Matrix, MatrixLegend } from '#web/scorecards/matrix.tsx';
import { Standing } from '#web/scorecards/standing.tsx';

interface MatrixPageProps {
  readonly context: PageContext;
  readonly scorecard: Scorecard;
  /** The figures are older than they should be. */
  readonly behind?: boolean;
  /** Outlines of the units are stored. */
  readonly hasMap?: boolean;
  /** What is being done about figures of the units, the first to be done first. */
  readonly acted: readonly ActedOn[];
  readonly previous?: Period;
  readonly next?: Period;
}

/** Shows the units below by their main figures, to be read from a distance and printed on one sheet. */
export function MatrixPage({ context, scorecard, behind, hasMap = false, acted, previous, next }: MatrixPageProps) {
  const { lang } = context;
  const { unit, name, month } = scorecard;
  const t = matrixTexts[lang];
  const title = `${t.title} ${formatPeriod(month, lang)}`;
  return (
    <Document title={`${title}: ${name}`} context={context} wide work>
      <div class="one-sheet">
        <h1>{title}</h1>
        <Standing scorecard={scorecard} behind={behind} lang={lang} />
        <MonthNav
          lang={lang}
          previous={previous}
          next={next}
          to={(other) => pathTo('/scorecards/{unit}/{month}', { unit, month: other }, { view: 'matrix' })}
        />
        <MatrixLegend lang={lang} />
        <p class="hint">
          {t.order} <span class="noprint">{t.follow}</span>
        </p>
        <Matrix scorecard={scorecard} lang={lang} />
        <p class="hint">{bandNotes(scorecard, lang)}</p>
        <p class="hint">{comparedWords(scorecard, lang)}</p>
        <MatrixActions unit={unit} acted={acted} lang={lang} />
        <p class="actions">
          <a href={pathTo('/scorecards/{unit}/{month}', { unit, month })}>{t.scorecard}</a>{' '}
          {hasMap && (
            <a href={pathTo('/scorecards/{unit}/{month}', { unit, month }, { view: 'map' })}>{mapTexts[lang].see}</a>
          )}
        </p>
      </div>
    </Document>
  );
}
