import { Agent, request as send } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AskDatabase } from '#infra/local/dynamodb/database.ts';

/** Asks a database that is reached by its address alone. Connections are kept. */
export function overHttp(endpoint: string): AskDatabase {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(endpoint);
  return ({ headers, body }) =>
    new Promise((resolve, reject) => {
      const passed = send({ hostname, port, agent, method: 'POST', headers }, (response) => {
        const answered = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
        text(response).then(
          (read) => resolve({ status: response.statusCode ?? 500, headers: Object.fromEntries(answered), body: read }),
          reject,
        );
      });
      passed.on('error', reject);
      passed.end(body);
    });
}
