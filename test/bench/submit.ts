import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '#functions/store/db.ts';
import { loadDemo } from '#infra/demo/load-demo.ts';
import { startLocalSystem } from '#infra/local/system.ts';
import { dayAt } from '#shared/period.ts';
import { type Figure, timed } from '#test/bench/figures.ts';

const REPORTS = 200;
const AT_ONCE = 8;
const password = 'Chi-bo-2026';
const user = 'thanh-van';

/** Reports through the running system, each from the form's fields to its receipt, against bare conditional puts. */
export async function submitFigures(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'so-chi-bo-bench-'));
  const system = await startLocalSystem({ assembly: resolve('cdk.out'), dataDir, port: 0, log: () => undefined });
  try {
    await loadDemo(system, new Date().toISOString());
    const { url, operator } = system;
    const { headers, token } = await signIn(url);
    const today = dayAt(new Date().toISOString());
    const board = await fetch(`${url}/months/${today.slice(0, 7)}`, { headers });
    const { cells } = (await board.json()) as { cells: { cell: { id: string } }[] };
    const days = Array.from({ length: Number(today.slice(8)) }, (_, n) => `${today.slice(0, 8)}${pad(n + 1)}`);
    const meetings = cells.flatMap(({ cell }) => days.map((date) => ({ cell: cell.id, date }))).slice(0, REPORTS);
    let failed = 0;
    const submit = async (meeting: { cell: string; date: string }) => {
      const body = JSON.stringify({ ...report, ...meeting, baseRevision: 0 });
      const sent = await fetch(`${url}/reports`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'x-csrf-token': token },
        body,
      });
      if (sent.status !== 201) failed += 1;
    };
    const submitted = await timed(() => sideBySide(meetings, submit));
    if (failed > 0) throw new Error(`${failed} of ${meetings.length} reports were not stored`);

    const { env, outputs } = operator;
    const credentials = {
      accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
    };
    const endpoint = env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '';
    const db = documentClient({ region: env['AWS_REGION'] ?? '', endpoint, credentials });
    const put = async ({ cell, date }: { cell: string; date: string }) => {
      const Item = { pk: `bench#${date}`, sk: cell, ...report };
      const TableName = outputs['MeetingsTable'] ?? '';
      await db.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(sk)' }));
    };
    const putting = await timed(() => sideBySide(meetings, put));
    db.destroy();
    return [
      {
        name: `a report stored, ${AT_ONCE} at once`,
        value: submitted / meetings.length,
        unit: 'ms',
        floor: { name: 'one conditional put by the same client', value: putting / meetings.length },
      },
      { name: 'reports a second through the local system', value: (meetings.length * 1000) / submitted, unit: '' },
    ];
  } finally {
    await system.stop();
    await rm(dataDir, { recursive: true });
  }
}

const report = {
  kind: 'extraordinary',
  ...{ durationMinutes: 95, fullMembers: 20, present: 18, excused: 2, unexcused: 0, resolution: 'resolution' },
  focus: 'Làm đường bê tông thôn, đoạn từ nhà văn hóa đến trạm bơm',
};

async function signIn(url: string): Promise<{ headers: Record<string, string>; token: string }> {
  const accept = 'application/json';
  const entered = await fetch(`${url}/login`, {
    method: 'POST',
    headers: { accept, 'content-type': accept },
    body: JSON.stringify({ user, password }),
  });
  const { csrf } = (await entered.json()) as { csrf: string };
  const cookie = entered.headers.getSetCookie().map((each) => each.split(';')[0]);
  return { headers: { accept, cookie: cookie.join('; ') }, token: csrf };
}

async function sideBySide<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const next = async () => {
    for (let one = left.pop(); one; one = left.pop()) await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

const pad = (n: number) => String(n).padStart(2, '0');
