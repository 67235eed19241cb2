import { describe, expect, it } from 'vitest';
import { routes } from '#shared/access/routes.ts';
import { system } from '#test/system/system.ts';
import { Visitor } from '#test/system/visitor.ts';

const routeKeys = Object.keys(routes);
const others = ['GET /nowhere', 'GET /sw.js', 'DELETE /login', 'GET /%', 'POST /reports/x/y/z'];

async function ask(route: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const [method = '', path = ''] = route.split(' ');
  const body = method === 'POST' ? 'a=1' : undefined;
  return fetch(system().api + path.replace(/\{\w+\}/g, 'x'), {
    method,
    headers,
    redirect: 'manual',
    ...(body && { body }),
  });
}

describe('the API past the distribution', () => {
  it.each([...routeKeys, ...others])('%s says no, and nothing else', async (route) => {
    const answer = await ask(route);
    expect([answer.status, await answer.text()]).toEqual([403, 'Forbidden']);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['', '0', '{{resolve:secretsmanager:OriginSecret1:SecretString:::}}', 'OriginSecret1', 'undefined'])(
    'does not take %j for the secret',
    async (guess) => {
      expect((await ask('GET /health', { 'x-origin-secret': guess })).status).toBe(403);
    },
  );

  it('does not look at a session, nor at a body that no function could read', async () => {
    const district = await Visitor.signedIn('district');
    const cookie = `session=${district.cookie('session')}`;
    expect((await ask('GET /audit', { cookie })).status).toBe(403);
    const broken = { 'content-type': 'application/json', cookie };
    expect(
      (await fetch(`${system().api}/reports`, { method: 'POST', headers: broken, body: '{'.repeat(9) })).status,
    ).toBe(403);
  });

  it('answers when it is the distribution that asks, whatever the browser says itself', async () => {
    const health = await fetch(`${system().url}/health`, { headers: { 'x-origin-secret': 'guessed' } });
    expect(health.status).toBe(200);
  });
});
