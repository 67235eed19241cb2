import { resolve } from 'node:path';
import { startLocalSystem } from '#infra/local/system.ts';

const port = Number(process.env['PORT'] ?? 8080);
const dataDir = resolve(process.env['DATA_DIR'] ?? '.local');
const log = (line: string) => console.error(line);

try {
  const system = await startLocalSystem({ assembly: resolve('cdk.out'), dataDir, port, log });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void system.stop().then(() => process.exit(0)));
  }
  await system.runSchedules();
  console.log(`Ready: ${system.url}`);
} catch (error) {
  const code = (error as NodeJS.ErrnoException).code;
  console.error(code === 'EADDRINUSE' ? `Port ${port} is taken by another program: set PORT to another.` : error);
  process.exit(1);
}
