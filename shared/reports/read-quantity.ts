import { Doubt, type Reading } from '#shared/input/doubt.ts';
import { spelled } from '#shared/input/spelled.ts';
import { formatNumber } from '#shared/language/format.ts';
import { quantityOf, type ResultUnit, resultUnit, stepsOf } from '#shared/reports/result-units.ts';

/** A whole number, its thousands apart or not, and at most two decimals. */
const parts = /^(\d{1,12}|[1-9]\d{0,2}(?:[. ]\d{3}){1,3})(?:[.,](\d\d?))?$/;

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
  const [, number = '', sign = ''] = /^([\d., ]*\d)\s*(m2|[^\d]*?)(?:[^a-z\d]\D*)?$/.exec(written(text)) ?? [];
  const isOwn =
    sign === '' || [unit.vi, unit.en, ...(unit.signs ?? [])].some((each) => written(each).split(' ')[0] === sign);
  const factor = isOwn ? 1 : unit.larger?.[sign];
  if (factor === undefined) return undefined;
  // As English writes thousands, or three decimals.
  const plain = number.replace(/,(?=\d{3})/g, '.');
  const [, full, part = ''] = parts.exec(plain) ?? [];
  if (full === undefined) return undefined;
  const value = Number(`${full.replace(/[. ]/g, '')}.${part}`);
  // 1.1 times 1000 is a little more than 1100.
  const quantity = Math.round(value * factor * 1e6) / 1e6;
  const exact = quantityOf(stepsOf(quantity, code), code);
  if (quantity <= 0 || exact !== quantity) return undefined;
  return isOwn && plain === number ? quantity : new Doubt(formatNumber(quantity));
}

/** In the letters of `spelled`, with one sign for a metre and one for its square. */
function written(text: string): string {
  return spelled(text.replaceAll('²', '2'))
    .replace(/\bm(?:et)? vuong\b|\bm 2\b/g, 'm2')
    .replace(/met\b/, 'm');
}
