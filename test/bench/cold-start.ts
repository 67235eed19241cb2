import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { readAssembly } from '#infra/local/cloudformation/assembly.ts';
import { type Figure, median } from '#test/bench/figures.ts';
import { bareBundle, startBytes } from '#test/bench/start-code.ts';

const RUNS = 9;

interface FunctionResource {
  readonly Type: string;
  readonly Properties?: { readonly Environment?: { readonly Variables?: Record<string, unknown> } };
  readonly Metadata?: Record<string, string>;
}

/** How long each function's bundle takes to load in a new process, against a handler with nothing but the bare client. */
export async function coldStartFigures(): Promise<Figure[]> {
  const dir = await mkdtemp(join(tmpdir(), 'so-chi-bo-bench-'));
  try {
    const floor = join(dir, 'floor.mjs');
    await bareBundle(floor);
    const bundles = await bundlesOfAssembly();
    const times = new Map<string, number[]>(['floor', ...bundles.map(({ name }) => name)].map((name) => [name, []]));
    const web = bundles.find(({ name }) => name === 'web');
    const answers: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      times.get('floor')?.push(await loadTime(floor, {}));
      for (const { name, file, env } of bundles) times.get(name)?.push(await loadTime(file, env));
      if (web) answers.push(await loadTime(web.file, web.env, signInPage));
    }
    const floorMs = median(times.get('floor') ?? []);
    const floorBytes = (await stat(floor)).size;
    const loads = bundles.map(({ name }) => ({
      name: `${name}: load`,
      value: median(times.get(name) ?? []),
      unit: 'ms',
      floor: { name: 'a handler with the bare client', value: floorMs },
      ...(name === 'web' && { most: 1.3 }),
    }));
    const first = {
      name: 'web: load and first answer, the sign-in page',
      value: median(answers),
      unit: 'ms',
      floor: { name: 'a handler with the bare client, loaded', value: floorMs },
    };
    const sizes = await Promise.all(
      bundles.map(async ({ name, file }) => ({
        name: `${name}: code read at the start`,
        value: (await startBytes(file)) / 1000,
        unit: 'kB',
        floor: { name: 'a handler with the bare client', value: floorBytes / 1000 },
      })),
    );
    return [...loads, first, ...sizes];
  } finally {
    await rm(dir, { recursive: true });
  }
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

/** A page that asks nobody for anything. */
const signInPage = {
  version: '2.0',
  routeKey: 'GET /login',
  rawPath: '/login',
  rawQueryString: '',
  headers: { 'accept-encoding': 'br' },
  requestContext: { http: { sourceIp: '203.0.113.77' } },
};

/**
 * In a process of its own, as a new environment of Lambda has one.
 *
 * @param event what the handler then answers, if anything
 */
async function loadTime(file: string, env: Record<string, string>, event?: object): Promise<number> {
  const script = `const start = performance.now();
    const { handler } = await import(${JSON.stringify(pathToFileURL(file).href)});
    ${event ? `if ((await handler(${JSON.stringify(event)}, { getRemainingTimeInMillis: () => 15_000 })).statusCode !== 200) process.exit(1);` : ''}
    process.stdout.write(String(performance.now() - start)); process.exit(0);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env: { PATH: process.env['PATH'], AWS_REGION: 'ap-southeast-1', ...env },
  });
  return Number(stdout);
}
