import type { Actor } from '#shared/access/session.ts';
import type { Day, Instant } from '#shared/period.ts';
import type { Matter } from '#shared/reports/report.ts';
import type { UnitId } from '#shared/units/units.ts';

/** A matter's natural key: the report or visit that raised it, and its number there, from 1. */
export type MatterId = string;

/** `open`: nobody has answered yet; `merged`: an earlier matter says the same and continues for both. */
export const matterStates = ['open', 'in-hand', 'passed-up', 'settled', 'not-founded', 'merged'] as const;
export type MatterState = (typeof matterStates)[number];

/** Who has to answer: first the commune; once passed up, the district; then the level above. */
export const matterLevels = ['commune', 'district', 'above'] as const;
export type MatterLevel = (typeof matterLevels)[number];

/** What can be done about a matter once it has been raised. */
export const matterSteps = ['take', 'progress', 'pass-up', 'settle', 'not-founded', 'merge', 'reopen'] as const;
export type MatterStep = (typeof matterSteps)[number];

interface By {
  readonly by: Actor;
  readonly at: Instant;
}

/** One step in a matter's life. Events are only ever added; they decide the matter's present state. */
export type MatterEvent = By &
  (
    | { readonly kind: 'raised' | 'corrected'; readonly said: Matter }
    | { readonly kind: Exclude<MatterStep, 'merge' | 'progress'>; readonly answer?: string }
    | { readonly kind: 'progress'; readonly answer?: string; readonly promised?: Day }
    | { readonly kind: 'merge'; readonly into: MatterId; readonly answer?: string }
  );

/** A concern that a report or a visit raised, from then until it is settled. */
export interface TrackedMatter {
  readonly id: MatterId;
  /** The report or visit that raised it. */
  readonly source: string;
  /** From 1, within the source. */
  readonly number: number;
  /** The cell or commune where it was raised. */
  readonly unit: UnitId;
  readonly said: Matter;
  readonly state: MatterState;
  readonly level: MatterLevel;
  readonly raisedAt: Instant;
  /** When it reached its present level; its term starts then. */
  readonly levelSince: Instant;
  /** By when the level that has it now said it would answer. It moves no term: that is the regime's. */
  readonly promised?: Day;
  readonly closedAt?: Instant;
  readonly mergedInto?: MatterId;
  /** Oldest first; the first one raised it. */
  readonly events: readonly MatterEvent[];
}

export function matterIdOf(source: string, number: number): MatterId {
  return `${source}_${number}`;
}

/** The parts of a matter's id; `undefined` if the text is not such an id. */
export function parseMatterId(id: string): Pick<TrackedMatter, 'source' | 'number' | 'unit'> | undefined {
  const [, source, unit, number] = /^(([a-z0-9.-]+)_\d{4}-\d\d-\d\d_[a-z0-9-]+)_([1-9]\d{0,3})$/.exec(id) ?? [];
  return source && unit && number ? { source, unit, number: Number(number) } : undefined;
}

export function isClosed({ state }: Pick<TrackedMatter, 'state'>): boolean {
  return state === 'settled' || state === 'not-founded' || state === 'merged';
}

/** What was last said to whoever raised it. */
export function lastAnswer({ events }: Pick<TrackedMatter, 'events'>): string | undefined {
  return events.map((event) => ('answer' in event ? event.answer : undefined)).findLast(Boolean);
}

/**
 * The state of a matter after its events.
 *
 * @throws {RangeError} if the id has another form, or the first event does not raise the matter
 */
export function matterOf(id: MatterId, events: readonly MatterEvent[]): TrackedMatter {
  const parts = parseMatterId(id);
  const [raised, ...rest] = events;
  if (!parts || raised?.kind !== 'raised') throw new RangeError(`Not a matter: ${id}`);
  const { said, at } = raised;
  const start: TrackedMatter = {
    ...parts,
    id,
    said,
    state: 'open',
    level: 'commune',
    raisedAt: at,
    levelSince: at,
    events,
  };
  return rest.reduce(after, start);
}

function after(matter: TrackedMatter, event: MatterEvent): TrackedMatter {
  // A promise ends with whoever gave it: another level, or an answer that is taken back, starts without one.
  const { closedAt, mergedInto, promised, ...open } = matter;
  switch (event.kind) {
    case 'raised':
    case 'corrected':
      return { ...matter, said: event.said };
    case 'take':
      return { ...open, state: 'in-hand' };
    case 'progress': {
      const day = event.promised ?? promised;
      return { ...open, state: 'in-hand', ...(day && { promised: day }) };
    }
    case 'pass-up':
      return { ...open, state: 'passed-up', level: above(matter.level), levelSince: event.at };
    case 'settle':
      return { ...open, state: 'settled', closedAt: event.at };
    case 'not-founded':
      return { ...open, state: 'not-founded', closedAt: event.at };
    case 'merge':
      return { ...open, state: 'merged', closedAt: event.at, mergedInto: event.into };
    case 'reopen':
      return { ...open, state: 'open', levelSince: event.at };
  }
}

function above(level: MatterLevel): MatterLevel {
  return level === 'commune' ? 'district' : 'above';
}
