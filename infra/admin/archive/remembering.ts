import { listingUnreadable, noteUnreadable } from '#functions/store/unreadable.ts';
import { canonical } from '#shared/digest.ts';

type Method = (...args: readonly unknown[]) => unknown;

/**
 * A store that reads each thing once, for work during which nothing is changed. What it could not read it reports each
 * time, as the store does. Its answers are shared: nobody may change them.
 */
export function remembering<Store extends object>(store: Store): Store {
  const known = new Map<string, ReturnType<typeof listingUnreadable<unknown>>>();
  return new Proxy(store, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function') return method;
      const bare = (method as Method).bind(target);
      const ask = async (args: readonly unknown[]) => {
        const key = canonical([String(name), ...args.map((arg) => arg ?? null)]);
        const asked = known.get(key) ?? listingUnreadable(async () => whole(bare(...args)));
        known.set(key, asked);
        const { result, unreadable } = await asked;
        for (const { kind, name: of } of unreadable) noteUnreadable({ kind, name: of });
        return result;
      };
      if (method.constructor.name !== 'AsyncGeneratorFunction') return (...args: unknown[]) => ask(args);
      return async function* remembered(...args: unknown[]) {
        yield* (await ask(args)) as readonly unknown[];
      };
    },
  });
}

async function whole(answer: unknown): Promise<unknown> {
  const isStream = typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
  if (!isStream) return answer;
  const all: unknown[] = [];
  for await (const each of answer as AsyncIterable<unknown>) all.push(each);
  return all;
}
