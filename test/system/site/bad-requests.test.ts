import { Agent, request } from 'node:http';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { communes } from '#infra/demo/communes.ts';
import { routes } from '#shared/access/routes.ts';
import { howMany } from '#test/how-many.ts';
import { thisMonth } from '#test/system/meeting.ts';
import { heldBytes, system, turnQueues } from '#test/system/system.ts';
import { Visitor } from '#test/system/visitor.ts';

const AT_ONCE = 8;

interface Bad {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

interface Answered {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

/** From another address of this machine than other tests, whose sign-ins must not wait for the guesses made here. */
function send({ method, path, headers, body }: Bad): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(system().url);
    const from = process.platform === 'linux' ? { localAddress: '127.0.0.9' } : {};
    const length = { 'content-length': body.length };
    const options = { hostname, port, family: 4, method, path, agent, headers: { ...headers, ...length }, ...from };
    const asked = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

let sessions: readonly { readonly cookie: string; readonly csrf: string }[];
beforeAll(async () => {
  // What other files have stored is rolled up now, and not while memory is weighed.
  await turnQueues(65);
  sessions = await Promise.all(
    ['dai-thanh', 'thanh-van.thanh-binh'].map(async (user) => {
      const visitor = await Visitor.signedIn(user);
      return { cookie: `session=${visitor.cookie('session')}`, csrf: await visitor.csrf() };
    }),
  );
});

/** Text as nobody should send it: control characters, encodings, markup, injections, other scripts, very long. */
const nasty = fc.oneof(
  fc.constantFrom(
    '',
    '..',
    '../../etc/passwd',
    '%00',
    '%',
    '%E0%A4%A',
    '%c0%ae%c0%ae',
    '..%2f..%2f',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    '<script>alert(1)</script>',
    "' OR 1=1 --",
    '=HYPERLINK("http://x")',
    '{"$ne":null}',
    'ﬀ\u202e\u0000',
    '9'.repeat(400),
    'a.'.repeat(300),
    '2026-13',
    '0000-00-00',
    '-1',
    'NaN',
    'hiep-hoa',
    'hiep-hoa.thai-son',
    'hiep-hoa.thanh-van.thanh-binh',
    `hiep-hoa.thai-son.thai-tho_${thisMonth}-01_regular`,
    thisMonth,
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 30 }),
);
const encoded = nasty.map((text) => encodeURIComponent(text.toWellFormed()).replace(/%25(\w\w)/g, '%$1'));

const paths = fc.oneof(
  fc.tuple(fc.constantFrom(...Object.keys(routes)), encoded, encoded).map(([route, value, more]) =>
    route
      .replace(/^\w+ /, '')
      .replace(/\{\w+\}/, value)
      .replace(/\{\w+\}/, more),
  ),
  fc.array(encoded, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`),
  fc.constantFrom(
    '//example.org/',
    '/\\example.org',
    '/assets/../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/sw.js/',
    '/.env',
    '/?',
  ),
);
const queries = fc
  .array(
    fc.tuple(
      fc.constantFrom('unit', 'cell', 'month', 'kind', 'amend', 'lang', 'next', 'day', 'number', 'export', 'x'),
      encoded,
    ),
    { maxLength: 3 },
  )
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'));

const fieldNames = fc.oneof(
  fc.constantFrom(
    'cell',
    'date',
    'kind',
    'present',
    'action',
    'press',
    'baseRevision',
    'month',
    'user',
    'role',
    'unit',
    'change',
    'pending',
    'carriedPath',
    'carriedBody',
    'next',
    'tasks[0].what',
    'tasks[999999].what',
    'points.x',
    'rows[0].cell',
    'rows[-1].x',
    '__proto__',
    'constructor.prototype.x',
    'filledAt',
    'clock',
    'savedAt',
  ),
  nasty,
);
const forms = fc.array(fc.tuple(fieldNames, nasty), { maxLength: 8 });
const form = 'application/x-www-form-urlencoded';
const json = 'application/json';
const parts = 'multipart/form-data; boundary=x';
/** A body by its type: fields of a form, or a text as it stands. */
const body = (type: string, text: string) => ({ type, text, fields: [] as [string, string][] });
const bodies = fc.oneof(
  { weight: 8, arbitrary: forms.map((fields) => ({ ...body(form, ''), fields })) },
  { weight: 3, arbitrary: fc.json({ maxDepth: 6 }).map((text) => body(json, text)) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      body(json, '{"a":'),
      body(json, '[]'),
      body(json, 'null'),
      body(json, `${'['.repeat(5000)}${']'.repeat(5000)}`),
      body(json, '{"__proto__":{"role":"district"}}'),
      body(parts, '--x\r\n'),
      body(parts, '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nPK\x03\x04\r\n--x--\r\n'),
      body('multipart/form-data', 'without a boundary'),
      body('application/json; charset=utf-16', '\ufeff{}'),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom('text/plain', '', '*/*'), nasty).map(([type, text]) => body(type, text)),
  },
  { weight: 1, arbitrary: fc.constant(body(form, `focus=${'a'.repeat(300_000)}`)) },
);

const tricks = fc.array(
  fc.constantFrom<readonly [string, string]>(
    ['x-forwarded-host', 'evil.example'],
    ['x-forwarded-for', '1.2.3.4, <script>'],
    ['x-viewer-address', 'not an address\u00e9'],
    ['origin', 'null'],
    ['origin', 'https://evil.example'],
    ['sec-fetch-site', 'cross-site'],
    ['sec-fetch-site', 'same-origin'],
    ['accept', 'application/json'],
    ['accept', '*/*;q=9999999'],
    ['accept-encoding', 'br;q=0, gzip, identity'],
    ['x-http-method-override', 'DELETE'],
    ['authorization', 'Bearer x'],
    ['x-csrf-token', 'é'],
    ['content-encoding', 'gzip'],
    ['range', 'bytes=0-1'],
    ['if-none-match', '*'],
    ['cookie', 'session=; session=..; lang=xx; __proto__=1'],
    ['cookie', `session=${'a'.repeat(3000)}`],
    ['cookie', 'session=a.eyJhbGciOiJub25lIn0.e30.; lang=en'],
  ),
  { maxLength: 3 },
);
const methods = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('GET', 'POST') },
  { weight: 1, arbitrary: fc.constantFrom('PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS') },
);

/** A request, sent by nobody, or by somebody signed in with or without the token of the forms. */
const bad = fc
  .record({
    method: methods,
    path: paths,
    query: queries,
    sent: bodies,
    tricks,
    who: fc.constantFrom(undefined, 0, 1),
    csrf: fc.boolean(),
  })
  .map(({ method, path, query, sent: { type, text: given, fields: named }, tricks: more, who, csrf }): Bad => {
    const session = who === undefined ? undefined : sessions[who];
    // Signing out would end the session that the others use.
    const asked = /^\/(logout|account)/.test(path) ? `/x${path}` : path;
    const token = session && csrf ? [['csrf', session.csrf] as const] : [];
    // With a cell of its own and the token, a form gets as far as being read.
    const own = token.length > 0 && who === 1 ? [['cell', 'hiep-hoa.thanh-van.thanh-binh'] as const] : [];
    const fields = [...own, ...named, ...token].map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]);
    const text = given || new URLSearchParams(fields).toString();
    const sent = method === 'GET' || method === 'HEAD' || method === 'OPTIONS' ? '' : text;
    return {
      method,
      path: query ? `${asked}?${query}` : asked,
      headers: {
        ...(type && sent && { 'content-type': type }),
        ...(session && { cookie: session.cookie }),
        ...Object.fromEntries(more),
        ...(session && csrf && { 'x-csrf-token': session.csrf, cookie: session.cookie }),
      },
      body: Buffer.from(sent, 'latin1'),
    };
  });

/** What only a fault of ours would write. */
const trace = /\n\s+at |node_modules|\.mjs:\d|TypeError|RangeError|ConditionalCheck|AccessDenied|arn:aws|dynamodb/;
const foreign = new RegExp(
  communes
    .filter(([, , slug]) => !['dai-thanh', 'thanh-van'].includes(slug))
    .map(([kind, name]) => `${kind} ${name}<`)
    .join('|'),
  'i',
);

/** What the environments of each function hold once garbage is collected, in MB: the most of them. */
async function held(): Promise<Readonly<Record<string, number>>> {
  return Object.fromEntries(
    Object.entries(await heldBytes()).map(([name, bytes]) => [name, Number((Math.max(...bytes) / 2 ** 20).toFixed(2))]),
  );
}

describe(`${howMany.badRequests} bad requests`, () => {
  const statuses = new Map<number, number>();
  const weights: Readonly<Record<string, number>>[] = [];

  it('are answered without a fault, without a trace, without a word of other units', { timeout: 600_000 }, async () => {
    const seed = Date.now() % 2 ** 31;
    const batches = howMany.badRequests / AT_ONCE;
    for (let batch = 0; batch < batches; batch += 1) {
      const requests = fc.sample(bad, { seed: seed + batch, numRuns: AT_ONCE });
      const answers = await Promise.all(requests.map(send));
      for (const [at, { status, headers, text }] of answers.entries()) {
        const { method, path, body, headers: sent } = requests[at] as Bad;
        const told = `seed ${seed + batch}: ${method} ${path} ${JSON.stringify({ ...sent, cookie: '' })} ${body.subarray(0, 200)}`;
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect(status, told).toBeLessThan(500);
        expect(trace.exec(text)?.[0], told).toBeUndefined();
        // What communes have shared with the whole district names them.
        if (!path.startsWith('/themes/shared')) expect(foreign.exec(text)?.[0], told).toBeUndefined();
        expect(headers['x-content-type-options'], told).toBe('nosniff');
        expect(headers['content-security-policy'], told).toContain("frame-ancestors 'none'");
        if (headers['location']) expect(new URL(String(headers['location'])).origin, told).toBe(system().url);
      }
      if ((batch + 1) % Math.floor(batches / 5) === 0) weights.push(await held());
    }
    console.log(`Bad requests by status: ${JSON.stringify(Object.fromEntries(statuses))}`);
    console.log(`MB held, by fifths: ${JSON.stringify(weights)}`);
  });

  it('leave the functions’ memory where it was', () => {
    const [, second, , , last] = weights;
    for (const [name, megabytes] of Object.entries(second ?? {})) {
      expect(last?.[name], name).toBeLessThan(megabytes * 1.1);
    }
  });

  it('leave the sessions as they were, and what is stored', async () => {
    const visitor = await Visitor.signedIn('dai-thanh');
    expect((await visitor.get('/')).text).toContain('Xã Đại Thành');
    const board = (await visitor.json(`/months/${thisMonth}`)) as { cells: { state: string }[] };
    expect(board.cells.every(({ state }) => state === 'missing')).toBe(true);
  });
});
