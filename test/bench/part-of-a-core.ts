import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lambda gives a processor by its memory, a whole one at 1,769 MB. @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
export const coresAt = (memoryMb: number): number => memoryMb / 1769;

const root = '/sys/fs/cgroup/cpu';
/** How long a period is in Lambda AWS does not say; in the kernel it is 100 ms unless told otherwise, longer than a start. */
const PERIOD_US = 20_000;

export interface PartOfACore {
  /** Put before a command: it and what it starts get that part of one processor. */
  readonly prefix: readonly string[];
  stop(): void;
}

/**
 * A part of one processor by a quota of the kernel's control groups: so many microseconds of each period, on all threads
 * together, and stillness for the rest of it. `undefined` where the kernel's control groups are not ours to use.
 */
export function partOfACore(cores: number): PartOfACore | undefined {
  const group = join(root, `so-chi-bo-bench-${process.pid}`);
  if (!existsSync(join(root, 'cpu.shares'))) return undefined;
  try {
    mkdirSync(group);
    writeFileSync(join(group, 'cpu.cfs_period_us'), String(PERIOD_US));
    writeFileSync(join(group, 'cpu.cfs_quota_us'), String(Math.round(PERIOD_US * cores)));
  } catch {
    return undefined;
  }
  return {
    prefix: ['/bin/sh', '-c', `echo $$ > ${group}/cgroup.procs && exec "$0" "$@"`],
    stop: () => rmdirSync(group),
  };
}
