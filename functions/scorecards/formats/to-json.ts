import type { CellRow } from '#functions/scorecards/formats/cell-rows.ts';
import { daysOf, medianSpan, spans } from '#shared/matters/settling-time.ts';
import { resultUnitCodes } from '#shared/reports/result-units.ts';
import type { Place } from '#shared/scorecards/place.ts';
import type {
  Correction,
  Fraction,
  Indicator,
  MatterLines,
  Scorecard,
  StaffSide,
  StaffSides,
} from '#shared/scorecards/scorecard.ts';
import { staffFigures } from '#shared/scorecards/staff-figures.ts';
import type { UnitId } from '#shared/units/units.ts';

/**
 * A scorecard as JSON, its fields always in the same order, whatever order the database gave them: the same scorecard
 * gives the same bytes. Fields that storage adds are left out. Its schema is `web/public/assets/scorecard.schema.json`.
 *
 * @param cells every cell of the unit, where they are asked for
 * @param place where the unit stands in the one above
 */
export function toJson(scorecard: Scorecard, cells?: readonly CellRow[], place?: Place): string {
  const {
    unit,
    name,
    month,
    status,
    revision,
    generatedAt,
    digest,
    regime,
    overrides,
    generated,
    parts,
    staff,
    matters,
  } = scorecard;
  const { rules, inputs, reopenings, corrections, leftOut } = scorecard;
  const ordered: Ordered = {
    unit,
    name,
    month,
    status,
    revision,
    generatedAt,
    digest,
    ...(rules !== undefined && { rules }),
    ...(inputs && { inputs }),
    ...(reopenings && { reopenings }),
    ...(corrections && { corrections: corrections.map(correctionInOrder) }),
    ...(leftOut && { leftOut: leftOut.map(({ kind, name, why }) => ({ kind, name, why })) }),
    regime,
    ...(overrides && { overrides }),
    ...(generated && { generated }),
    ...(parts && {
      parts: parts.map(({ month, status, revision, digest }) => ({ month, status, revision, digest })),
    }),
    ...topicsInOrder(scorecard),
    ...resultsInOrder(scorecard),
    ...(staff && { staff: staffInOrder(staff) }),
    ...(matters && { matters: mattersInOrder(matters) }),
    indicators: scorecard.indicators.map(inOrder),
    children: scorecard.children.map((child) => ({
      unit: child.unit,
      name: child.name,
      rank: child.rank,
      ...(child.meeting && { meeting: { day: child.meeting.day, members: child.meeting.members } }),
      ...topicsInOrder(child),
      ...resultsInOrder(child),
      indicators: child.indicators.map(inOrder),
    })),
    groups: scorecard.groups.map(({ group, name, communes, indicators, results }) => ({
      group,
      name,
      communes,
      ...(results && resultsInOrder({ results })),
      indicators: indicators.map(inOrder),
    })),
    belowNorm: scorecard.belowNorm.map(({ cell, name, commune, reasons }) => ({ cell, name, commune, reasons })),
    ...(cells && { cells: cells.map(cellInOrder) }),
    ...(place && { place: placeInOrder(place) }),
  };
  return `${JSON.stringify(ordered)}\n`;
}

interface Ordered extends Omit<Scorecard, 'matters'> {
  readonly matters?: object;
  readonly cells?: readonly CellJson[];
  readonly place?: Place;
}

function placeInOrder({ unit, name, status, revision, rank, ranked, indicators }: Place): Place {
  return { unit, name, status, revision, rank, ranked, indicators: indicators.map(inOrder) };
}

/** A cell in few bytes: each figure by its numerator and denominator. */
interface CellJson extends Pick<CellRow, 'unit' | 'name' | 'rank' | 'meeting' | 'topics' | 'results' | 'reasons'> {
  readonly commune: UnitId;
  readonly figures: Readonly<Record<string, readonly [numerator: number, denominator: number]>>;
}

function cellInOrder(cell: CellRow): CellJson {
  const { unit, name, commune, rank, meeting, topics, reasons, indicators } = cell;
  return {
    unit,
    name,
    commune: commune.unit,
    rank,
    ...(meeting && { meeting: { day: meeting.day, members: meeting.members } }),
    ...topicsInOrder({ topics: topics ?? {} }),
    ...resultsInOrder(cell),
    reasons,
    figures: Object.fromEntries(indicators.map(({ id, numerator, denominator }) => [id, [numerator, denominator]])),
  };
}

function topicsInOrder({ topics }: Pick<Scorecard, 'topics'>): Pick<Scorecard, 'topics'> {
  if (!topics) return {};
  return { topics: Object.fromEntries(Object.entries(topics).sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function resultsInOrder({ results }: Pick<Scorecard, 'results'>): Pick<Scorecard, 'results'> {
  if (!results) return {};
  const sums = resultUnitCodes.flatMap((code) => {
    const sum = results[code];
    return sum ? [[code, { quantity: sum.quantity, results: sum.results }]] : [];
  });
  return { results: Object.fromEntries(sums) };
}

function staffInOrder({ present, with: own, without, unknown }: StaffSides): StaffSides {
  const parts = ({ numerator, denominator }: Fraction) => ({ numerator, denominator });
  const side = ({ meetings, figures }: StaffSide): StaffSide => ({
    meetings,
    figures: Object.fromEntries(staffFigures.map((id) => [id, parts(figures[id])])) as StaffSide['figures'],
  });
  return { present: parts(present), with: side(own), without: side(without), unknown };
}

/** Beside the counts the span that holds the median of the days. */
function mattersInOrder(matters: MatterLines): object {
  const lines = Object.entries(matters).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    lines.map(([topic, { opened, settled, open, overdue, days }]) => {
      const median = medianSpan(days);
      const counts = spans.flatMap((span) => (days[span] ? [[span, days[span]]] : []));
      const medianDays = median ? daysOf(median) : null;
      return [topic, { opened, settled, open, overdue, days: Object.fromEntries(counts), medianDays }];
    }),
  );
}

function inOrder({
  id,
  numerator,
  denominator,
  value,
  target,
  verdict,
  met,
  previousMonth,
  previousYear,
}: Indicator): Indicator {
  const parts = (fraction: Indicator['previousMonth']) =>
    fraction && { numerator: fraction.numerator, denominator: fraction.denominator };
  return {
    id,
    numerator,
    denominator,
    value,
    target: target && { comparison: target.comparison, percent: target.percent },
    verdict,
    met,
    previousMonth: parts(previousMonth),
    previousYear: parts(previousYear),
  };
}

function correctionInOrder({ of, kind, before, after, names, reason }: Correction): Correction {
  return {
    of,
    kind,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(names && {
      names: { ...(names.before && { before: names.before }), ...(names.after && { after: names.after }) },
    }),
    ...(reason && { reason }),
  };
}
