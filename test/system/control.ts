import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalSystem } from '#infra/local/system.ts';

/** What tests do with a system beside asking it: they run in another process. `system.ts` asks this. */
export async function startControl(
  system: LocalSystem,
  logged: readonly string[],
): Promise<{ readonly url: string; stop(): void }> {
  const server = createServer(async ({ url = '' }, response) => {
    const [, deed, seconds] = url.split('/');
    if (deed === 'turn-queues') system.turnQueues(Number(seconds));
    if (deed === 'night') await system.runSchedules('Nightly');
    if (deed === 'settle') await system.runSchedules('Settle');
    if (deed === 'follow') await system.runSchedules('Follow');
    if (deed === 'turn-locks') system.turnLocks(Number(seconds));
    if (deed === 'flood') system.flood(Number(seconds));
    const answers = {
      held: () => system.held(),
      faults: () => logged.filter((line) => /"message":"unforeseen fault"| failed"|timed out/.test(line)),
    };
    response.end(JSON.stringify(deed === 'held' || deed === 'faults' ? await answers[deed]() : null));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() };
}
