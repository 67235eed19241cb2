import { METADATA } from '#functions/http/csv-columns.ts';
import { isMonth, type Period, parsePeriod } from '#shared/period.ts';
import { isUnitId, type UnitId } from '#shared/units/units.ts';

export const formats = ['xlsx', 'pdf', 'csv', 'json'] as const;
export type Format = (typeof formats)[number];

/** The parts of a scorecard's address. */
export interface ScorecardRequest {
  readonly unit: UnitId;
  readonly period: Period;
  readonly format?: Format;
  /** The revision of an official scorecard; the newest if absent. */
  readonly revision?: number;
  /** Not the CSV file itself, but what describes its columns. */
  readonly described?: true;
  /** CSV and JSON: every cell of the unit, or the twelve months up to this one. */
  readonly rows?: 'cells' | 'months';
}

/**
 * Reads the address of a scorecard: `/scorecards/hiep-hoa/2021-02.xlsx?revision=1`. The HTTP API passes the last path
 * segment whole: the period with the extension.
 */
export function readScorecardRequest(
  { unit = '', month = '' }: Readonly<Record<string, string | undefined>>,
  query: Readonly<Record<string, string | undefined>>,
): ScorecardRequest | undefined {
  const described = month.endsWith(`.csv${METADATA}`);
  const [name = '', ending, ...more] = (described ? month.slice(0, -METADATA.length) : month).split('.');
  const period = parsePeriod(name);
  const format = formats.find((each) => each === ending);
  if (!isUnitId(unit) || !period || more.length > 0 || (ending !== undefined && !format)) return undefined;
  const rows = (['cells', 'months'] as const).find((each) => each === query['rows']);
  const asked = { unit, period, ...(rows && { rows }), ...(format && { format }), ...(described && { described }) };
  if (query['revision'] === undefined) return asked;
  const known = /^[1-9]\d{0,3}$/.test(query['revision']) && isMonth(period);
  return known ? { ...asked, revision: Number(query['revision']) } : undefined;
}
