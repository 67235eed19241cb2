import { spawn } from 'node:child_process';

let display: Promise<string> | undefined;

/** A screen in memory for browsers that need one; it ends with this process. Returns what `DISPLAY` is to be. */
export function startDisplay(): Promise<string> {
  display ??= new Promise((resolve, reject) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1024x1400x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    server.once('error', reject);
    process.once('exit', () => server.kill());
    server.unref();
    const number = server.stdio[3] as NodeJS.ReadableStream;
    number.once('data', (data) => resolve(`:${String(data).trim()}`));
  });
  return display;
}
