import { isClosed, type TrackedMatter } from '#shared/matters/matter.ts';
import { isOverdue } from '#shared/matters/matter-term.ts';
import { dayAt, daysBetween, type Instant } from '#shared/period.ts';
import type { Topic } from '#shared/reports/topics.ts';

/** The upper end in days of each age of open matters; the last age has no end. */
const ages = { week: 7, month: 30, quarter: 90, longer: Number.POSITIVE_INFINITY } as const;
export type Age = keyof typeof ages;
export const ageNames = Object.keys(ages) as readonly Age[];

/** The open matters of one topic. */
export interface BacklogLine {
  readonly topic: Topic;
  readonly ages: Readonly<Record<Age, number>>;
  readonly open: number;
  readonly overdue: number;
}

/** Counts open matters by topic and by days since they were raised; the topic with the most matters comes first. */
export function backlogOf(matters: readonly TrackedMatter[], now: Instant): BacklogLine[] {
  const open = matters.filter((matter) => !isClosed(matter));
  return [...Map.groupBy(open, ({ said }) => said.topic)]
    .map(([topic, own]) => ({
      topic,
      ages: Object.fromEntries(
        ageNames.map((age) => [age, own.filter((matter) => ageOf(matter, now) === age).length]),
      ) as Record<Age, number>,
      open: own.length,
      overdue: own.filter((matter) => isOverdue(matter, now)).length,
    }))
    .sort((a, b) => b.open - a.open || (a.topic < b.topic ? -1 : 1));
}

function ageOf({ raisedAt }: TrackedMatter, now: Instant): Age {
  const days = daysBetween(dayAt(raisedAt), dayAt(now));
  return ageNames.find((age) => days <= ages[age]) ?? 'longer';
}
