import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

let display: Promise<string> | undefined;

/** A screen in memory for browsers that need one; it ends with this process. Returns what `DISPLAY` is to be. */
export function startDisplay(): Promise<string> {
  display ??= start('1024x1400x24').then(({ name }) => name);
  return display;
}

/** A screen of its own for one browser, drawn into a file in a folder. */
export async function startScreen(width: number, height: number, folder: string) {
  const { name, server } = await start(`${width}x${height}x24`, '-fbdir', folder);
  return { display: name, file: join(folder, 'Xvfb_screen0'), pid: server.pid ?? 0, stop: () => server.kill() };
}

function start(
  size: string,
  ...more: readonly string[]
): Promise<{ readonly name: string; readonly server: ChildProcess }> {
  return new Promise((resolve, reject) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', ...more], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    server.once('error', reject);
    process.once('exit', () => server.kill());
    server.unref();
    const number = server.stdio[3] as NodeJS.ReadableStream;
    number.once('data', (data) => resolve({ name: `:${String(data).trim()}`, server }));
  });
}
