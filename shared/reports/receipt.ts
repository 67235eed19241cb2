import { type Month, monthOf, parseMonth } from '#shared/period.ts';
import type { Report } from '#shared/reports/report.ts';

/** Crockford's base 32: no I, L, O or U, which are misread on paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 40 bits of the digest: a chance clash among the 400 reports of a district-month is below one in ten million. */
const LENGTH = 8;

/**
 * The number that an officer writes down on paper: the month, then the first part of the content's digest.
 *
 * @example receiptOf({ digest: '9f86d081…', report: { date: '2021-02-03', … } }) //=> '2102-KY3D-10BR'
 */
export function receiptOf(revision: { readonly digest: string; readonly report: Pick<Report, 'date'> }): string {
  const bits = BigInt(`0x${revision.digest.slice(0, (LENGTH * 5) / 4)}`);
  let letters = '';
  for (let at = LENGTH - 1; at >= 0; at--) letters += ALPHABET[Number((bits >> BigInt(at * 5)) & 31n)];
  const month = monthOf(revision.report.date);
  return `${month.slice(2, 4)}${month.slice(5)}-${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** Reads a number as people type it: any case, with or without hyphens, O for 0 and I or L for 1. */
export function parseReceipt(typed: string): { readonly month: Month; readonly number: string } | undefined {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const parts = /^(\d\d)(\d\d)([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z]{4})$/.exec(letters);
  const month = parts && parseMonth(`20${parts[1]}-${parts[2]}`);
  return parts && month ? { month, number: `${parts[1]}${parts[2]}-${parts[3]}-${parts[4]}` } : undefined;
}
