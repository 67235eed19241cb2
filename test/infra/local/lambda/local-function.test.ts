import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LocalFunction } from '#infra/local/lambda/local-function.ts';
import { coresAt, partOfACore } from '#infra/local/lambda/part-of-a-core.ts';

let folder: string;
let running: LocalFunction;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-function-'));
  // It answers which environment it is, when others have had time to start.
  const code = `import { threadId } from 'node:worker_threads';
    export const handler = () => new Promise((resolve) => setTimeout(resolve, 50, threadId));`;
  writeFileSync(join(folder, 'index.mjs'), code);
});
afterEach(async () => {
  await running.stop();
  rmSync(folder, { recursive: true });
});

const echo = (environments: number) =>
  new LocalFunction({
    ...{ name: 'echo', arn: 'arn:echo', role: 'arn:role', bundle: folder, handler: 'index.handler' },
    ...{ aliases: [], environment: {}, timeoutSeconds: 30, environments, log: () => undefined },
  });

it.each([1, 3])('no more calls than there may be environments run at once: %s', async (environments) => {
  running = echo(environments);
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => running.invoke({})));
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  const answered = outcomes.map((outcome) => outcome.ok && outcome.payload);
  expect(new Set(answered).size).toBe(environments);
});

it('a call begins when an environment has taken it', async () => {
  running = echo(1);
  const order: string[] = [];
  const call = (name: string) =>
    running.invoke({}, undefined, () => order.push(`${name} begins`)).then(() => order.push(`${name} ends`));
  await Promise.all([call('first'), call('second')]);
  expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

const tried = partOfACore(1);
tried?.stop();

it.runIf(tried)('an environment stands still for the part of each period that its memory does not buy', async () => {
  const code = `import { readFileSync } from 'node:fs';
    export const handler = () => {
      const [, group] = /:cpu:(.*)/.exec(readFileSync('/proc/thread-self/cgroup', 'utf8'));
      const read = (file) => readFileSync('/sys/fs/cgroup/cpu' + group + '/' + file, 'utf8');
      const begun = process.threadCpuUsage().user;
      while (process.threadCpuUsage().user - begun < 100_000);
      return {
        group,
        cores: read('cpu.cfs_quota_us') / read('cpu.cfs_period_us'),
        stoodStill: Number(/nr_throttled (\\d+)/.exec(read('cpu.stat'))[1]),
      };
    };`;
  writeFileSync(join(folder, 'index.mjs'), code);
  running = new LocalFunction({
    ...{ name: 'busy', arn: 'arn:busy', role: 'arn:role', bundle: folder, handler: 'index.handler' },
    ...{ aliases: [], environment: {}, timeoutSeconds: 30, environments: 1, log: () => undefined },
    cores: coresAt(128),
  });
  const { payload } = (await running.invoke({})) as {
    payload: { group: string; cores: number; stoodStill: number };
  };
  expect(payload.cores).toBeCloseTo(128 / 1769, 2);
  // 100 ms of a processor by 1.4 ms in each period.
  expect(payload.stoodStill).toBeGreaterThan(10);
  await running.stop();
  expect(existsSync(`/sys/fs/cgroup/cpu${payload.group}`)).toBe(false);
});
