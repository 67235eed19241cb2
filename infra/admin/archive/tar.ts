import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs the system's own `tar`. @throws {Error} with what it said, or if there is none */
export async function runTar(...words: readonly string[]): Promise<void> {
  const tar = spawn('tar', words, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  tar.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = (await once(tar, 'close').catch((error: Error) => [error.message])) as [number | string];
  if (code !== 0) throw new Error(`tar failed: ${said.trim().replaceAll('\n', ' ') || code}. A folder takes no tar.`);
}
