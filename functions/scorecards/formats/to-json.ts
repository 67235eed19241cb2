import type { Indicator, Scorecard } from '#shared/scorecard.ts';

/**
 * A scorecard as JSON, its fields always in the same order, whatever order the database gave them: the same scorecard
 * gives the same bytes. Fields that storage adds are left out.
 */
export function toJson(scorecard: Scorecard): string {
  const { unit, name, month, status, revision, generatedAt, digest, regime, overrides, generated } = scorecard;
  const ordered: Scorecard = {
    unit,
    name,
    month,
    status,
    revision,
    generatedAt,
    digest,
    regime,
    ...(overrides && { overrides }),
    ...(generated && { generated }),
    indicators: scorecard.indicators.map(inOrder),
    children: scorecard.children.map(({ unit, name, rank, indicators }) => ({
      unit,
      name,
      rank,
      indicators: indicators.map(inOrder),
    })),
    groups: scorecard.groups.map(({ group, name, communes, indicators }) => ({
      group,
      name,
      communes,
      indicators: indicators.map(inOrder),
    })),
    belowNorm: scorecard.belowNorm.map(({ cell, name, commune, reasons }) => ({ cell, name, commune, reasons })),
  };
  return `${JSON.stringify(ordered)}\n`;
}

function inOrder({
  id,
  numerator,
  denominator,
  value,
  target,
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
    met,
    previousMonth: parts(previousMonth),
    previousYear: parts(previousYear),
  };
}
