/** One figure of a benchmark. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is held against, measured in the same run: the ratio is what counts, the machine is not. */
  readonly floor?: { readonly name: string; readonly value: number };
  /** The ratio that it must not exceed, where one is promised. */
  readonly most?: number;
  /** One of very many: it stands in the JSON, and the table has room for the worst of them only. */
  readonly detail?: true;
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** How long something takes, in milliseconds. */
export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** How much of the processor something takes, in milliseconds: of all threads, a database in its own worker included. */
export async function processorTime(run: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The figures as a table for people, ratios first. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, floor, most }) => [
    floor ? `${(value / floor.value).toFixed(2)}x` : '',
    most === undefined ? '' : `${most}x`,
    name,
    `${round(value)} ${unit}`,
    floor ? `${round(floor.value)} ${unit}, ${floor.name}` : '',
  ]);
  const head = ['ratio', 'at most', 'figure', 'measured', 'against'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const round = (value: number) => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
