/** Something that was found: what it is called, where it is, and its page. */
export interface Hit {
  readonly name: string;
  /** More about it: the unit above, the topic, the day. */
  readonly note: string;
  readonly path: string;
}

/** What is looked for, in the order in which it is shown. */
export const hitKinds = ['receipts', 'units', 'matters', 'pieces'] as const;

/** What was found of a kind: how many, and as many of them as a page shows. */
export interface Found {
  readonly kind: (typeof hitKinds)[number];
  readonly count: number;
  readonly hits: readonly Hit[];
}

/** As many of each kind are shown: who gets more types another word. */
const MOST = 20;

/** The first of what was found. */
export function firstOf(kind: Found['kind'], all: readonly Hit[]): Found {
  return { kind, count: all.length, hits: all.slice(0, MOST) };
}
