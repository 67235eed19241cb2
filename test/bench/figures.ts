/** One figure of a benchmark. */
export interface Figure {
  /** The same from run to run, so that runs can be compared. */
  readonly name: string;
  /** What it was this time, beside its name: which page, of how many. */
  readonly note?: string;
  readonly value: number;
  readonly unit: string;
  /** What it is held against, measured in the same run: the ratio is what counts, the machine is not. */
  readonly floor?: { readonly name: string; readonly value: number };
  /** The ratio that it must not exceed, where one is promised. */
  readonly most?: number;
  /** One of very many: it stands in the JSON, and the table has room for the worst of them only. */
  readonly detail?: true;
}

export const nameOf = ({ name, note }: Figure): string => (note ? `${name}, ${note}` : name);

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
