import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadDemo } from '#infra/demo/load-demo.ts';
import { type LocalSystem, type LocalSystemOptions, startLocalSystem } from '#infra/local/system.ts';
import { dayAt } from '#shared/period.ts';
import { meeting } from '#test/system/meeting.ts';

const password = 'Chi-bo-2026';

/** The running system with the demonstration's year in it, in a folder of its own. */
export async function demoSystem(options: Pick<LocalSystemOptions, 'database'> = {}): Promise<LocalSystem> {
  const dataDir = await mkdtemp(join(tmpdir(), 'so-chi-bo-bench-'));
  const assembly = resolve('cdk.out');
  const system = await startLocalSystem({ assembly, dataDir, port: 0, log: () => undefined, ...options });
  await loadDemo(system, new Date().toISOString());
  return {
    ...system,
    async stop() {
      await system.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}

export interface SignedIn {
  readonly headers: Record<string, string>;
  readonly token: string;
}

export async function signIn(url: string, user: string): Promise<SignedIn> {
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

export interface Meeting {
  readonly cell: string;
  readonly date: string;
}

/** A meeting on each day of this month so far for each cell of a commune: as many reports as one may send. */
export async function meetingsOf(url: string, { headers }: SignedIn): Promise<Meeting[]> {
  const today = dayAt(new Date().toISOString());
  const board = await fetch(`${url}/months/${today.slice(0, 7)}`, { headers });
  const { cells } = (await board.json()) as { cells: { cell: { id: string } }[] };
  const days = Array.from({ length: Number(today.slice(8)) }, (_, n) => `${today.slice(0, 8)}${pad(n + 1)}`);
  return cells.flatMap(({ cell }) => days.map((date) => ({ cell: cell.id, date })));
}

/** Sends a report; whether it was stored. */
export async function sendReport(url: string, { headers, token }: SignedIn, held: Meeting): Promise<boolean> {
  const sent = await fetch(`${url}/reports`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'x-csrf-token': token },
    body: JSON.stringify({ ...reportOf(held), baseRevision: 0 }),
  });
  await sent.arrayBuffer();
  return sent.status === 201;
}

/** A whole report but for its concerns: most have none. */
export const reportOf = ({ cell, date }: Meeting): Record<string, string> =>
  Object.fromEntries(
    Object.entries(meeting(cell, { date, kind: 'extraordinary' })).filter(([name]) => !name.startsWith('matters')),
  );

const pad = (n: number) => String(n).padStart(2, '0');
