import type { CellRow } from '#functions/scorecards/formats/cell-rows.ts';
import { flagLabels } from '#shared/judging/texts/flags.ts';
import { capitalized } from '#shared/language/format.ts';
import { partsOf } from '#shared/scorecards/find-indicator.ts';

/** What a form on paper notes beside a cell: that its report is not due yet, and why it is below the norm. */
export function noteOf({ reasons, indicators }: Pick<CellRow, 'reasons' | 'indicators'>): string {
  const notDue = partsOf(indicators, 'notDue').numerator > 0;
  const words = [...(notDue ? ['chưa đến hạn báo cáo'] : []), ...reasons.map((reason) => flagLabels.vi[reason])];
  return capitalized(words.join('; '));
}
