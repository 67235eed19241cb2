import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '#functions/scorecards/formats/cell-rows.ts';
import { toJson } from '#functions/scorecards/formats/to-json.ts';
import { periodsAround } from '#shared/period.ts';
import { indicatorIds } from '#shared/scorecards/indicators.ts';
import { mergeMonths } from '#shared/scorecards/merge-months.ts';
import { placeIn } from '#shared/scorecards/place.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { mismatches } from '#test/functions/scorecards/formats/matches-schema.ts';
import { month, scorecards } from '#test/web/demo-month.ts';

const schema = JSON.parse(readFileSync('web/public/assets/scorecard.schema.json', 'utf8')) as Record<string, unknown>;
const [district, ...communes] = scorecards() as [Scorecard, ...Scorecard[]];
const year = mergeMonths(periodsAround(month)[3], [district]) as Scorecard;
const parsed = (text: string) => JSON.parse(text) as Record<string, unknown>;

describe('the JSON of a scorecard', () => {
  it.each([
    ['a district', toJson(district)],
    ['a commune', toJson(communes[0] as Scorecard)],
    [
      'a commune with its place',
      toJson(communes[0] as Scorecard, undefined, placeIn(district, communes[0]?.unit ?? '')),
    ],
    ['a year', toJson(year)],
    ['what the district set otherwise', toJson({ ...district, overrides: { thematicsAQuarter: 2 } })],
    ['every cell', toJson(district, communes.flatMap(rowsOf))],
    ['nothing yet', toJson({ ...district, status: 'live', revision: 0, children: [], groups: [], belowNorm: [] })],
  ])('of %s matches the schema that is published', (_, text) => {
    expect(mismatches(parsed(text), schema)).toEqual([]);
  });

  it('has every figure in the schema, in the order in which they are shown, and no other', () => {
    const { figure } = schema['$defs'] as { figure: { enum: unknown } };
    expect(figure.enum).toEqual(indicatorIds);
    const known = parsed(toJson(district, communes.flatMap(rowsOf)));
    const renamed = JSON.parse(JSON.stringify(known).replaceAll('"scoreGap"', '"scoreGaps"')) as unknown;
    expect(mismatches(renamed, schema).every((found) => found.includes('none of'))).toBe(true);
    expect(mismatches(renamed, schema).length).toBeGreaterThan(district.children.length);
  });

  it('is refused by the schema where it is wrong', () => {
    const wrong = { ...parsed(toJson(district)), month: '2021-13', revision: -1, more: 1 };
    expect(mismatches(wrong, schema)).toHaveLength(3);
  });

  it('is the same bytes in whatever order the fields of the stored one come', () => {
    const backwards = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(backwards)
        : value !== null && typeof value === 'object'
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([name, part]) => [name, backwards(part)]),
            )
          : value;
    expect(toJson(backwards(district) as Scorecard)).toBe(toJson(district));
  });
});
