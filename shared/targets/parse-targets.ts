import { oneLine } from '#shared/input/clean-text.ts';
import { Fields } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { formatNumber } from '#shared/language/format.ts';
import { readQuantity } from '#shared/reports/read-quantity.ts';
import { type ResultUnit, resultUnit, resultUnitCodes, stepsOf } from '#shared/reports/result-units.ts';
import type { TypedTarget } from '#shared/targets/target-plan.ts';
import { type QuarterNumber, quarterNumbers, type Year } from '#shared/themes/thematic-plan.ts';

const LONGEST = 300;
/** More years than any term of a congress has. */
const LONGEST_TERM = 10;
/** What cells bring about in a year is more than one resolution does. */
const MONTHS_OF_MOST = 12;
const HIGHEST_ROW = 9999;

export type ParsedTargets =
  | { readonly ok: true; readonly targets: readonly TypedTarget[] }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** The questions of a row, in the order of the form. */
const targetParts = ['what', 'unit', 'quantity', 'q1', 'q2', 'q3', 'q4', 'until'] as const;

/** Reads the targets of a cell's year as they were typed: quantities as people write them, quarters that fit the whole. */
export function parseTargets(typed: Typed, year: Year): ParsedTargets {
  const fields = new Fields(typed);
  const targets = fields.rows('targets', targetParts, (at) => readTarget(fields, at, year), ['row']);
  fields.refuseOthers();
  if (fields.errors.length > 0) return { ok: false, errors: fields.errors };
  return { ok: true, targets: targets.map((target) => JSON.parse(JSON.stringify(target)) as TypedTarget) };
}

function readTarget(fields: Fields, at: string, year: Year): Partial<TypedTarget> {
  const what = fields.words(`${at}.what`, LONGEST);
  const unit = fields.choice(`${at}.unit`, resultUnitCodes);
  const quantity = readAmount(fields, `${at}.quantity`, unit, 'required');
  const quarters = quarterNumbers.flatMap((number) => {
    const amount = readAmount(fields, `${at}.q${number}`, unit, 'optional');
    return amount === undefined ? [] : [[number, amount] as const];
  });
  const until = readUntil(fields, `${at}.until`, year);
  const row = fields.optional(`${at}.row`, (text) => (/^\d{1,4}$/.test(text) ? Number(text) : 0), 'not-a-count');
  if (unit && quantity !== undefined) checkQuarters(fields, at, unit, quantity, quarters);
  return {
    ...(what !== undefined && { what: oneLine(what) }),
    ...(unit && { unit }),
    ...(quantity !== undefined && { quantity }),
    quarters: Object.fromEntries(quarters),
    ...(until && { until }),
    ...(row && row <= HIGHEST_ROW && { row }),
  };
}

function readAmount(fields: Fields, name: string, unit: ResultUnit | undefined, ask: 'required' | 'optional') {
  // While the unit is not known, nothing can be said of it.
  if (!unit) return fields.optional(name, () => 0, 'not-a-quantity');
  const amount = fields[ask](name, (text) => readQuantity(text, unit), 'not-a-quantity');
  const max = resultUnit(unit).most * MONTHS_OF_MOST;
  if (amount !== undefined && amount > max) fields.refuse(name, 'too-large', { max });
  return amount;
}

/** The last year of a term: `2030`, or the term as it is called, `2025-2030`. */
function readUntil(fields: Fields, name: string, year: Year): Year | undefined {
  const last = fields.optional(
    name,
    (text) => /^(?:\d{4} ?[-–] ?)?(\d{4})$/.exec(text)?.[1] as Year | undefined,
    'not-a-term',
  );
  if (last === undefined) return undefined;
  const years = Number(last) - Number(year);
  if (years >= 0 && years <= LONGEST_TERM) return last;
  fields.refuse(name, 'not-a-term');
  return undefined;
}

/** A quarter that alone is above the whole is named; else the whole is, because any of the quarters may be wrong. */
function checkQuarters(
  fields: Fields,
  at: string,
  unit: ResultUnit,
  quantity: number,
  quarters: readonly (readonly [QuarterNumber, number])[],
): void {
  const whole = stepsOf(quantity, unit);
  const max = formatNumber(quantity);
  const above = quarters.filter(([, amount]) => stepsOf(amount, unit) > whole);
  for (const [number] of above) fields.refuse(`${at}.q${number}`, 'too-large', { max });
  const sum = quarters.reduce((total, [, amount]) => total + stepsOf(amount, unit), 0);
  if (above.length === 0 && sum > whole) fields.refuse(`${at}.quantity`, 'quarters-above-whole', { max });
}
