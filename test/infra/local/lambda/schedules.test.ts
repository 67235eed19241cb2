import { expect, it } from 'vitest';
import { toCron } from '#infra/local/lambda/schedules.ts';

it('follows a schedule that means the same here', () => {
  expect(toCron('cron(30 0 * * ? *)')).toBe('30 0 * * *');
  expect(toCron('cron(0/5 * * * ? *)')).toBe('*/5 * * * *');
});

it.each(['cron(30 0 ? * 2 *)', 'cron(30 0 * * ? 2027)', 'rate(5 minutes)'])('refuses %s, which would not', (text) => {
  expect(() => toCron(text)).toThrow('cannot follow the schedule');
});
