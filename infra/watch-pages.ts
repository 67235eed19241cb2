import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Api } from '#infra/api.ts';
import { loggedWords } from '#infra/logged-words.ts';
import { math, type NamedFunctions, ofEach, sum, type Watched } from '#infra/watched.ts';

const period = Duration.minutes(5);
const quarter = Duration.minutes(15);

/**
 * What people meet who use the pages. One failure waits for the morning: whoever met it has sent again. Three in a quarter
 * of an hour keep somebody from his work, and so does what should mend itself and goes on.
 */
export function watchPages(scope: Construct, forBrowsers: NamedFunctions, api: Api): Watched[] {
  const fault = loggedWords(scope, 'fault', forBrowsers);
  const unavailable = loggedWords(scope, 'unavailable', forBrowsers);
  const errors = ofEach(forBrowsers, (one) => one.metricErrors({ period }));
  const throttles = ofEach(forBrowsers, (one) => one.metricThrottles({ period }));
  const answers = { errors: api.serverErrors({ period }), requests: api.requests({ period }) };
  const times = {
    latency: api.latency({ period: quarter, statistic: 'p99' }),
    requests: api.requests({ period: quarter }),
  };
  // Five answers, and one in a hundred.
  const failed = 'IF(FILL(errors, 0) >= 5 && FILL(errors, 0) * 100 >= FILL(requests, 0), 1, 0)';
  // The slowest of a hundred, where so many came that it is not one alone.
  const slow = 'IF(FILL(requests, 0) >= 50, FILL(latency, 0), 0)';
  return [
    ...Object.entries(forBrowsers).map(
      ([name, one]): Watched => ({
        name: `${name}-errors`,
        severity: 'wakes',
        metric: one.metricErrors({ period: quarter }),
        from: 3,
      }),
    ),
    { name: 'fault-pages', severity: 'wakes', metric: fault(quarter), from: 3 },
    { name: 'pages-unavailable', severity: 'wakes', metric: unavailable(period), from: 5 },
    { name: 'functions-throttled', severity: 'wakes', metric: sum(period, throttles), from: 5 },
    { name: 'api-errors', severity: 'wakes', metric: math(failed, period, answers) },
    { name: 'single-fault', severity: 'waits', metric: sum(period, { ...errors, faultPages: fault(period) }) },
    {
      name: 'pages-slow',
      severity: 'waits',
      metric: math(slow, quarter, times),
      from: Duration.seconds(5).toMilliseconds(),
      periods: 2,
    },
  ];
}
