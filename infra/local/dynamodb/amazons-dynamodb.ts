import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '#infra/local/dynamodb/database.ts';

/** Starts Amazon's DynamoDB Local (needs Java): `DYNAMODB=dynamodb-local`. Slower than dynalite, but Amazon's own. */
export async function startAmazonsDynamoDb(path: string): Promise<Database> {
  mkdirSync(path, { recursive: true });
  endLeftover(join(path, 'pid'));
  const port = await freePort();
  const emulator = join(dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator')), 'emulator');
  const java = spawn(
    'java',
    [
      '-Djava.library.path=./DynamoDBLocal_lib',
      '-jar',
      'DynamoDBLocal.jar',
      '-sharedDb',
      '-dbPath',
      path,
      '-port',
      `${port}`,
    ],
    { cwd: emulator, stdio: 'ignore' },
  );
  const failed = once(java, 'error').then(([error]) => Promise.reject(error));
  writeFileSync(join(path, 'pid'), `${java.pid ?? ''}`);
  const endpoint = `http://127.0.0.1:${port}`;
  await Promise.race([failed, answering(endpoint, java)]);
  failed.catch(() => undefined);
  return {
    endpoint,
    async stop() {
      const ended = once(java, 'exit');
      java.kill();
      await ended;
    },
  };
}

/** Ends the child of a killed system, if the process is still that program. */
function endLeftover(pidFile: string): void {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8'));
    if (pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('DynamoDBLocal.jar')) process.kill(pid);
  } catch {
    // no process was left over
  }
}

async function answering(endpoint: string, java: ChildProcess): Promise<void> {
  while (java.exitCode === null) {
    try {
      await fetch(endpoint);
      return;
    } catch {
      await wait(100);
    }
  }
  throw new Error(`DynamoDB Local ended with ${java.exitCode}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}
