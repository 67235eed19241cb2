import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let dataDir: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'so-chi-bo-start-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true });
});

interface Run {
  readonly child: ChildProcess;
  /** What it has printed so far, both streams. */
  said(): string;
  /** Waits until it has printed a line. */
  until(line: RegExp): Promise<string>;
  readonly ended: Promise<number | null>;
}

function start(port: number, ...words: readonly string[]): Run {
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir };
  const child = spawn(process.execPath, ['infra/demo/start.ts', ...words], { env });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += part));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return {
    child,
    said: () => text,
    ended,
    async until(line) {
      for (;;) {
        const found = line.exec(text)?.[0];
        if (found) return found;
        if (child.exitCode !== null) throw new Error(`it ended: ${text}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}

/** Signs in by the system's own page and gives the session's cookie. */
async function signIn(url: string): Promise<string> {
  const body = new URLSearchParams({ user: 'thanh-van', password: 'Chi-bo-2026' });
  const response = await fetch(`${url}/login`, { method: 'POST', body, redirect: 'manual' });
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

describe('npm start', () => {
  it('says in one line that a port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const run = start(port);
    expect(await run.ended).toBe(1);
    expect(run.said().trim()).toBe(`Port ${port} is taken by another program: set PORT to another.`);
    server.close();
  });

  it('starts without the demonstration, for an archive that is restored', async () => {
    const empty = start(20_000 + Math.floor(Math.random() * 20_000), 'empty');
    const ready = await empty.until(/Ready: .*/);
    expect(empty.said()).not.toContain('thanh-van');
    expect(await signIn(ready.slice('Ready: '.length))).toBe('');
    empty.child.kill('SIGTERM');
    expect(await empty.ended).toBe(0);
  }, 60_000);

  it('loses nothing that it answered when it is killed, and stops cleanly when asked', {
    timeout: 300_000,
  }, async () => {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    const url = `http://localhost:${port}`;
    const first = start(port);
    expect(await first.until(/Ready: .*/)).toBe(`Ready: ${url}`);
    expect(first.said()).toContain('thanh-van');

    const cookie = await signIn(url);
    const month = new Date(Date.now() + 7 * 60 * 60 * 1000).toISOString().slice(0, 10);
    const fields = new URLSearchParams({
      csrf:
        /name="csrf" value="(\w+)"/.exec(await (await fetch(`${url}/receipts`, { headers: { cookie } })).text())?.[1] ??
        '',
      cell: 'hiep-hoa.thanh-van.thanh-binh',
      date: month,
      kind: 'regular',
      durationMinutes: '95',
      fullMembers: '20',
      present: '18',
      excused: '2',
      unexcused: '0',
      resolution: 'conclusion',
    });
    const stored = await fetch(`${url}/reports`, {
      method: 'POST',
      body: fields,
      headers: { cookie },
      redirect: 'manual',
    });
    expect(stored.status).toBe(303);
    first.child.kill('SIGKILL');
    await first.ended;

    const second = start(port);
    await second.until(/Ready: .*/);
    const again = await signIn(url);
    const report = await fetch(new URL(stored.headers.get('location') ?? '', url), { headers: { cookie: again } });
    expect(report.status).toBe(200);
    expect(await report.text()).toContain('18/20');

    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
    expect(second.said()).not.toMatch(/error/i);
  });
});
