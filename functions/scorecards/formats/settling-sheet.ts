import { cellRef, type WriteSheet } from 'hucre/xlsx';
import { drawTitle } from '#functions/scorecards/formats/letterhead.ts';
import { rangeBetween, SheetDraft } from '#functions/scorecards/formats/sheet-draft.ts';
import { formats, numberStyle, styles } from '#functions/scorecards/formats/xlsx-styles.ts';
import { spans } from '#shared/matters/settling-time.ts';
import { type Topic, topics } from '#shared/reports/topics.ts';
import { wholeLine } from '#shared/scorecards/matter-lines.ts';
import type { MatterLine, Scorecard } from '#shared/scorecards/scorecard.ts';
import { matterLineTexts, medianWords, spanWords } from '#shared/scorecards/texts/matter-lines.ts';

const t = matterLineTexts.vi;
const counts = ['opened', 'settled', 'open', 'overdue'] as const;
const FIRST_COUNT = 2;
const SETTLED = FIRST_COUNT + counts.indexOf('settled');
const FIRST_SPAN = FIRST_COUNT + counts.length;
const HALF = FIRST_SPAN + spans.length;
const width = HALF + 1;

/** What became of matters, topic by topic; how many were settled, and within how many days half of them, are formulas. */
export function settlingSheet(scorecard: Scorecard): WriteSheet {
  const draft = new SheetDraft('Giải quyết vấn đề');
  const head = drawTitle(draft, scorecard, 'KẾT QUẢ GIẢI QUYẾT VẤN ĐỀ THEO LĨNH VỰC', 0, width);
  const heads = [
    'TT',
    t.topic,
    ...counts.map((count) => t[count]),
    ...spans.map((span) => spanWords(span, 'vi')),
    t.half,
  ];
  for (const [column, text] of heads.entries()) draft.put(head, column, text, styles.head);
  draft.setHeight(head, 48);
  const { matters = {} } = scorecard;
  const lines = Object.entries(matters) as [Topic, MatterLine][];
  const first = head + 1;
  const last = first + lines.length;
  for (const [at, [topic, line]] of lines.entries()) {
    const row = first + at;
    draft.put(row, 0, at + 1, styles.centred);
    draft.put(row, 1, topics[topic].vi, styles.text);
    drawLine(draft, row, head, line);
  }
  draft.put(last, 0, null, styles.strongText);
  draft.put(last, 1, t.all, styles.strongText);
  drawTotal(draft, { first, last, head }, wholeLine(matters));
  draft.join(last + 1, 0, width - 1, t.note, styles.note, 18);
  return draft.finish({
    widths: [6, 28, ...counts.map(() => 11), ...spans.map(() => 9), 14],
    fixedRows: first,
    fixedColumns: FIRST_COUNT,
    pageSetup: { fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
}

function drawLine(draft: SheetDraft, row: number, head: number, line: MatterLine): void {
  for (const [column, value] of valuesOf(line)) {
    if (column === SETTLED) {
      draft.compute(row, column, `SUM(${spanRange(row, row)})`, value, numberStyle(formats.count));
    } else draft.put(row, column, value, numberStyle(formats.count));
  }
  drawHalf(draft, row, head, line);
}

function drawTotal(
  draft: SheetDraft,
  { first, last, head }: { readonly first: number; readonly last: number; readonly head: number },
  line: MatterLine,
): void {
  for (const [column, value] of valuesOf(line)) {
    const formula = last > first ? `SUM(${rangeBetween(first, column, last - 1, column)})` : '0';
    draft.compute(last, column, formula, value, numberStyle(formats.count, 'total'));
  }
  drawHalf(draft, last, head, line);
}

/** The first span by whose end half were settled. */
function drawHalf(draft: SheetDraft, row: number, head: number, { days }: MatterLine): void {
  const settled = cellRef(row, SETTLED);
  const steps = spans.map((_, at) => {
    const upTo = rangeBetween(row, FIRST_SPAN, row, FIRST_SPAN + at);
    return `IF(2*SUM(${upTo})>=${settled},${cellRef(head, FIRST_SPAN + at)},`;
  });
  const formula = `IF(${settled}=0,"—",${steps.join('')}"—"${')'.repeat(steps.length)})`;
  draft.computeText(row, HALF, formula, medianWords(days, 'vi'), styles.centred);
}

/** The numbers of a line by their columns. */
function valuesOf(line: MatterLine): (readonly [column: number, value: number])[] {
  return [
    ...counts.map((count, at) => [FIRST_COUNT + at, line[count]] as const),
    ...spans.map((span, at) => [FIRST_SPAN + at, line.days[span] ?? 0] as const),
  ];
}

function spanRange(from: number, to: number): string {
  return rangeBetween(from, FIRST_SPAN, to, HALF - 1);
}
