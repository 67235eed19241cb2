import { rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadDemo } from '#infra/demo/load-demo.ts';
import { district } from '#infra/demo/units.ts';
import { type LocalSystem, type LocalSystemOptions, startLocalSystem } from '#infra/local/system.ts';
import { addDays, addMonths, type Day, dayAt, monthAt } from '#shared/period.ts';
import { deadlines } from '#shared/units/units.ts';
import { meeting } from '#test/system/meeting.ts';

/** Of every account of the demonstration. */
export const password = 'Chi-bo-2026';

export interface DemoSystem extends LocalSystem {
  readonly dataDir: string;
}

const newFolder = () => mkdtemp(join(tmpdir(), 'so-chi-bo-bench-'));

const startedOn = (dataDir: string, options: Partial<LocalSystemOptions> = {}) =>
  startLocalSystem({ assembly: resolve('cdk.out'), dataDir, port: 0, log: () => undefined, ...options });

/** The folder of a demonstration that nobody has used. It is filled once a process: to fill it takes longest of all. */
let unused: Promise<string> | undefined;

async function filled(): Promise<string> {
  const dataDir = await newFolder();
  process.once('exit', () => rmSync(dataDir, { recursive: true }));
  const system = await startedOn(dataDir);
  await loadDemo(system, new Date().toISOString());
  await system.stop();
  return dataDir;
}

/** The running system with the demonstration's year in it, in a folder of its own. */
export async function demoSystem(options: Pick<LocalSystemOptions, 'database' | 'report'> = {}): Promise<DemoSystem> {
  unused ??= filled();
  const dataDir = await newFolder();
  await cp(await unused, dataDir, { recursive: true });
  const system = await startedOn(dataDir, options);
  return {
    ...system,
    dataDir,
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

/**
 * A meeting on each day so far for each cell of a commune, the newest last: as many reports as one may send. While last
 * month is open its days count too, so that there are hundreds on the first of a month.
 */
export async function meetingsOf(url: string, { headers }: SignedIn): Promise<Meeting[]> {
  const now = new Date().toISOString();
  const month = monthAt(now);
  const board = await fetch(`${url}/months/${month}`, { headers });
  const { cells } = (await board.json()) as { cells: { cell: { id: string } }[] };
  const last = addMonths(month, -1);
  const first = `${now <= deadlines(district, last).closing ? last : month}-01` as Day;
  const days: Day[] = [];
  for (let day = first; day <= dayAt(now); day = addDays(day, 1)) days.push(day);
  return days.flatMap((date) => cells.map(({ cell }) => ({ cell: cell.id, date })));
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
