import type { WriteSheet } from 'hucre/xlsx';
import { drawTitle } from '#functions/scorecards/formats/letterhead.ts';
import type { BodyRow } from '#functions/scorecards/formats/sheet-body.ts';
import { rangeBetween, SheetDraft } from '#functions/scorecards/formats/sheet-draft.ts';
import { styles } from '#functions/scorecards/formats/xlsx-styles.ts';
import { flags } from '#shared/judging/judgement.ts';
import { flagLabels } from '#shared/judging/texts/flags.ts';
import { capitalized } from '#shared/language/format.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';

const lead = [
  ['TT', 6],
  ['Đơn vị', 22],
  ['Chi bộ', 34],
] as const;
const width = lead.length + flags.length;

/** The cells below the norm, an X under each reason, as the monthly forms on paper have it; the last row counts. */
export function belowNormSheet(scorecard: Scorecard): WriteSheet {
  const draft = new SheetDraft('Chi bộ dưới chuẩn');
  const head = drawTitle(draft, scorecard, 'CHI BỘ CÓ NỘI DUNG CHƯA ĐẠT YÊU CẦU', 0, width);
  for (const [column, [text]] of lead.entries()) draft.put(head, column, text, styles.head);
  for (const [at, flag] of flags.entries()) {
    draft.put(head, lead.length + at, capitalized(flagLabels.vi[flag]), styles.head);
  }
  draft.setHeight(head, 64);

  const first = head + 1;
  const last = first + scorecard.belowNorm.length;
  if (last > first) {
    draft.fill({ first, columnStyles, rows: () => rowsOf(scorecard) });
    drawCounts(draft, scorecard, first, last);
  } else draft.join(first, 0, width - 1, 'Không có chi bộ nào.', styles.text);

  return draft.finish({
    widths: [...lead.map(([, each]) => each), ...flags.map(() => 11)],
    fixedRows: first,
    fixedColumns: lead.length,
    autoFilter: { range: rangeBetween(head, 0, Math.max(last - 1, head), width - 1) },
    pageSetup: { fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
}

const columnStyles = [styles.centred, styles.text, styles.text, ...flags.map(() => styles.centred)];

function* rowsOf({ belowNorm }: Scorecard): Generator<BodyRow> {
  for (const [at, { commune, name, reasons }] of belowNorm.entries()) {
    const marks = flags.map((flag) => (reasons.includes(flag) ? 'X' : null));
    yield { values: [at + 1, capitalized(commune), name, ...marks], height: undefined };
  }
}

function drawCounts(draft: SheetDraft, { belowNorm }: Scorecard, first: number, last: number): void {
  const total = `Cộng: ${belowNorm.length} chi bộ`;
  draft.join(last, 0, lead.length - 1, total, styles.strongText);
  for (const [place, flag] of flags.entries()) {
    const column = lead.length + place;
    const formula = `COUNTIF(${rangeBetween(first, column, last - 1, column)},"X")`;
    const count = belowNorm.filter(({ reasons }) => reasons.includes(flag)).length;
    draft.compute(last, column, formula, count, { ...styles.centred, font: styles.strongText.font });
  }
}
