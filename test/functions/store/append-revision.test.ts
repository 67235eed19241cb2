import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AppendOutcome, appendRevision } from '#functions/store/append-revision.ts';

interface Entry {
  readonly revision: number;
  readonly says: string;
}

type Step = <T>(act: () => T) => Promise<T>;

/** Something that is only ever added to. Each request of the database waits for its turn, so that writers interleave. */
class Log {
  readonly entries: Entry[] = [];
  reads = 0;
  writes = 0;

  append(says: string, base: number, turn: Step = async (act) => act()): Promise<AppendOutcome<Entry>> {
    return appendRevision({
      base,
      newest: () => turn(() => this.read()),
      saysTheSame: (newest) => newest.says === says,
      next: () => ({ revision: base + 1, says }),
      put: (entry) => turn(() => this.put(entry)),
    });
  }

  private read(): Entry | undefined {
    this.reads += 1;
    return this.entries.at(-1);
  }

  private put(entry: Entry): boolean {
    this.writes += 1;
    if (this.entries.some(({ revision }) => revision === entry.revision)) return false;
    this.entries.push(entry);
    return true;
  }

  get numbers(): number[] {
    return this.entries.map(({ revision }) => revision);
  }
}

const numbered = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
const says = fc.constantFrom('a', 'b', 'c');
const asked = fc.record({ says, base: fc.nat({ max: 4 }) });

describe('one after another', () => {
  it('are answered as the newest revision and the one that the writer saw say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { maxLength: 12 }), async (writes) => {
        const log = new Log();
        const model: string[] = [];
        for (const { says, base } of writes) {
          const before = model.at(-1);
          const kind = before === says ? 'same' : model.length === base ? 'added' : 'stale';
          if (kind === 'added') model.push(says);
          const newest = model.length === 0 ? undefined : { revision: model.length, says: model.at(-1) };
          expect(await log.append(says, base)).toEqual({ kind, stored: newest });
        }
        expect(log.entries.map((entry) => entry.says)).toEqual(model);
        expect([log.reads, log.writes]).toEqual([writes.length, model.length]);
      }),
    );
  });

  it('are stored once where an answer got lost and the same is sent again', async () => {
    const log = new Log();
    await log.append('a', 0);
    expect(await log.append('a', 0)).toEqual({ kind: 'same', stored: { revision: 1, says: 'a' } });
    await log.append('b', 1);
    expect(await log.append('a', 0)).toEqual({ kind: 'stale', stored: { revision: 2, says: 'b' } });
    expect(log.numbers).toEqual([1, 2]);
  });

  it('write nothing where nothing is stored and nothing is to be said', async () => {
    const nothing = appendRevision<Entry, undefined>({
      base: 0,
      newest: async () => undefined,
      saysTheSame: () => false,
      next: () => undefined,
      put: () => Promise.reject(new Error('Nothing is to be written')),
    });
    expect(await nothing).toEqual({ kind: 'same', stored: undefined });
  });
});

describe('at the same time', () => {
  it('lose nothing and tell nobody wrong, whoever is quicker', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(says, { maxLength: 3 }),
        fc.array(asked, { minLength: 2, maxLength: 5 }),
        async (scheduler, stored, writes) => {
          const log = new Log();
          for (const each of stored) await log.append(each, log.entries.length);
          const before = log.entries.length;
          const turn: Step = (act) => scheduler.schedule(Promise.resolve()).then(act);
          const running = Promise.all(writes.map(({ says, base }) => log.append(says, base, turn)));
          await scheduler.waitFor(running);
          const outcomes = await running;

          expect(log.numbers).toEqual(numbered(log.entries.length));
          const added = outcomes.filter(({ kind }) => kind === 'added').map(({ stored }) => stored);
          expect(new Set(added)).toEqual(new Set(log.entries.slice(before)));
          expect(added).toHaveLength(log.entries.length - before);
          for (const [at, { kind, stored }] of outcomes.entries()) {
            const { says, base } = writes[at] as (typeof writes)[number];
            if (stored) expect(log.entries).toContainEqual(stored);
            if (kind === 'added') expect(stored).toEqual({ revision: base + 1, says });
            if (kind === 'same') expect(stored?.says).toBe(says);
            // Who is late is shown another revision than the one that it saw, and one that says something else.
            if (kind === 'stale') expect(stored?.revision ?? 0).not.toBe(base);
            if (kind === 'stale') expect(stored?.says).not.toBe(says);
          }
        },
      ),
    );
  });

  it('leave no gap where each tries again on what it is shown, and where each answer may get lost', async () => {
    const writer = fc.record({ says: fc.uuid(), lost: fc.nat({ max: 2 }) });
    const writers = fc.uniqueArray(writer, { minLength: 2, maxLength: 4, selector: ({ says }) => says });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), writers, async (scheduler, all) => {
        const log = new Log();
        const turn: Step = (act) => scheduler.schedule(Promise.resolve()).then(act);
        const write = async ({ says, lost }: { readonly says: string; readonly lost: number }) => {
          let base = 0;
          for (let answers = 0; ; ) {
            const { kind, stored } = await log.append(says, base, turn);
            // A lost answer: the writer knows no better than before, and sends the same once more.
            answers += 1;
            if (answers <= lost) continue;
            if (kind !== 'stale') return;
            base = stored?.revision ?? 0;
          }
        };
        const running = Promise.all(all.map(write));
        await scheduler.waitFor(running);
        await running;
        expect(log.numbers).toEqual(numbered(log.entries.length));
        for (const { says } of all) expect(log.entries.some((entry) => entry.says === says)).toBe(true);
      }),
    );
  });
});
