import type { Answer } from '#functions/http/answer.ts';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { ShapeStore } from '#functions/store/shape-store.ts';
import { lastMonthOf } from '#shared/period.ts';
import { isBehind } from '#shared/scorecards/is-behind.ts';
import { matrixOf } from '#shared/scorecards/matrix.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { type Drawing, drawingFor } from '#shared/units/shapes/unit-shape.ts';
import { MapPage } from '#web/scorecards/map-page.tsx';

export interface MapDeps {
  readonly shapes: Pick<ShapeStore, 'all'>;
}

/** The figure that a map shows if nobody has chosen one. */
const FIRST = 'attendance';

/** The outlines of a scorecard's units; `undefined` where none was given: no map is offered then. */
export async function loadDrawing(
  { unit, children, groups }: Scorecard,
  { shapes }: MapDeps,
): Promise<Drawing | undefined> {
  if (groups.length === 0) return undefined; // a commune's cells have no outlines
  return drawingFor(
    children.map((child) => child.unit),
    await shapes.all(unit),
  );
}

/** One figure of the units of a scorecard as a map; the address names it by `figure`. */
export async function mapAnswer(scorecard: Scorecard, { query, lang, now }: SignedIn, deps: MapDeps): Promise<Answer> {
  const drawing = await loadDrawing(scorecard, deps);
  if (!drawing) return problem('not-found', lang);
  const { columns, rows } = matrixOf(scorecard);
  const figure = columns.find((id) => id === query['figure']) ?? columns.find((id) => id === FIRST) ?? columns[0];
  if (!figure) return problem('not-found', lang);
  const at = columns.indexOf(figure);
  const drawn = new Set(drawing.shapes.map(({ unit }) => unit));
  const { unit, name, month, status, revision } = scorecard;
  return {
    status: 200,
    of: { unit, month: lastMonthOf(month) },
    json: {
      ...{ unit, name, month, status, revision, figure, figures: columns },
      ...{ width: drawing.width, height: drawing.height, shapes: drawing.shapes },
      rows: rows.map((row) => ({ unit: row.unit, name: row.name, ...row.cells[at] })),
      without: rows.filter((row) => !drawn.has(row.unit)).map((row) => row.unit),
    },
    page: (context) => (
      <MapPage
        context={context}
        scorecard={scorecard}
        behind={isBehind(scorecard, now)}
        drawing={drawing}
        figures={columns}
        figure={figure}
      />
    ),
  };
}
