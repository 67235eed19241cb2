/** A value of ours: a number is written as one, text is escaped, `null` stays blank. */
export type CsvValue = string | number | null;

/**
 * What a spreadsheet would take for a formula: `= + - @`, tab or carriage return, also after blanks and in the wide
 * forms that Excel reads as the narrow ones. Text that begins with an apostrophe is escaped too, so that removing one
 * leading apostrophe always restores the text.
 */
const RISKY = /^(?:'|[\t\r]|\s*[=+\-@＝＋－＠])/u;

/**
 * One line of a file that Excel with Vietnamese settings opens as a table: `;` between cells, a comma in decimals.
 *
 * @example csvRow(['Tân; Tiến', 84.8, null, '=1+1']) //=> '"Tân; Tiến";84,8;;\'=1+1\r\n'
 */
export function csvRow(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(';')}\r\n`;
}

function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const guarded = RISKY.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
