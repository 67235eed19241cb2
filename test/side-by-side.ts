import { spawn } from 'node:child_process';

/** How a script ended, and what it printed on either stream. */
interface Ended {
  readonly script: string;
  readonly code: number;
  readonly output: string;
}

/*
 * `node test/side-by-side.ts lint types…` runs scripts of package.json at the same time. What each printed comes whole
 * when it has ended, of those that failed at the end; the run fails where one of them did.
 */
const failed: Ended[] = [];
await Promise.all(
  process.argv.slice(2).map(async (script) => {
    const ended = await run(script);
    if (ended.code === 0) process.stdout.write(ended.output);
    else failed.push(ended);
  }),
);
for (const { script, code, output } of failed) console.error(`${output}\n${script}: ended with ${code}`);
process.exitCode = failed.length > 0 ? 1 : 0;

function run(script: string): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--run', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part: string) => {
        output += part;
      });
    }
    child.once('close', (code) => resolve({ script, code: code ?? 1, output }));
  });
}
