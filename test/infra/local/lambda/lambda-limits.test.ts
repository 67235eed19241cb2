import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configurationFault, lambdaLimits } from '#infra/local/lambda/lambda-limits.ts';
import { LocalFunction } from '#infra/local/lambda/local-function.ts';
import { targetFault } from '#infra/local/lambda/schedules.ts';

let folder: string;
let echo: LocalFunction;

/** Answers with as many letters as it is asked for, or later than its second. */
const code = `export const handler = ({ letters = 0, slow }) =>
  slow ? new Promise((resolve) => setTimeout(resolve, 5000)) : 'x'.repeat(letters);`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-function-'));
  writeFileSync(join(folder, 'index.mjs'), code);
  echo = new LocalFunction({
    ...{ name: 'echo', arn: 'arn:echo', role: 'arn:role', bundle: folder, handler: 'index.handler' },
    ...{ aliases: [], environment: {}, timeoutSeconds: 1, environments: 4, log: () => undefined },
  });
});
afterAll(async () => {
  await echo.stop();
  rmSync(folder, { recursive: true });
});

/** The text of an answer has two quotes, an event here fourteen letters besides its own. */
const most = lambdaLimits.payloadBytes;

describe('a function', () => {
  it.each<[string, object, number | undefined, string]>([
    ['takes an event of 6 MB', { text: 'x'.repeat(most - 11) }, undefined, 'ok'],
    ['takes no larger one', { text: 'x'.repeat(most - 10) }, undefined, 'RequestTooLargeException'],
    [
      'takes less from who does not wait',
      { text: 'x'.repeat(262_134) },
      lambdaLimits.eventBytes,
      'RequestTooLargeException',
    ],
    ['answers with 6 MB', { letters: most - 2 }, undefined, 'ok'],
    ['answers with no more', { letters: most - 1 }, undefined, 'Function.ResponseSizeTooLarge'],
    ['ends after its time', { slow: true }, undefined, 'Sandbox.Timedout'],
  ])('%s', async (_, event, mostBytes, expected) => {
    const outcome = await echo.invoke(event, mostBytes);
    expect(outcome.ok ? 'ok' : outcome.errorType).toBe(expected);
  });

  const variables = (bytes: number) => ({ Environment: { Variables: { NAME: 'x'.repeat(bytes - 11) } } });
  it.each<[object, RegExp | undefined]>([
    [variables(4096), undefined],
    [variables(4097), /exceeded the 4KB limit/],
    [{ Environment: { Variables: { AWS_REGION: 'x' } } }, /Reserved keys/],
    [{ Environment: { Variables: { '1A': 'x' } } }, /failed to satisfy constraint/],
    [{ Timeout: 900, MemorySize: 10_240 }, undefined],
    [{ Timeout: 901 }, /timeout/],
    [{ MemorySize: 64 }, /MemorySize/],
  ])('is created only within the limits: %j', (configuration, fault) => {
    if (fault) expect(configurationFault(configuration)).toMatch(fault);
    else expect(configurationFault(configuration)).toBeUndefined();
  });
});

it.each<[object, boolean]>([
  [{ Input: 'x'.repeat(262_144) }, true],
  [{ Input: 'x'.repeat(262_145) }, false],
  [{ RetryPolicy: { MaximumRetryAttempts: 185, MaximumEventAgeInSeconds: 60 } }, true],
  [{ RetryPolicy: { MaximumRetryAttempts: 186 } }, false],
  [{ RetryPolicy: { MaximumEventAgeInSeconds: 59 } }, false],
])('a schedule is created only within the limits', (target, accepted) => {
  expect(targetFault(target) === undefined).toBe(accepted);
});
