import { scoreCriteria, type Thematic } from '#shared/judging/criteria.ts';
import type { CriterionResult } from '#shared/judging/judgement.ts';
import { othersIn, sessionMinutes } from '#shared/judging/session.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';

/**
 * Scores every line of a meeting's sheet beside the other meetings of the cell's month. These never cost it a point: a
 * session counts where it is the better length, and the thematic line where it is the better share.
 *
 * @param month the reports of the cell's month, with or without the report itself
 */
export function scoreInMonth(
  report: ReportFigures,
  regime: Regime,
  month: readonly ReportFigures[],
): CriterionResult[] {
  const lines = withThematicPoints(report, regime, othersIn(month, report));
  const minutes = sessionMinutes(report, month, regime);
  if (minutes === undefined) return lines;
  const ofSession = scoreCriteria({
    report: { ...report, durationMinutes: minutes },
    regime,
    thematic: 'together',
  });
  return lines.map((line): CriterionResult => {
    const session = ofSession.find(({ id }) => id === line.id);
    if (!/^(longEnough|tooShort)$/.test(line.why[0]) || !session) return line;
    const [, , least, members] = session.why as readonly ['longEnough' | 'tooShort', number, number, number];
    return (session.points ?? 0) > (line.points ?? 0)
      ? { ...session, why: ['session', minutes, least, members] }
      : line;
  });
}

/**
 * The lines of a meeting's sheet, the thematic one with the points of the month's thematic report. Its points stay with
 * the regular content if the thematic meeting has a lower share of them than that has, or none.
 */
function withThematicPoints(
  report: ReportFigures,
  regime: Regime,
  others: readonly ReportFigures[],
): CriterionResult[] {
  const thematic = report.kind === 'regular' ? others.filter(({ kind }) => kind === 'thematic') : [];
  const score = (held: Thematic, points = report.points) =>
    scoreCriteria({ report: { ...report, points }, regime, thematic: held });
  const without = score('none');
  if (thematic.length === 0) return without;
  const ids = criteriaOf(regime)
    .filter(({ applies }) => applies?.when === 'thematic')
    .map(({ id }) => id);
  const given = pointsGiven(thematic, ids);
  const counted = score('apart', { ...report.points, ...given });
  const own = new Map(counted.filter(({ id }) => ids.includes(id)).map((line) => [line.id, line]));
  if (sumOf(without) > sumOf(counted) || [...own.values()].some(({ points }) => points === undefined)) {
    return without.map((line) => {
      const { points, max } = own.get(line.id) ?? line;
      return own.has(line.id) ? { ...line, why: ['lower', points, max] } : line;
    });
  }
  return counted.map((line) =>
    line.id in given && line.why[0] === 'judged' ? { ...line, why: ['thematicReport'] } : line,
  );
}

const sumOf = (lines: readonly CriterionResult[]) => lines.reduce((sum, { points = 0 }) => sum + points, 0);

/** The last points given on the thematic reports for some lines; of several reports the highest. */
function pointsGiven(thematic: readonly ReportFigures[], ids: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const given = thematic.flatMap(
        ({ points, reviewed, official }) => (official?.[id] ?? reviewed?.[id])?.points ?? points[id] ?? [],
      );
      return given.length > 0 ? [[id, Math.max(...given)]] : [];
    }),
  );
}
