import { formatNumber } from '#shared/language/format.ts';
import { inEach, type Lang } from '#shared/language/lang.ts';
import type { Need } from '#shared/scorecards/need.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';

const texts = inEach({
  silent: {
    vi: (missing: string, cells: string) => `${missing}/${cells} chi bộ quá hạn không có báo cáo`,
    en: (missing: string, cells: string) => `${missing} of ${cells} cells without a report after the deadline`,
  },
  missed: {
    vi: (count: number, names: string) => `chưa đạt ${count} chỉ tiêu: ${names}`,
    en: (count: number, names: string) => `${count} targets missed: ${names}`,
  },
  and: { vi: (more: number) => `và ${more} chỉ tiêu khác`, en: (more: number) => `and ${more} more` },
  alike: {
    vi: (count: number) => `${count} đơn vị khác cần giúp như nhau, xem ở bảng`,
    en: (count: number) => `${count} others need help alike, see the table`,
  },
});

/** How many targets are called by their names. */
const NAMED = 3;

/** Why a unit needs help. */
export function needWords({ missing, missed }: Need, lang: Lang): string {
  const t = texts[lang];
  const { numerator, denominator } = missing;
  const silent = numerator > 0 ? [t.silent(formatNumber(numerator, lang), formatNumber(denominator, lang))] : [];
  // What no cell has reported about is missed with it.
  if (numerator > 0 && numerator === denominator) return silent.join('');
  const more = missed.length - NAMED;
  const names = [
    ...missed.slice(0, NAMED).map((id) => indicatorLabels[lang][id].toLowerCase()),
    ...(more > 0 ? [t.and(more)] : []),
  ].join(', ');
  return [...silent, ...(missed.length > 0 ? [t.missed(missed.length, names)] : [])].join('; ');
}

/** That there are more in equal need than are named; blank if not. */
export function alikeWords(count: number, lang: Lang): string {
  return count > 0 ? texts[lang].alike(count) : '';
}
