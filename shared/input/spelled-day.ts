import { spelled } from '#shared/input/spelled.ts';

const english = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekday =
  /^(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu nhat|cn),? ?)?(?:ngay|hom|mung|mong)*(?: mung)? ?/;
const named = /(?<=^\d{1,2})[ .-]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?/;

/**
 * A written day with slashes between its parts: words and other signs become slashes, the day of the week and the
 * midnight that a workbook adds go.
 *
 * @example spelledDay('Thứ ba, ngày 3 tháng 11 năm 2026') //=> '3/11/2026'
 */
export function spelledDay(text: string): string {
  return spelled(text)
    .replace(/[ t]00:00(:00(\.0+)?)?z?$/, '')
    .replace(weekday, '')
    .replace(/[,.]? ?-?(?:thang|thg) ?/, '/')
    .replace(/[,.]? ?nam (?=\d)/, '/')
    .replace(named, (_, name: string) => `/${english.indexOf(name) + 1}`)
    .replace(/(?<=\d) ?[/.,-] ?| (?=\d)/g, '/')
    .replace(/\/$/, '');
}
