/** What a matrix says of one figure: `×× 56,3% ▼`. */
type Words = string;

interface Child {
  readonly unit: string;
  readonly name: string;
  readonly indicators: readonly {
    readonly id: string;
    readonly numerator: number;
    readonly denominator: number;
    readonly value: number | null;
    readonly verdict: string | null;
    readonly target: { readonly percent: number } | null;
    readonly pending?: { readonly cells: number | null; readonly settled: { numerator: number; denominator: number } };
    readonly previousMonth: { readonly numerator: number; readonly denominator: number } | null;
  }[];
}

/** The main figures of a month that ends a quarter, with the headings of the matrix. */
const columns = {
  reported: 'Báo cáo',
  onTime: 'Đúng hạn',
  met: 'Thường kỳ',
  attendance: 'Dự họp',
  attendanceCells: 'Đạt tỷ lệ dự',
  resolution: 'Nghị quyết',
  preparation: 'Chuẩn bị',
  duration: 'Thời lượng',
  thematicQuarter: 'Chuyên đề',
  score: 'Điểm',
  tasksDone: 'Nhiệm vụ xong',
  mattersOverdue: 'Vấn đề quá hạn',
} as const;

export const matrixHeads = Object.values(columns);

/**
 * A second opinion on the matrix, from nothing but a scorecard's JSON: every cell as it is read, unit by unit. Floats
 * here, whole numbers there.
 */
export function recomputeMatrix(
  children: readonly Child[],
  figures: readonly string[] = Object.keys(columns),
): Readonly<Record<string, readonly Words[]>> {
  return Object.fromEntries(
    children.map(({ unit, indicators }) => [
      unit,
      figures.map((id) => {
        const figure = indicators.find((each) => each.id === id);
        if (!figure || figure.value === null) return '—';
        const number = String(figure.value).replace('.', ',');
        const reading = id === 'score' ? number : `${number}%`;
        return [bandOf(figure), reading, arrowOf(figure)].filter((each) => each !== '').join(' ');
      }),
    ]),
  );
}

function bandOf({ id, verdict, target, pending, ...own }: Child['indicators'][number]): string {
  if (!target || !verdict) return '';
  if (verdict !== 'missed') return verdict === 'met' ? '●' : '…';
  const best = pending?.cells
    ? [pending.settled.numerator + pending.cells, pending.settled.denominator + pending.cells]
    : [own.numerator, own.denominator];
  const lacks = target.percent - (100 * (best[0] ?? 0)) / (best[1] ?? 1);
  const [near, far] = id === 'attendance' ? [5, 15] : [10, 30];
  if (lacks < near + 1e-9) return '○';
  return lacks < far + 1e-9 ? '×' : '××';
}

function arrowOf({ id, numerator, denominator, previousMonth }: Child['indicators'][number]): string {
  if (!previousMonth || previousMonth.denominator === 0 || denominator === 0) return '';
  const of = id === 'score' ? 1 : 100;
  const tenths = (n: number, d: number) => Math.floor((n * of * 10) / d + 0.5 + 1e-9);
  const change = tenths(numerator, denominator) - tenths(previousMonth.numerator, previousMonth.denominator);
  return change > 0 ? '▲' : change < 0 ? '▼' : '=';
}
