import { bandStyles } from '#functions/scorecards/formats/xlsx-styles.ts';
import { type Block, centredColumn as centred, textColumn as text } from '#shared/documents/block.ts';
import { FINEST } from '#shared/input/numbers.ts';
import { capitalized, formatNumber, formatPercent } from '#shared/language/format.ts';
import { ruleOf } from '#shared/scorecards/indicators.ts';
import { type MatrixCell, matrixOf } from '#shared/scorecards/matrix.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { bandLegend, bandNotes, matrixLabel, matrixTexts, signsOf } from '#shared/scorecards/texts/matrix.ts';

const t = matrixTexts.vi;
/** Twenty-five communes with head and notes stand on one page. */
const POINTS = 9;

/** The matrix on a page of its own, which lies. */
export function matrixBlocks(scorecard: Scorecard): Block[] {
  const { columns, rows, total } = matrixOf(scorecard);
  const all = [...rows, { name: t.all, cells: total }];
  return [
    { page: 'sideways' },
    { heading: t.title },
    {
      columns: [text(t.unit, 17), ...columns.map((id) => centred(matrixLabel(id, 'vi'), 10))],
      rows: all.map((row) => [capitalized(row.name), ...row.cells.map(cellWords)]),
      shades: all.map((row) => [undefined, ...row.cells.map(shadeOf)]),
      points: POINTS,
    },
    { note: `${bandLegend('vi')}; ▲ ▼ = ${t.since} ${t.order} ${bandNotes(scorecard, 'vi')}` },
    { page: 'new' },
  ];
}

/** `×× 56,3% ▼` */
function cellWords(cell: MatrixCell): string {
  const { id, figure, band, change } = cell;
  if (!figure || figure.value === null) return '—';
  const reading = ruleOf(id).as ? formatNumber(figure.value) : formatPercent(figure.value, 'vi', FINEST);
  return [signsOf({ band, change: null }), reading, signsOf({ band: null, change })].filter(Boolean).join(' ');
}

function shadeOf({ band }: MatrixCell): string | undefined {
  return band && band !== 'open' ? `#${bandStyles[band].fill.fgColor.rgb}` : undefined;
}
