import { describe, expect, it } from 'vitest';
import { tables } from '#functions/store/tables.ts';
import { type Datum, metricName, QUOTA, raisedIn } from '#test/infra/alarm-state.ts';
import { watching } from '#test/infra/watching.ts';

/** A metric that has a value in these minutes. */
const at = (metric: string, value: number, ...minutes: readonly number[]): Datum[] =>
  minutes.map((minute) => ({ metric, minute, value }));
/** Every so many minutes, from one to another. */
const every = (step: number, from: number, to: number) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);

const HOUR = 60;
const DAY = 24 * HOUR;
const browsers = ['web', 'scorecards', 'directory', 'guidance', 'prepare', 'steering'];
const QUEUE = 'AWS/SQS ApproximateNumberOfMessagesVisible Queue';
const age = (queue: string) => `AWS/SQS ApproximateAgeOfOldestMessage ${queue}`;
const waiting = (queue: string) => `AWS/SQS ApproximateNumberOfMessagesVisible ${queue}`;
const said = (words: string) => `SoChiBo-test ${words}`;
const errorsOf = (name: string) => `AWS/Lambda Errors ${name}`;
/** So many requests in each minute. */
const requests = (number: number, ...minutes: readonly number[]) =>
  minutes.flatMap((minute) => Array.from({ length: number }, () => at('AWS/ApiGateway Count', 1, minute)).flat());
/** A stage that runs by itself, between two minutes: the queue is polled, and what is owed is paid. */
const alive = (from: number, to: number) => [
  ...at(QUEUE, 0, ...every(1, from, to)),
  ...at(said('OwedSettled'), 1, ...every(5, from, to)),
];
const nights = (...minutes: readonly number[]) => at(said('NightPlanned'), 1, ...minutes);
const mornings = (...minutes: readonly number[]) => at(said('MorningReminded'), 1, ...minutes);

interface Case {
  readonly raises: readonly (readonly Datum[])[];
  readonly leaves: readonly (readonly Datum[])[];
}

const ownName = watching
  .flatMap(({ reads }) => reads)
  .map(({ metric }) => metricName(metric))
  .find((name) => name.startsWith('AWS/Scheduler TargetErrorCount'));
const ofSchedules = (name: string) => (ownName ?? '').replace('TargetErrorCount', name);

/** One that counts: raised by so many at once, and not by one less. */
const from = (number: number, metric: string): Case => ({
  raises: [at(metric, 1, ...Array(number).fill(3)), at(metric, number, 33)],
  leaves: [at(metric, 1, ...Array(number - 1).fill(3)), []],
});

const silent = (done: (...minutes: readonly number[]) => readonly Datum[]): Case => ({
  raises: [
    [...alive(0, 3 * DAY), ...done(30, DAY + 30)], // and then no more
    at(QUEUE, 0, ...every(1, 0, 2 * DAY)), // nothing was ever done, and no function has run
    [...alive(0, 30 * HOUR), ...at(errorsOf('plan'), 1, 30), ...at(errorsOf('remind'), 1, 30)],
  ],
  leaves: [
    [...alive(0, 4 * DAY), ...done(30, DAY + 30, 2 * DAY + 31, 3 * DAY + 29)],
    [...alive(5, 25 * HOUR), ...done(23 * HOUR)], // a stage of a day, set up just after the hour
    [...alive(0, 4 * DAY), ...done(30, DAY + 90, 2 * DAY + 30, 3 * DAY + 30)], // late by an hour of retries
    [],
  ],
});

const cases: Readonly<Record<string, Case>> = {
  ...Object.fromEntries(
    browsers.map((name) => [
      `${name}-errors`,
      {
        raises: [at(errorsOf(name), 1, 2, 7, 14), at(errorsOf(name), 3, 40)],
        leaves: [at(errorsOf(name), 1, 2, 7), at(errorsOf(name), 1, ...every(15, 5, DAY)), at(errorsOf('plan'), 9, 1)],
      },
    ]),
  ),
  'fault-pages': {
    raises: [at(said('Fault'), 1, 2, 7, 14)],
    leaves: [at(said('Fault'), 1, 2, 7), at(said('Fault'), 1, ...every(20, 1, DAY)), at(said('Unavailable'), 9, 1)],
  },
  'pages-unavailable': from(5, said('Unavailable')),
  'functions-throttled': {
    raises: [
      browsers.slice(0, 5).flatMap((name) => at(`AWS/Lambda Throttles ${name}`, 1, 2)),
      ...browsers.map((name) => at(`AWS/Lambda Throttles ${name}`, 5, 2)),
    ],
    leaves: [browsers.slice(0, 4).flatMap((name) => at(`AWS/Lambda Throttles ${name}`, 1, 2)), []],
  },
  'api-errors': {
    raises: [
      [...requests(6, 1), ...at('AWS/ApiGateway 5xx', 1, 1, 2, 3, 4, 5)],
      at('AWS/ApiGateway 5xx', 1, 1, 2, 3, 4, 5), // and no other request
    ],
    leaves: [
      [...requests(6, 1), ...at('AWS/ApiGateway 5xx', 1, 1, 2, 3, 4)],
      [...requests(200, 1, 2, 3), ...at('AWS/ApiGateway 5xx', 5, 2)], // five of six hundred
      at('AWS/ApiGateway 4xx', 100, ...every(1, 0, HOUR)),
    ],
  },
  'single-fault': {
    raises: [at(said('Fault'), 1, 3), ...browsers.map((name) => at(errorsOf(name), 1, 3))],
    leaves: [at(errorsOf('rollup'), 1, 3), at('AWS/ApiGateway 4xx', 100, 3), []],
  },
  'pages-slow': {
    raises: [[...requests(4, ...every(1, 1, 30)), ...at('AWS/ApiGateway Latency', 6000, ...every(1, 1, 30))]],
    leaves: [
      [...requests(4, ...every(1, 1, 30)), ...at('AWS/ApiGateway Latency', 6000, ...every(1, 1, 15))],
      [...requests(1, ...every(1, 1, 30)), ...at('AWS/ApiGateway Latency', 20_000, 3, 18)], // one that came alone
      [...requests(4, ...every(1, 1, 30)), ...at('AWS/ApiGateway Latency', 900, ...every(1, 1, 30))],
    ],
  },
  'not-on-record': from(5, said('NotOnRecord')),
  'owed-for-long': from(1, said('OwedForLong')),
  'items-unreadable': from(1, said('UnreadableItem')),
  'plan-errors': from(1, errorsOf('plan')),
  'night-not-planned': from(1, waiting('Unplanned')),
  'rollup-errors': {
    raises: [
      at(said('RollUpFailed'), 1, 2, 3, 4),
      [...at(said('RollUpFailed'), 1, 2, 3), ...at(errorsOf('rollup'), 1, 4)],
    ],
    leaves: [at(said('RollUpFailed'), 1, 2, 3), at(said('RollUpFailed'), 1, ...every(15, 2, DAY)), []],
  },
  'rollup-failed': from(1, waiting('Failed')),
  'rollup-late': {
    raises: [at(age('Queue'), 1800, 5)],
    leaves: [at(age('Queue'), 1799, ...every(1, 0, HOUR)), at(age('Failed'), 9999, 5), []],
  },
  'remind-errors': from(1, errorsOf('remind')),
  'reminders-missed': from(1, waiting('Missed')),
  'put-aside-long': {
    raises: ['Failed', 'Unplanned', 'Missed'].map((queue) => at(age(queue), 10 * DAY * 60, 5)),
    leaves: [at(age('Failed'), 9 * DAY * 60, ...every(1, 0, HOUR)), at(age('Queue'), 10 * DAY * 60, 5), []],
  },
  'schedules-failing': {
    raises: [
      // Three runs in a row that pay what is owed.
      [...at(ofSchedules('TargetErrorCount'), 1, 1, 6, 11), ...at(ofSchedules('InvocationDroppedCount'), 1, 1, 6, 11)],
      at(ofSchedules('InvocationsFailedToBeSentToDeadLetterCount'), 3, 5),
      at(ofSchedules('TargetErrorThrottledCount'), 3, 5),
    ],
    leaves: [
      [...at(ofSchedules('TargetErrorCount'), 1, 6), ...at(ofSchedules('InvocationDroppedCount'), 1, 6)],
      at(ofSchedules('InvocationAttemptCount'), 1, ...every(5, 0, HOUR)),
      [],
    ],
  },
  'night-silent': silent(nights),
  'morning-silent': silent(mornings),
  'settling-silent': {
    raises: [[...alive(0, HOUR), ...at(QUEUE, 0, ...every(1, HOUR, 5 * HOUR))]],
    leaves: [
      alive(5, DAY),
      [...alive(0, HOUR), ...at(QUEUE, 0, ...every(1, HOUR, 2 * HOUR)), ...alive(2 * HOUR + 5, DAY)],
      [],
    ],
  },
  'time-near-limit': {
    raises: [
      at('AWS/Lambda Duration web', 12_000, 3),
      ...browsers.slice(1).map((name) => at(`AWS/Lambda Duration ${name}`, 23_200, 3)),
      at('AWS/Lambda Duration plan', 48_000, 3),
      at('AWS/Lambda Duration rollup', 96_000, 3),
      at('AWS/Lambda Duration remind', 240_000, 3),
    ],
    leaves: [
      at('AWS/Lambda Duration web', 11_999, ...every(1, 0, HOUR)),
      at('AWS/Lambda Duration scorecards', 12_000, ...every(1, 0, HOUR)),
      [],
    ],
  },
  'memory-near-limit': from(1, said('NearMemory')),
  'concurrency-near-quota': {
    raises: [at('AWS/Lambda ConcurrentExecutions', QUOTA * 0.8, 4)],
    leaves: [at('AWS/Lambda ConcurrentExecutions', QUOTA * 0.8 - 1, ...every(1, 0, HOUR)), []],
  },
  ...Object.fromEntries(
    Object.entries(tables).map(([key, { id }]) => [
      `table-${key}`,
      {
        raises: [
          at(`AWS/DynamoDB WriteThrottleEvents ${id}`, 10, 2),
          [
            ...at(`AWS/DynamoDB ReadThrottleEvents ${id}`, 6, 2),
            ...at(`AWS/DynamoDB SystemErrors ${[id, 'Query'].toSorted().join(' ')}`, 4, 3),
          ],
          at(`AWS/DynamoDB SystemErrors ${[id, 'PutItem'].toSorted().join(' ')}`, 10, 2),
        ],
        leaves: [
          at(`AWS/DynamoDB WriteThrottleEvents ${id}`, 9, ...every(5, 2, HOUR)),
          at('AWS/DynamoDB UserErrors', 50, 2),
          [],
        ],
      },
    ]),
  ),
  'mail-came-back': {
    raises: [at('AWS/SES Bounce', 1, 5), at('AWS/SES Complaint', 1, 5)],
    leaves: [at('AWS/SES Send', 500, 5), []],
  },
  'mail-reputation': {
    raises: [at('AWS/SES Reputation.BounceRate', 0.03, 5), at('AWS/SES Reputation.ComplaintRate', 0.0005, 5)],
    leaves: [
      [...at('AWS/SES Reputation.BounceRate', 0.029, 5), ...at('AWS/SES Reputation.ComplaintRate', 0.0004, 5)],
      [],
    ],
  },
};

const span = (data: readonly Datum[]) => data.reduce((last, { minute }) => Math.max(last, minute), 0);
/** The alarms that all of this raises. */
const raisedBy = (data: readonly Datum[]) => watching.filter((alarm) => raisedIn(alarm, data, span(data)).length > 0);
const names = (alarms: typeof watching) => alarms.map(({ name }) => name);

describe.each(watching)('$name', (alarm) => {
  const { raises, leaves } = cases[alarm.name] ?? { raises: [], leaves: [] };

  it('is raised by what it is for', () => {
    expect(raises).not.toEqual([]);
    for (const data of raises) expect(names(raisedBy(data)), JSON.stringify(data.slice(0, 9))).toContain(alarm.name);
  });

  it('and not by less, nor by what is another’s', () => {
    expect(leaves).not.toEqual([]);
    for (const data of leaves)
      expect(names(raisedBy(data)), JSON.stringify(data.slice(0, 9))).not.toContain(alarm.name);
  });
});

it('the table has no row for what is no alarm, and every metric that an alarm reads stands in it', () => {
  expect(Object.keys(cases).toSorted()).toEqual(names(watching).toSorted());
  const read = watching.flatMap(({ reads }) => reads.map(({ metric }) => metricName(metric)));
  const fed = Object.values(cases).flatMap(({ raises }) => raises.flat().map(({ metric }) => metric));
  expect([...new Set(read)].filter((metric) => !fed.includes(metric))).toEqual([]);
});

/** What ordinary days are made of. */
const quiet: Readonly<Record<string, readonly Datum[]>> = {
  'a stage that was never deployed': [],
  'the first day of an empty stage, from before the night': [
    ...alive(5, DAY),
    ...nights(6 * HOUR),
    ...mornings(13 * HOUR),
  ],
  'the first day of one that was set up just after the morning’s run': [
    ...alive(5, 25 * HOUR),
    ...nights(17 * HOUR),
    ...mornings(24 * HOUR),
  ],
  'a weekend on which nobody comes': [
    ...alive(0, 3 * DAY),
    ...nights(30, DAY + 30, 2 * DAY + 30),
    ...mornings(450, DAY + 450, 2 * DAY + 450),
  ],
  'what people do wrong': [...at('AWS/ApiGateway 4xx', 50, ...every(1, 0, HOUR)), ...requests(60, 1, 2, 3)],
};

/** What happens, and mends itself. */
const mended: Readonly<Record<string, readonly Datum[]>> = {
  'a request that ran out of time and was sent again': [
    ...at(errorsOf('web'), 1, 3),
    ...at('AWS/ApiGateway 5xx', 1, 3),
    ...requests(2, 3),
  ],
  'a page with a fault, looked at twice': [
    ...at(said('Fault'), 1, 3, 4),
    ...at('AWS/ApiGateway 5xx', 1, 3, 4),
    ...requests(9, 3),
  ],
  'a service that was away for a moment': [
    ...at(said('Unavailable'), 1, 3, 3, 4),
    ...at('AWS/ApiGateway 5xx', 1, 3, 3, 4),
  ],
  'a request that Lambda turned away once': at('AWS/Lambda Throttles web', 1, 3),
  'a night that was planned at the second try': [...at(errorsOf('plan'), 1, 30), ...alive(0, DAY), ...nights(32)],
  'a roll-up that failed once': at(said('RollUpFailed'), 1, 3),
  'accounts that could not go along, twice': at(errorsOf('directory'), 1, 10, 70),
};

/** What waits until the morning anyway. */
const waits: Readonly<Record<string, readonly Datum[]>> = {
  'a night whose function failed each time': [
    ...at(errorsOf('plan'), 1, 30, 31, 33),
    ...at(waiting('Unplanned'), 1, ...every(1, 34, 9 * HOUR)),
  ],
  'a scheduler that starts nothing any more': [
    ...alive(0, DAY),
    ...nights(30),
    ...mornings(450),
    ...at(QUEUE, 0, ...every(1, DAY, 3 * DAY)),
  ],
  'a month that could not be counted': [
    ...at(said('RollUpFailed'), 1, ...every(2, 1, 21)),
    ...at(waiting('Failed'), 1, ...every(1, 22, 9 * HOUR)),
  ],
  'a mail address that nobody has': at('AWS/SES Bounce', 1, 3),
};

describe('nobody is woken', () => {
  it.each(Object.entries(quiet))('nor told anything, by %s', (_, data) => {
    expect(names(raisedBy(data))).toEqual([]);
  });

  it.each(Object.entries(mended))('by %s', (_, data) => {
    expect(names(raisedBy(data).filter(({ severity }) => severity === 'wakes'))).toEqual([]);
  });

  it.each(Object.entries(waits))('by %s, which somebody reads in the morning', (_, data) => {
    expect(names(raisedBy(data).filter(({ severity }) => severity === 'wakes'))).toEqual([]);
    expect(raisedBy(data)).not.toEqual([]);
  });
});

describe('what runs by itself is missed', () => {
  it('where its function fails each time: it is put aside, and an alarm says so within minutes', () => {
    expect(names(raisedBy(waits['a night whose function failed each time'] ?? []))).toEqual(
      expect.arrayContaining(['plan-errors', 'night-not-planned']),
    );
  });

  it('where nothing was started, so that no log has a line and no queue an event', () => {
    expect(names(raisedBy(waits['a scheduler that starts nothing any more'] ?? []))).toEqual([
      'night-silent',
      'morning-silent',
      'settling-silent',
    ]);
  });
});
