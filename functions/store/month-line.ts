import { jsonParts } from '#functions/store/json-parts.ts';
import { figures, isMonth, isUnit } from '#functions/store/shapes.ts';
import { isText, isWhole, listOf, oneOf, shape } from '#shared/input/shape.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { storedFigures } from '#shared/scorecards/stored-verdicts.ts';
import type { MonthLine } from '#shared/scorecards/trend.ts';

/** What a trend shows of a scorecard, and what names it. */
export type KeptLine = MonthLine & Pick<Scorecard, 'revision'>;

const parts = jsonParts({
  ...{ unit: true, name: true, month: true, status: true, revision: true, regime: true, topics: true },
  indicators: true,
  children: { unit: true, name: true, indicators: { id: 'reported', numerator: true, denominator: true } },
});

/** The line of a scorecard in its JSON, of which no more is read. */
export function lineIn(json: Buffer): KeptLine {
  return parts(json) as KeptLine;
}

/** The line of a scorecard: what is kept beside an official one, or would be. */
export function lineOf(scorecard: Scorecard): KeptLine {
  return lineIn(Buffer.from(JSON.stringify(scorecard)));
}

/** A line as a trend shows it. */
export function shownLine(line: KeptLine): KeptLine {
  return { ...line, indicators: storedFigures(line.status, line.indicators) };
}

/** Whether a line has what a trend needs. */
export const isLine = shape({
  ...{ unit: isUnit, name: isText, month: isMonth, status: oneOf(['live', 'official']), revision: isWhole(0, 9999) },
  ...{ regime: isText, indicators: figures },
  children: listOf(shape({ unit: isUnit, name: isText, indicators: figures })),
});
