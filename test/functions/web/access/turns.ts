/** Takes turns between processes: each stops before each of its steps until the schedule lets it go on. */
export class Turns {
  private readonly waiting = new Map<string, () => void>();
  private readonly running = new Set<string>();
  private wake: () => void = () => undefined;

  /** A process whose steps wait for their turn. */
  start(name: string, run: () => Promise<unknown>): void {
    this.running.add(name);
    const stop = () => {
      this.running.delete(name);
      this.wake();
    };
    run().then(stop, stop);
  }

  /** The same functions, each of which is a step of a process. */
  steps<T extends object>(name: string, functions: T): T {
    const each = Object.entries(functions).map(([key, value]) => [
      key,
      async (...given: unknown[]) => {
        await new Promise<void>((go) => {
          this.waiting.set(name, go);
          this.wake();
        });
        return (value as (...given: unknown[]) => unknown).apply(functions, given);
      },
    ]);
    return Object.fromEntries(each) as T;
  }

  /**
   * Lets the processes go on, a step at a time.
   *
   * @param next who is next, as often as it is asked; who has ended gives its turn to another
   * @param dies who dies before which of its steps, counted from 0
   */
  async run(next: readonly string[], dies: Readonly<Record<string, number>> = {}): Promise<void> {
    const taken: Record<string, number> = {};
    const dead = new Set<string>();
    for (let turn = 0; ; turn += 1) {
      while ([...this.running].some((name) => !dead.has(name) && !this.waiting.has(name))) {
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
      }
      const able = [...this.running].filter((name) => !dead.has(name));
      if (able.length === 0) return;
      const wanted = next[turn % next.length] ?? '';
      const name = able.includes(wanted) ? wanted : (able[0] as string);
      taken[name] = (taken[name] ?? -1) + 1;
      if (taken[name] === dies[name]) {
        dead.add(name);
        continue;
      }
      const go = this.waiting.get(name);
      this.waiting.delete(name);
      go?.();
    }
  }
}
