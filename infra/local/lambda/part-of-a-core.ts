import { mkdirSync, readlinkSync, rmdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Lambda gives a processor by its memory, a whole one at 1,769 MB. @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
export const coresAt = (memoryMb: number): number => memoryMb / 1769;

const root = '/sys/fs/cgroup/cpu';
/** How long a period is in Lambda AWS does not say; in the kernel it is 100 ms unless told otherwise, longer than a start. */
const PERIOD_US = 20_000;

export interface PartOfACore {
  /** The control group's folder. */
  readonly folder: string;
  /** Put before a command: it and what it starts get that part of one processor. */
  readonly prefix: readonly string[];
  /** Once what ran in it has ended. */
  stop(): void;
}

let made = 0;

/**
 * A part of one processor by a quota of the kernel's control groups: so many microseconds of each period, on all threads
 * together, and stillness for the rest of it. `undefined` where the kernel's control groups are not ours to use: only those
 * of version 1 may be given to a single thread that lives beside others, and they take a user with the right to make some.
 */
export function partOfACore(cores: number): PartOfACore | undefined {
  made += 1;
  const folder = join(root, `so-chi-bo-${process.pid}-${made}`);
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, 'cpu.cfs_period_us'), String(PERIOD_US));
    writeFileSync(join(folder, 'cpu.cfs_quota_us'), String(Math.round(PERIOD_US * cores)));
  } catch {
    return undefined;
  }
  return {
    folder,
    prefix: ['/bin/sh', '-c', `echo $$ > ${folder}/cgroup.procs && exec "$0" "$@"`],
    stop: () => rmdirSync(folder),
  };
}

/** From here on the calling thread runs in a part's folder. */
export function moveThreadTo(folder: string): void {
  writeFileSync(join(folder, 'tasks'), basename(readlinkSync('/proc/thread-self')));
}

/** @throws {NoPartOfACore} where `partOfACore` makes none */
export function requirePartsOfACore(): void {
  const tried = partOfACore(1);
  if (!tried) throw new NoPartOfACore();
  tried.stop();
}

export class NoPartOfACore extends Error {
  override readonly message =
    `CORES=lambda needs Linux with control groups of version 1 at ${root}, and a user who may make some (root). ` +
    'Without it functions run as fast as this machine does.';
}
