import { Doubt, type Reading } from '#shared/input/doubt.ts';
import { parseCount } from '#shared/input/numbers.ts';
import { spelled } from '#shared/input/spelled.ts';

/** A count, with what its writer added: of how many it is, and how many percent of them. */
export interface Share {
  readonly count: number;
  readonly of?: number;
  readonly percent?: number;
}

const things = 'dang vien|d/v|dv|d/c|dc|dong chi|nguoi|chi tieu|members?|people|targets?';
const unit = new RegExp(` ?(?:${things})(?: (?:co mat|vang|du|dat))?$`);
/** The word may also stand before a bracket: `18 đ/c (100%)`. */
const inner = new RegExp(` ?(?:${things})(?= ?[/(-])`, 'g');
const share = /^(\d[\d.]*)(?: ?\/ ?(\d[\d.]*))?(?:(?: ?[-,(:=] ?| )(?:dat |ty le )*(\d{1,3}(?:[.,]\d{1,2})?) ?%\)?)?$/;

/**
 * Reads how many, as people write it: a whole number, of how many (`21/21`), with its share (`14 (100%)`), with the word
 * for what is counted. What the number is of is for the caller to compare.
 *
 * @example readShare('18/18 (Đạt 100%)') //=> { count: 18, of: 18, percent: 100 }
 */
export function readShare(text: string): Reading<Share> {
  const said = spelled(text);
  if (/^-+$/.test(said)) return new Doubt('0');
  const bare = said.replace(unit, '');
  // A workbook that was saved as text writes whole numbers with a decimal.
  const count = parseCount(bare.replace(/(?<=^\d{1,4})[.,]00?$/, ''));
  if (count !== undefined) return { count };
  const comma = /^([1-9]\d{0,2}),(\d{3})$/.exec(bare);
  if (comma) return new Doubt(`${comma[1]}${comma[2]}`);
  const [, first = '', base, percent] = share.exec(bare.replace(inner, '')) ?? [];
  const [counted, of] = [parseCount(first), parseCount(base ?? '')];
  if (counted === undefined || (base !== undefined && of === undefined)) return undefined;
  if (of === undefined && percent === undefined) return undefined;
  return {
    count: counted,
    ...(of !== undefined && { of }),
    ...(percent !== undefined && { percent: Number(percent.replace(',', '.')) }),
  };
}
