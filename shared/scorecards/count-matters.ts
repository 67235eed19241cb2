import { digestOf } from '#shared/digest.ts';
import { isClosed, type MatterEvent, matterOf, type TrackedMatter } from '#shared/matters/matter.ts';
import { isOverdue } from '#shared/matters/matter-term.ts';
import { spanOf } from '#shared/matters/settling-time.ts';
import { dayAt, daysBetween, type Instant, type Month, monthAt } from '#shared/period.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Tally } from '#shared/scorecards/tally.ts';

/** The figures of a scorecard that are counted from matters. */
export const matterFigures: ReadonlySet<IndicatorId> = new Set(['mattersOpened', 'mattersSettled', 'mattersOverdue']);

/**
 * The matters that a month counts, as they were then: raised or closed in it, or still open at its end. Later events
 * are ignored.
 *
 * @param until the month's end, or now during the month
 */
export function mattersIn(month: Month, matters: readonly TrackedMatter[], until: Instant): TrackedMatter[] {
  return matters
    .flatMap((matter) => matterUntil(matter, until) ?? [])
    .filter(({ closedAt, raisedAt }) => closedAt === undefined || [raisedAt, closedAt].some(isIn(month)));
}

const isIn = (month: Month) => (at: Instant) => monthAt(at) === month;

function matterUntil({ id, events }: TrackedMatter, until: Instant): TrackedMatter | undefined {
  const after = events.findIndex(({ at }) => at > until);
  return after === 0 ? undefined : matterOf(id, after < 0 ? events : events.slice(0, after));
}

/**
 * The counts of one matter in a month. An answered matter is settled, even if it was not founded. A merged matter
 * counts as raised; after that the earlier matter counts for both.
 *
 * @param matter as it was at the end of what is counted
 * @param until that end: it decides whether an open matter is overdue
 */
export function countMatter(matter: TrackedMatter, month: Month, until: Instant): Tally {
  const { said, raisedAt, closedAt, state } = matter;
  const { topic } = said;
  const settled = closedAt !== undefined && state !== 'merged' && isIn(month)(closedAt);
  const days = settled && spanOf(daysBetween(dayAt(raisedAt), dayAt(closedAt)));
  return {
    ...(isIn(month)(raisedAt) && { mattersOpened: 1, [`opened:${topic}`]: 1 }),
    ...(days && { mattersSettled: 1, [`settled:${topic}`]: 1, [`within${days}:${topic}`]: 1 }),
    ...(!isClosed(matter) && { mattersOpen: 1, [`open:${topic}`]: 1 }),
    ...(isOverdue(matter, until) && { mattersOverdue: 1, [`overdue:${topic}`]: 1 }),
  };
}

/**
 * How a scorecard names a matter that it counted: with the number of its events and a digest of their decisions. The
 * digest excludes their free text, which may be purged.
 */
export function matterInput({ id, events }: TrackedMatter): string {
  return `${id}#${events.length} ${digestOf(events.map(decided))}`;
}

function decided(event: MatterEvent): object {
  const { kind, at } = event;
  if (event.kind === 'merge') return { kind, at, into: event.into };
  if (event.kind === 'progress') return { kind, at, promised: event.promised };
  if (!('said' in event)) return { kind, at };
  const { topic, severity, bypass } = event.said;
  return { kind, at, topic, severity, bypass };
}
