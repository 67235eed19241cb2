import { type Figure, median } from '#test/bench/figures.ts';

/** How whoever writes the access record behaves: `functions/store/audit-store.ts`, and as it was before. */
interface Writer {
  /** How long whoever lost the race for a number waits at most, in milliseconds. */
  readonly pauseMs: number;
  /** Requests from losing the race to the next try, the try not among them. */
  readonly looks: number;
  /** Whether an environment that wrote the last two entries writes the next one without looking. */
  readonly guesses: boolean;
}

const writers: Readonly<Record<string, Writer>> = {
  before: { pauseMs: 30, looks: 2, guesses: false },
  now: { pauseMs: 10, looks: 1, guesses: true },
};

/** Of one district, at random times. */
const ENTRIES_A_SECOND = [1, 5, 20, 50, 80];
const ENTRIES = 2000;
/** What DynamoDB usually takes for a request, there and back, in milliseconds. */
const REQUEST = { least: 3, more: 4 };

interface Environment {
  /** The number of its last entry, and whether the one before was its own too. */
  last: number;
  isAlone: boolean;
}

/**
 * The chain of the access record, counted event by event: an entry's number is free for one of those who write at once,
 * and the others look again. What an entry takes is what it adds to a page; nothing else of the page is in the model.
 */
export function chainFigures(): Figure[] {
  return Object.entries(writers).flatMap(([when, writer]) =>
    ENTRIES_A_SECOND.flatMap((rate) => {
      const { took, requests } = entriesAt(rate, writer);
      const of = `the record’s chain ${when}, ${rate} entries a second`;
      return [
        { name: `${of}: requests an entry`, value: requests / took.length, unit: '' },
        { name: `${of}: half within`, value: median(took), unit: 'ms' },
        { name: `${of}: 95 of 100 within`, value: took[Math.floor(took.length * 0.95)] ?? Number.NaN, unit: 'ms' },
      ];
    }),
  );
}

function entriesAt(rate: number, { pauseMs, looks, guesses }: Writer): { took: number[]; requests: number } {
  const random = randomFrom(rate);
  const events: { readonly at: number; readonly run: () => void }[] = [];
  const idle: Environment[] = [];
  const took: number[] = [];
  let now = 0;
  let requests = 0;
  let newest = 0;

  const after = (ms: number, run: () => void) => {
    const at = now + ms;
    const place = events.findLastIndex((each) => each.at <= at) + 1;
    events.splice(place, 0, { at, run });
  };
  const ask = <T>(answer: () => T, then: (answered: T) => void) => {
    requests += 1;
    const half = () => (REQUEST.least + random() * REQUEST.more) / 2;
    after(half(), () => {
      const answered = answer();
      after(half(), () => then(answered));
    });
  };

  const write = () => {
    const start = now;
    const environment = idle.pop() ?? { last: 0, isAlone: false };
    const put = (number: number) =>
      ask(
        () => {
          if (newest !== number - 1) return false;
          newest = number;
          return true;
        },
        (isMine) => {
          if (!isMine) return lost();
          environment.isAlone = environment.last === number - 1;
          environment.last = number;
          idle.push(environment);
          took.push(now - start);
        },
      );
    const look = () =>
      ask(
        () => newest,
        (found) => put(found + 1),
      );
    const lost = () => {
      const pause = () => after(random() * pauseMs, look);
      if (looks === 2) ask(() => undefined, pause);
      else pause();
    };
    if (guesses && environment.isAlone) {
      environment.isAlone = false;
      put(environment.last + 1);
    } else look();
  };

  for (let n = 0, at = 0; n < ENTRIES; n += 1, at += (-Math.log(1 - random()) * 1000) / rate) after(at, write);
  for (let next = events.shift(); next; next = events.shift()) {
    now = next.at;
    next.run();
  }
  return { took: took.sort((one, other) => one - other), requests };
}

/** Numbers that look random and are the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
