import { type CsvValue, csvRow } from '#functions/http/csv-row.ts';
import { figureColumns, resultColumn } from '#functions/scorecards/formats/columns.ts';
import type { Instant } from '#shared/period.ts';
import { resultUnitCodes, resultUnits } from '#shared/reports/result-units.ts';
import { ruleOf } from '#shared/scorecards/indicators.ts';
import { readingIn } from '#shared/scorecards/measure.ts';
import type { Place } from '#shared/scorecards/place.ts';
import type { Fraction, Indicator, ResultSums, Scorecard, ScorecardGroup } from '#shared/scorecards/scorecard.ts';
import { staffFigures } from '#shared/scorecards/staff-figures.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import { resultTexts } from '#shared/scorecards/texts/results.ts';
import { staffLabels, staffTexts } from '#shared/scorecards/texts/staff.ts';
import { withoutReport } from '#shared/scorecards/without-report.ts';
import type { UnitId } from '#shared/units/units.ts';

type Column = keyof typeof figureColumns;
const header = Object.keys(figureColumns) as Column[];

/** Whose figures a block of lines is. */
interface Subject {
  readonly unit: string;
  readonly name: string;
  readonly level: 'district' | 'commune' | 'cell' | 'group';
  readonly rank: number | null;
}

/**
 * A scorecard as a tidy table, one line a figure: of the unit, of each unit below it, of each working group. Behind them
 * stands one line for each unit of results in which any of these reports some, and last the unit's cells with commune staff
 * beside those without.
 *
 * @param place where the unit stands in the one above: its rank, and last the sums of that one, of its own scorecard
 */
export function toCsv(scorecard: Scorecard, place?: Place): string {
  const { unit, name, indicators, children, groups } = scorecard;
  const group = ({ group, name }: ScorecardGroup): Subject => ({
    unit: `${unit}#${group}`,
    name,
    level: 'group',
    rank: null,
  });
  const own: Subject = { unit, name, level: levelOf(unit), rank: place?.rank ?? null };
  const lines = (subject: Subject, figures: readonly Indicator[]) =>
    figures.map((figure) => csvRow(line(scorecard, { ...subject, ...withoutReport(figures) }, figure)));
  return [
    // Without the byte order mark Excel reads the file as Latin letters.
    `\uFEFF${csvRow(header)}`,
    ...lines(own, indicators),
    ...children.flatMap((child) => lines({ ...child, level: levelOf(child.unit) }, child.indicators)),
    ...groups.flatMap((each) => lines(group(each), each.indicators)),
    ...resultLines(scorecard, own, scorecard.results),
    ...children.flatMap((child) => resultLines(scorecard, { ...child, level: levelOf(child.unit) }, child.results)),
    ...groups.flatMap((each) => resultLines(scorecard, group(each), each.results)),
    ...staffLines(scorecard, own),
    ...(place ? above(scorecard, place) : []),
  ].join('');
}

/** Its digest and time are those of another scorecard, which is not in the file. */
function above(scorecard: Scorecard, { unit, name, status, revision, indicators }: Place): string[] {
  const own = { ...scorecard, status, revision, generatedAt: null, digest: null };
  const subject = { unit, name, level: levelOf(unit), rank: null, ...withoutReport(indicators) };
  return indicators.map((figure) => csvRow(line(own, subject, figure)));
}

type Told = Pick<Scorecard, 'month' | 'status' | 'revision' | 'generated'> & {
  readonly generatedAt: Instant | null;
  readonly digest: string | null;
};

function line(
  scorecard: Told,
  { unit, name, level, rank, notDue, missing }: Subject & ReturnType<typeof withoutReport>,
  figure: Indicator,
): CsvValue[] {
  const { month, status, revision, generatedAt, digest, generated } = scorecard;
  const { id, numerator, denominator, value, target, verdict, met, previousMonth, previousYear } = figure;
  const row: Record<Column, CsvValue> = {
    unit,
    name,
    level,
    rank,
    month,
    status,
    revision,
    indicator: id,
    indicatorName: indicatorLabels.vi[id],
    numerator,
    denominator,
    value,
    targetComparison: target?.comparison ?? null,
    targetPercent: target?.percent ?? null,
    met: met === null ? null : met ? 'yes' : 'no',
    previousMonthNumerator: previousMonth?.numerator ?? null,
    previousMonthDenominator: previousMonth?.denominator ?? null,
    previousYearNumerator: previousYear?.numerator ?? null,
    previousYearDenominator: previousYear?.denominator ?? null,
    generatedAt,
    digest,
    generated: generated ? 'yes' : 'no',
    verdict,
    notDue,
    missing,
    results: null,
  };
  return header.map((column) => row[column]);
}

/** A line behind the figures: what it says, in the columns that it has. */
function lineBehind(
  { month, status, revision, generatedAt, digest, generated }: Scorecard,
  { unit, name, level, rank }: Subject,
  says: Partial<Record<Column, CsvValue>>,
): string {
  const said: typeof says = {
    ...{ unit, name, level, rank, month, status, revision, generatedAt, digest },
    generated: generated ? 'yes' : 'no',
    ...says,
  };
  return csvRow(header.map((column) => said[column] ?? null));
}

/** What was brought about, a line for each unit in which it is counted: the quantity, and how many results it adds up. */
function resultLines(scorecard: Scorecard, subject: Subject, sums: ResultSums = {}): string[] {
  return resultUnitCodes.flatMap((code) => {
    const sum = sums[code];
    if (!sum) return [];
    const indicatorName = `${resultTexts.vi.title}: ${resultUnits[code].vi}`;
    return lineBehind(scorecard, subject, {
      ...{ indicator: resultColumn(code), indicatorName, value: sum.quantity, results: sum.results },
    });
  });
}

/** Cells with commune staff and without, each figure a line; last the staff who came. */
function staffLines(scorecard: Scorecard, subject: Subject): string[] {
  const { staff, status } = scorecard;
  if (!staff) return [];
  const told = (indicator: string, indicatorName: string, fraction: Fraction, as?: 'mean' | 'count') =>
    lineBehind(scorecard, subject, {
      ...{ indicator, indicatorName, ...fraction },
      value: readingIn(status, fraction, as),
    });
  const sides = (['with', 'without'] as const).flatMap((side) =>
    staffFigures.map((id) =>
      told(
        `${side}Staff.${id}`,
        `${staffLabels.vi[id]}: ${staffTexts.vi[side]}`,
        staff[side].figures[id],
        ruleOf(id).as,
      ),
    ),
  );
  return [...sides, told('communeStaffPresent', staffTexts.vi.present, staff.present)];
}

/** A unit's level by the number of slugs in its path. */
function levelOf(unit: UnitId): Subject['level'] {
  return (['district', 'commune'] as const)[unit.split('.').length - 1] ?? 'cell';
}
