import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Template } from '#infra/local/cloudformation/assembly.ts';
import { type LocalSystem, startLocalSystem } from '#infra/local/system.ts';
import { routes } from '#shared/access/routes.ts';
import { raisedIn } from '#test/infra/alarm-state.ts';
import { measured } from '#test/infra/measured.ts';
import { watching } from '#test/infra/watching.ts';

let dataDir: string;
let system: LocalSystem;
let lines: string[] = [];
let statuses: number[] = [];

function starts(editTemplate: (template: Template) => void): void {
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'so-chi-bo-faults-'));
    const log = (line: string) => lines.push(line);
    system = await startLocalSystem({ assembly: resolve('cdk.out'), dataDir, port: 0, log, editTemplate });
  });
  afterAll(async () => {
    await system.stop();
    rmSync(dataDir, { recursive: true });
  });
  beforeEach(() => {
    lines = [];
    statuses = [];
  });
}

/** Takes an action out of every policy whose id is like this. */
function takeAway({ Resources }: Template, holder: RegExp, action: string): void {
  const policies = Object.entries(Resources).filter(([id, { Type }]) => Type === 'AWS::IAM::Policy' && holder.test(id));
  for (const [, { Properties }] of policies) {
    const policy = Properties?.['PolicyDocument'] as { Statement: { Action: string | string[] }[] } | undefined;
    for (const each of policy?.Statement ?? []) {
      each.Action = [each.Action].flat().map((given) => (given === action ? 'none:None' : given));
    }
  }
}

/** Forgets the variables of functions, as a bad deploy may: they fail before they can say anything. */
function forgetVariables({ Resources }: Template, whose: RegExp): void {
  for (const [id, { Type, Properties = {} }] of Object.entries(Resources)) {
    if (Type === 'AWS::Lambda::Function' && whose.test(id)) delete Properties['Environment'];
  }
}

async function ask(path: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) statuses.push((await fetch(`${system.url}${path}`)).status);
}

/** The alarms that are raised by what was logged and answered since. */
const raised = () => {
  const data = measured(lines, statuses);
  return watching.filter((alarm) => raisedIn(alarm, data, 1).length > 0).map(({ name }) => name);
};

describe('faults in a running system', () => {
  starts((template) => {
    takeAway(template, /web/, 'dynamodb:Query');
    takeAway(template, /plan/, 'dynamodb:Query');
    takeAway(template, /rollup/, 'dynamodb:Query');
    forgetVariables(template, /scorecards|directory|guidance|prepare|steering|remind/);
  });

  it('what is right, and what people do wrong, raises nothing', async () => {
    await ask('/no-such-page', 20);
    await ask('/login', 20);
    expect(new Set(statuses)).toEqual(new Set([404, 200]));
    expect(raised()).toEqual([]);
  });

  it('a page with a fault, once: read in the morning', async () => {
    await ask('/health', 1);
    expect(raised()).toEqual(['single-fault']);
  });

  it('again and again: wakes', async () => {
    await ask('/health', 5);
    expect(statuses).toEqual([500, 500, 500, 500, 500]);
    expect(raised()).toEqual(['fault-pages', 'api-errors', 'single-fault']);
  });

  it.each(['scorecards', 'directory', 'guidance', 'prepare', 'steering'] as const)(
    'a deploy that breaks %s',
    async (name) => {
      const [key = ''] =
        Object.entries(routes).find(([route, to]) => to.function === name && route.startsWith('GET ')) ?? [];
      await ask(key.replace('GET ', '').replaceAll(/\{\w+\}/g, 'any'), 3);
      expect(raised()).toEqual([`${name}-errors`, 'single-fault']);
    },
  );

  it('a night that cannot be planned', async () => {
    await system.runSchedules('Nightly');
    expect(raised()).toEqual(['plan-errors', 'night-not-planned']);
  });

  it('a morning that cannot be gone through', async () => {
    await system.runSchedules('Morning');
    expect(raised()).toEqual(['remind-errors', 'reminders-missed']);
  });

  it('what is owed cannot be paid, three times', async () => {
    for (let time = 0; time < 3; time += 1) await system.runSchedules('Settle');
    expect(raised()).toEqual(['rollup-errors']);
  });
});

describe('a system whose scheduler may not start the morning, and whose pages fail', () => {
  starts((template) => {
    takeAway(template, /RemindersScheduler/, 'lambda:InvokeFunction');
    forgetVariables(template, /Functionsweb/);
  });

  it('a deploy that breaks web', async () => {
    await ask('/health', 3);
    expect(raised()).toEqual(['web-errors', 'single-fault']);
  });

  it('a schedule that starts nothing: no function says anything, nothing is put aside by it', async () => {
    for (let time = 0; time < 3; time += 1) await system.runSchedules('Morning');
    expect(raised()).toEqual(['schedules-failing']);
  });

  /** The guide's commands for the local system, as they are written there, but that `--stage` names no stage of the cloud. */
  const commands = [...alarmsOfGuide().matchAll(/^npm run admin -- (.+) --stage prod$/gm)].map(
    ([, words = '']) => words,
  );

  it.each([
    ['run night', 'NightPlanned'],
    ['run morning', 'MorningReminded'],
    ['run settling', 'OwedSettled'],
  ])('the guide’s %s does it, and says so in the words that an alarm would miss', async (words, metric) => {
    expect(commands).toContain(words);
    const env = { ...process.env, DATA_DIR: dataDir, NODE_COMPILE_CACHE: join(tmpdir(), 'so-chi-bo-compiled') };
    const { stdout } = await promisify(execFile)(process.execPath, ['infra/admin/admin.ts', ...words.split(' ')], {
      env,
    });
    expect(stdout).toContain('done');
    expect(measured(lines, []).map((each) => each.metric)).toEqual([`SoChiBo-test ${metric}`]);
  });

  // A notice stands in for no alarm: it is set, shown and ended by a test of its own.
  it('the guide has no other commands that a local system can run', () => {
    expect(new Set(commands.filter((words) => !words.startsWith('notice ')))).toEqual(
      new Set(['run night', 'run morning', 'run settling']),
    );
  });
});

function alarmsOfGuide(): string {
  const guide = readFileSync('infra/README.md', 'utf8');
  return guide.slice(guide.indexOf('## Alarms'), guide.indexOf('## Restore a table'));
}
