import { reportMessageOf } from '#shared/input/texts/errors.ts';
import type { Bilingual, Lang } from '#shared/language/lang.ts';
import type { SheetNorms } from '#shared/norms/regimes.ts';
import { dayAt, parseMonth } from '#shared/period.ts';
import { parseReport } from '#shared/reports/parse-report.ts';
import { splitForm } from '#shared/reports/sent-form.ts';
import { namedMistake } from '#shared/reports/texts/named-mistake.ts';

export interface Checked {
  /** What a page says of the mistakes, if there are any. */
  readonly title: string;
  readonly mistakes: readonly { readonly field: string; readonly says: string }[];
}

const title: Bilingual = {
  vi: 'Chưa gửi: còn chỗ cần sửa. Nội dung vẫn được giữ trên máy.',
  en: 'Not sent: there is something to correct. What you typed is kept.',
};

/**
 * What the server would refuse in a report, as far as a device can tell: it knows the form and the month's norms, and
 * not whether the month is closed or another report is stored. It is loaded apart from the page's script and shares
 * nothing with it.
 *
 * @param body form-urlencoded
 * @param regime the norms that the form carries, as JSON
 */
export function checkReport(body: string, regime: string, lang: Lang): Checked {
  const { typed, month: named } = splitForm(Object.fromEntries(new URLSearchParams(body)));
  const norms: SheetNorms = JSON.parse(regime);
  const month = parseMonth(named ?? '');
  const today = dayAt(new Date().toISOString());
  const parsed = parseReport(typed, { today, norms: () => norms, ...(month && { month }) });
  const errors = parsed.ok ? [] : parsed.errors;
  return {
    title: title[lang],
    mistakes: errors.map((error) => ({
      field: error.field,
      says: namedMistake(error, lang, typed) ?? reportMessageOf(error, lang) ?? error.code,
    })),
  };
}
