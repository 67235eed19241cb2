import { Doubt, type Reading } from '#shared/input/doubt.ts';
import { spelled } from '#shared/input/spelled.ts';
import { formatNumber } from '#shared/language/format.ts';
import { quantityOf, type ResultUnit, resultUnit, stepsOf } from '#shared/reports/result-units.ts';

/** As many thousands as a billion takes. */
const whole = /^(?:\d{1,12}|[1-9]\d{0,2}(?:[. ]\d{3}){1,3})$/;
const withDecimals = /^(\d{1,3}(?:\.\d{3}){0,3}|\d{1,12}),(\d{1,2})$|^(\d{1,12})\.(\d{1,2})$/;
/** As English writes thousands; a comma before three digits may also begin decimals. */
const thousands = /^[1-9]\d{0,2}(?:,\d{3}){1,3}$/;

/**
 * Reads a quantity as people write it, with or without its unit: `2.100`, `2100m2`, `12,5 công`. One in a larger unit
 * (`1,5 km`, `15 triệu`) is worked out and asked back.
 *
 * @returns `undefined` for anything else: a blank, nothing, another unit, parts that the unit does not have
 * @example readQuantity('2.100 m2', 'land') //=> 2100
 * @example readQuantity('1,5 km', 'road') //=> new Doubt('1.500')
 */
export function readQuantity(text: string, code: ResultUnit): Reading<number> {
  const unit = resultUnit(code);
  const [, number = '', sign = ''] = /^([\d., ]*\d)\s*(\D.*)?$/.exec(spelled(text.replaceAll('²', '2'))) ?? [];
  const written = sign.trim();
  const factor = written === '' || unit.signs.includes(written) ? 1 : unit.larger?.[written];
  if (factor === undefined) return undefined;
  const isSplit = thousands.test(number);
  const value = numberIn(isSplit ? number.replaceAll(',', '') : number);
  if (value === undefined) return undefined;
  // 1.1 times 1000 is a little more than 1100.
  const quantity = Math.round(value * factor * 1e6) / 1e6;
  const exact = quantityOf(stepsOf(quantity, code), code);
  if (quantity <= 0 || exact !== quantity) return undefined;
  return factor === 1 && !isSplit ? quantity : new Doubt(formatNumber(quantity));
}

function numberIn(text: string): number | undefined {
  if (whole.test(text)) return Number(text.replace(/[. ]/g, ''));
  const [, before, after, english, point] = withDecimals.exec(text) ?? [];
  const full = before ?? english;
  return full === undefined ? undefined : Number(`${full.replaceAll('.', '')}.${after ?? point}`);
}
