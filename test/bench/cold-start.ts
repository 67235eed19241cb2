import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { readAssembly } from '#infra/local/cloudformation/assembly.ts';
import { coresAt, partOfACore } from '#infra/local/lambda/part-of-a-core.ts';
import { type Figure, median } from '#test/bench/figures.ts';
import { bareBundle, startBytes } from '#test/bench/start-code.ts';

const RUNS = 5;

interface FunctionResource {
  readonly Type: string;
  readonly Properties?: { readonly Environment?: { readonly Variables?: Record<string, unknown> } };
  readonly Metadata?: Record<string, string>;
}

/**
 * What each function's start takes of a processor in a new process, against a handler with nothing but the bare client; and
 * how long those take that browsers wait for most, with the part of a core that Lambda gives them at 1,024 MB and with a whole
 * one.
 */
export async function coldStartFigures(): Promise<Figure[]> {
  const dir = await mkdtemp(join(tmpdir(), 'so-chi-bo-bench-'));
  const part = partOfACore(coresAt(1024));
  const tables = await emptyTables();
  try {
    const floor = join(dir, 'floor.mjs');
    await bareBundle(floor);
    const bare: Start = { name: 'bare', file: floor, env: {} };
    const bundles = await bundlesOfAssembly();
    const web = bundles.find(({ name }) => name === 'web');
    if (!web) throw new Error('The assembly has no function that shows pages');
    const bareAnswers: Start = { ...bare, name: 'bare-answers', env: tables.env, event: signInPage };
    const answering: Start = { ...web, name: 'web-answers', env: { ...web.env, ...tables.env }, event: signInPage };
    const withForm: Start = { ...web, name: 'web-form', file: await formCodeOf(web) };
    const starts = [bare, bareAnswers, ...bundles, answering, withForm];
    const whole = await startsInTurn(starts, RUNS);
    const waitedFor = starts.filter(({ name }) =>
      ['bare', 'bare-answers', 'web', 'web-answers', 'web-form', 'scorecards'].includes(name),
    );
    const throttled = part && (await startsInTurn(waitedFor, RUNS, part.prefix));

    const figure = (what: string, took: Times, name: string, most?: number): Figure => ({
      name: `${name.replace(/-.*/, '')}: ${what}`,
      value: took(name),
      unit: 'ms',
      floor: name.endsWith('-answers')
        ? { name: 'a handler with the bare client, loaded, and one get', value: took('bare-answers') }
        : { name: 'a handler with the bare client, loaded', value: took('bare') },
      ...(most !== undefined && { most }),
    });
    const loads = bundles.map(({ name }) =>
      figure('load, processor', whole.processor, name, name === 'web' ? 1.15 : undefined),
    );
    const first = 'load and first answer, the sign-in page';
    const floorBytes = (await stat(floor)).size;
    const sizes = await Promise.all(
      bundles.map(async ({ name, file }) => ({
        name: `${name}: code read at the start`,
        value: (await startBytes(file)) / 1000,
        unit: 'kB',
        floor: { name: 'a handler with the bare client', value: floorBytes / 1000 },
      })),
    );
    return [
      ...loads,
      figure(`${first}, processor`, whole.processor, 'web-answers', 1.15),
      figure('load with the code of the report form, processor', whole.processor, 'web-form'),
      figure(`${first}, with a whole core`, whole.elapsed, 'web-answers', 1.15),
      ...(throttled
        ? [
            figure('load, with 0.58 of a core', throttled.elapsed, 'web'),
            figure(`${first}, with 0.58 of a core`, throttled.elapsed, 'web-answers', 1.15),
            figure('load with the code of the report form, with 0.58 of a core', throttled.elapsed, 'web-form'),
            figure('load, with 0.58 of a core', throttled.elapsed, 'scorecards'),
          ]
        : []),
      ...sizes,
    ];
  } finally {
    part?.stop();
    tables.stop();
    await rm(dir, { recursive: true });
  }
}

/** The file that is loaded when the form is first asked for; it loads what the start loads, too. */
async function formCodeOf({ file }: Start): Promise<string> {
  const found = (await readdir(dirname(file))).find((each) => /^show-form-\w+\.mjs$/.test(each));
  if (!found) throw new Error('The form is not loaded later');
  return join(dirname(file), found);
}

interface Start {
  readonly name: string;
  readonly file: string;
  readonly env: Record<string, string>;
  /** What the handler then answers, if anything. */
  readonly event?: object;
}

/** By the name of a start: the median of its milliseconds. */
type Times = (name: string) => number;

/** Each once a run, one after another: what disturbs a run disturbs them all. */
async function startsInTurn(
  starts: readonly Start[],
  runs: number,
  prefix: readonly string[] = [],
): Promise<{ readonly elapsed: Times; readonly processor: Times }> {
  const all = new Map(starts.map(({ name }) => [name, [] as Took[]]));
  for (let run = 0; run < runs; run++) {
    for (const start of starts) all.get(start.name)?.push(await timeOf(start, prefix));
  }
  return {
    elapsed: (name) => median(all.get(name)?.map(({ elapsed }) => elapsed) ?? []),
    processor: (name) => median(all.get(name)?.map(({ processor }) => processor) ?? []),
  };
}

async function bundlesOfAssembly(): Promise<{ name: string; file: string; env: Record<string, string> }[]> {
  const folder = resolve('cdk.out');
  const { Resources } = readAssembly(folder).template as unknown as { Resources: Record<string, FunctionResource> };
  const found = Object.entries(Resources).flatMap(([id, { Type, Properties, Metadata }]) => {
    const asset = Metadata?.['aws:asset:path'];
    const name = /^Functions([a-z]+)[0-9A-F]{8}$/.exec(id)?.[1];
    if (Type !== 'AWS::Lambda::Function' || !asset || !name) return [];
    const names = Object.keys(Properties?.Environment?.Variables ?? {});
    // Any value will do: loading calls nobody. A pool's id has a form of its own.
    const env = Object.fromEntries(names.map((each) => [each, each === 'USER_POOL_ID' ? 'xx-east-1_000000000' : '1']));
    return [{ name, asset: join(folder, asset), env }];
  });
  return Promise.all(
    found.map(async ({ name, asset, env }) => {
      const file = (await readdir(asset)).find((each) => each === 'index.mjs') ?? 'index.mjs';
      return { name, file: join(asset, file), env };
    }),
  );
}

/** A page that asks for the operator's notice alone. */
const signInPage = {
  version: '2.0',
  routeKey: 'GET /login',
  rawPath: '/login',
  rawQueryString: '',
  // The origin's secret is what every variable is here.
  headers: { 'accept-encoding': 'br', 'x-origin-secret': '1' },
  requestContext: { http: { sourceIp: '203.0.113.77' } },
};

/** Answers every request as tables do that hold nothing, and the variables by which Lambda tells a function of them. */
async function emptyTables(): Promise<{ readonly env: Record<string, string>; stop(): void }> {
  const server = createServer((request, response) => {
    request.resume().once('end', () => response.setHeader('content-type', 'application/x-amz-json-1.0').end('{}'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: 'bench',
      AWS_SECRET_ACCESS_KEY: 'bench',
      AWS_SESSION_TOKEN: 'bench',
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Took {
  readonly elapsed: number;
  /** On all threads, with those of the compiler and of the collection of garbage. */
  readonly processor: number;
}

/**
 * In a process of its own, as a new environment of Lambda has one. What Node itself takes before is not counted.
 *
 * @param prefix the command under which it runs
 */
async function timeOf({ file, env, event }: Start, prefix: readonly string[]): Promise<Took> {
  const script = `const start = performance.now(), before = process.cpuUsage();
    const { handler } = await import(${JSON.stringify(pathToFileURL(file).href)});
    ${event ? `if ((await handler(${JSON.stringify(event)}, { getRemainingTimeInMillis: () => 15_000 })).statusCode !== 200) process.exit(1);` : ''}
    const { user, system } = process.cpuUsage(before);
    process.stdout.write(JSON.stringify({ elapsed: performance.now() - start, processor: (user + system) / 1000 }));
    process.exit(0);`;
  const [command = '', ...words] = [...prefix, process.execPath, '--input-type=module', '-e', script];
  const { stdout } = await promisify(execFile)(command, words, {
    env: { PATH: process.env['PATH'], AWS_REGION: 'ap-southeast-1', ...env },
  });
  return JSON.parse(stdout) as Took;
}
