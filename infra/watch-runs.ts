import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Functions } from '#infra/functions.ts';
import { loggedWords } from '#infra/logged-words.ts';
import type { Reminders } from '#infra/reminders.ts';
import type { RollUp } from '#infra/roll-up.ts';
import { math, type NamedFunctions, reached, sum, type Watched } from '#infra/watched.ts';

const period = Duration.minutes(5);
const quarter = Duration.minutes(15);
const hour = Duration.hours(1);

interface Runs {
  readonly forBrowsers: NamedFunctions;
  readonly functions: Pick<Functions, 'plan' | 'rollup'>;
  readonly rollUp: RollUp;
  readonly reminders: Reminders;
  readonly schedules: ScheduleGroup;
}

/** What runs by itself: it is tried again, says in the end that it was put aside, and is missed where it says nothing. */
export function watchRuns(scope: Construct, runs: Runs): Watched[] {
  const { forBrowsers, functions, rollUp, reminders, schedules } = runs;
  const { plan, rollup } = functions;
  const { remind, missed } = reminders;
  const { queue, failed, unplanned } = rollUp;
  const all = { ...forBrowsers, plan, rollup, remind };
  const notOnRecord = loggedWords(scope, 'notOnRecord', forBrowsers);
  const owedForLong = loggedWords(scope, 'owedForLong', { rollup });
  const unreadable = loggedWords(scope, 'unreadableItem', all);
  // Of a batch whose messages failed one by one, Lambda counts no error.
  const messages = loggedWords(scope, 'rollUpFailed', { rollup });
  const lost = {
    targetErrors: schedules.metricTargetErrors({ period: quarter }),
    targetThrottled: schedules.metricTargetThrottled({ period: quarter }),
    dropped: schedules.metricDropped({ period: quarter }),
    notPutAside: schedules.metricFailedToBeSentToDLQ(undefined, { period: quarter }),
  };
  const ages = {
    failed: failed.metricApproximateAgeOfOldestMessage({ period: hour }),
    unplanned: unplanned.metricApproximateAgeOfOldestMessage({ period: hour }),
    missed: missed.metricApproximateAgeOfOldestMessage({ period: hour }),
  };
  return [
    { name: 'not-on-record', metric: notOnRecord(period), from: 5 },
    { name: 'owed-for-long', metric: owedForLong(period) },
    { name: 'items-unreadable', metric: unreadable(period) },
    { name: 'plan-errors', metric: plan.metricErrors({ period }) },
    { name: 'night-not-planned', metric: unplanned.metricApproximateNumberOfMessagesVisible({ period }) },
    {
      name: 'rollup-errors',
      metric: sum(quarter, { errors: rollup.metricErrors({ period: quarter }), messages: messages(quarter) }),
      from: 3,
    },
    { name: 'rollup-failed', metric: failed.metricApproximateNumberOfMessagesVisible({ period }) },
    // A message that fails is put aside after twenty minutes; an older one waits for no fault of its own.
    {
      name: 'rollup-late',
      metric: queue.metricApproximateAgeOfOldestMessage({ period }),
      from: Duration.minutes(30).toSeconds(),
    },
    { name: 'remind-errors', metric: remind.metricErrors({ period }) },
    { name: 'reminders-missed', metric: missed.metricApproximateNumberOfMessagesVisible({ period }) },
    { name: 'put-aside-long', metric: reached(hour, ages, () => Duration.days(10).toSeconds()) },
    { name: 'schedules-failing', metric: sum(quarter, lost), from: 3 },
    { name: 'night-silent', metric: silent(queue, loggedWords(scope, 'nightPlanned', { plan })(hour)), periods: 26 },
    {
      name: 'morning-silent',
      metric: silent(queue, loggedWords(scope, 'morningReminded', { remind })(hour)),
      periods: 26,
    },
    {
      name: 'settling-silent',
      metric: silent(queue, loggedWords(scope, 'owedSettled', { rollup })(hour)),
      periods: 2,
    },
  ].map((each) => ({ ...each, severity: 'waits' }));
}

/**
 * Whether nothing was done in an hour: also where nothing ran at all, so that nothing could fail. The queue is polled, and
 * so measured, from the stage's first minutes on: a stage that is younger than the time that is looked at has a gap there,
 * and raises no alarm.
 */
function silent(queue: RollUp['queue'], done: IMetric): IMetric {
  const alive = queue.metricApproximateNumberOfMessagesVisible({ period: hour });
  return math('IF(alive >= 0 && FILL(done, 0) < 1, 1, 0)', hour, { alive, done });
}
