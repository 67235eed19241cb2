import { formatNumber, formatPercent } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { ruleOf } from '#shared/scorecards/indicators.ts';
import { readingIn } from '#shared/scorecards/measure.ts';
import type { Fraction, Scorecard, StaffSides } from '#shared/scorecards/scorecard.ts';
import { staffFigures } from '#shared/scorecards/staff-figures.ts';
import { staffLabels, staffTexts } from '#shared/scorecards/texts/staff.ts';

interface StaffLine {
  readonly label: string;
  readonly with: string;
  readonly without: string;
}

/** Cells with and without commune staff side by side as they are read, one line a figure. */
export function staffLines(
  { staff, status }: { readonly staff: StaffSides; readonly status: Scorecard['status'] },
  lang: Lang,
): StaffLine[] {
  const { present, with: own, without } = staff;
  const words = (fraction: Fraction, as?: 'mean' | 'count') => sideWords(fraction, as, status, lang);
  const t = staffTexts[lang];
  return [
    {
      label: t.meetings,
      with: formatNumber(own.meetings, lang),
      without: formatNumber(without.meetings, lang),
    },
    { label: t.present, with: words(present), without: '—' },
    ...staffFigures.map((id) => ({
      label: staffLabels[lang][id],
      with: words(own.figures[id], ruleOf(id).as),
      without: words(without.figures[id], ruleOf(id).as),
    })),
  ];
}

/** `90% (18/20)`, or `84,3 (12)` of a mean; a dash where there is nothing to divide by, or nothing yet. */
function sideWords(
  fraction: Fraction,
  as: 'mean' | 'count' | undefined,
  status: Scorecard['status'],
  lang: Lang,
): string {
  const value = readingIn(status, fraction, as);
  if (value === null) return '—';
  const { numerator, denominator } = fraction;
  if (as === 'mean') return `${formatNumber(value, lang)} (${formatNumber(denominator / 100, lang)})`;
  return `${formatPercent(value, lang)} (${formatNumber(numerator, lang)}/${formatNumber(denominator, lang)})`;
}
