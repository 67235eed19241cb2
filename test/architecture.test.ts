import { readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which modules the code of a folder may import; the longest folder that a file is in decides. */
const mayImport: Readonly<Record<string, RegExp>> = {
  // The domain is pure: it runs in a browser, in a function and in a test alike.
  shared: /^(#shared\/|@noble\/hashes\/)/,
  web: /^(#shared\/|#web\/(?!client\/)|preact$|preact\/|preact-render-to-string$)/,
  'web/client': /^(#shared\/|#web\/|preact$|preact\/)/,
  functions:
    /^(#shared\/|#web\/(?!client\/)|#functions\/|node:|preact$|@middy\/|aws-lambda$|hucre|qr$|pdfkit$|fontkit$|docx$|@expo-google-fonts\/tinos\/|@aws-sdk\/(?!.*dynamodb))/,
  // All that knows the tables' keys.
  'functions/store': /^(#shared\/|#functions\/|node:|@aws-sdk\/)/,
  // The app that is deployed knows nothing of what runs or fills it; of the functions only what their tables are called.
  // CDK comes by its parts: Node reads each name of a package's index, and so all services that AWS has.
  infra:
    /^(#shared\/|#functions\/store\/tables\.ts$|#web\/shortened\.ts$|#infra\/(stages\/)?[^/]+$|node:|esbuild$|aws-cdk-lib\/|constructs$|cdk-nag$)/,
  // The local system runs what was synthesized: it knows the assembly and the tools, not the product.
  'infra/local':
    /^(#infra\/|node:|@aws-sdk\/client-dynamodb$|aws-lambda$|dynalite(\/db\/index\.js)?$|croner$|cognito-local\/)/,
  'infra/admin':
    /^(#shared\/|#infra\/(admin|stages)\/|#functions\/((files|store|cognito|rollup)\/|decode-text\.ts$)|node:|@aws-sdk\/|@smithy\/signature-v4$)/,
  // The settings of stages are read by the app and by the operator's command line.
  'infra/stages': /^(#infra\/stages\/|node:|aws-cdk-lib\/core$)/,
  'infra/demo':
    /^(#shared\/|#infra\/(admin|demo|local)\/|#functions\/(store|cognito|rollup|guidance)\/|node:|pdfkit$|@aws-sdk\/)/,
  test: /^(#|[a-z@])/,
  '': /^(node:|vite$|vitest\/)/,
};

/** The rooms of `shared/` in the order of imports: each may import itself and what stands before it. */
const sharedOrder = [
  'the ground', // files beside the rooms: months and days, digests, latest revisions
  'language',
  'input',
  'notices',
  'norms',
  'units',
  'access',
  'reports',
  'tasks',
  'judging',
  'reviews',
  'matters',
  'visits',
  'officers',
  'themes',
  'targets',
  'guidance',
  'proposals',
  'library',
  'prepare',
  'documents',
  'scorecards',
  'trainings',
  'actions',
  'briefings',
  'summaries',
  'reminders',
  'home',
  'search',
  'practice',
  'api',
];

/** The rooms of `functions/` that any function may import, in the order of imports; every other is a function's own. */
const functionsOrder = ['the ground', 'files', 'pdf', 'documents', 'store', 'reports', 'cognito', 'http', 'practice'];

const topLevel =
  /^(functions|infra|shared|test|web|README\.md|cdk\.json|package(-lock)?\.json|tsconfig\.json|vite\.config\.ts|biome\.json|\..+)$/;

/** Addresses of package registries: which one serves a machine is that machine's affair. */
const registryAddress = /registry[.]\w|\bnpmjs[.]\w|[/]{2}[\w.-]*(registry|artifactory|verdaccio)/i;

/** What is built, installed or Git's own. */
const ignored = ['.git', ...readFileSync('.gitignore', 'utf8').trim().split('\n')].map(
  (line) => `**/${line.replace(/\/$/, '')}`,
);

/** Every file in a folder of the project, new ones included: read from disk, since a machine may have no Git. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (ignored.some((pattern) => matchesGlob(path, pattern))) return [];
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

const files = filesIn('.');
const isCode = (file: string) => /\.[cm]?[jt]sx?$/.test(file);

function ruleOf(file: string): RegExp {
  const folders = Object.keys(mayImport).filter((folder) => folder === '' || file.startsWith(`${folder}/`));
  const [longest = ''] = folders.sort((a, b) => b.length - a.length);
  return mayImport[longest] as RegExp;
}

/** The modules that a source names: `import … from`, `export … from`, bare, dynamic and type imports, `require`. */
function importsOf(source: string): string[] {
  const patterns = [
    /^\s*(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\b(?:import|require)\s*\(\s*['"`]([^'"`]*)['"`]/g,
  ];
  return patterns.flatMap((pattern) => [...source.matchAll(pattern)].map(([, name = '']) => name));
}

/** The first folder below `shared/` or `functions/`; a file beside the folders is of the ground. */
function firstRoom(path: string): string {
  const [, room = '', ...rest] = path.split('/');
  return rest.length > 0 ? room : 'the ground';
}

/** Whether an import goes from a room to itself or to one that stands before it. */
function goesBack(file: string, name: string): boolean {
  const to = name.slice(1);
  const [own, other] = [firstRoom(file), firstRoom(to)];
  if (file.startsWith('shared/') && to.startsWith('shared/')) {
    return sharedOrder.includes(other) && sharedOrder.indexOf(other) <= sharedOrder.indexOf(own);
  }
  if (file.startsWith('functions/') && to.startsWith('functions/')) {
    if (own === other) return true;
    const isFunction = !functionsOrder.includes(own);
    const at = functionsOrder.indexOf(other);
    return at >= 0 && (isFunction || at < functionsOrder.indexOf(own));
  }
  return true;
}

function forbidden(file: string, source: string): string[] {
  const allowed = ruleOf(file);
  return importsOf(source)
    .filter((name) => !allowed.test(name) || !goesBack(file, name))
    .map((name) => `${file} imports ${name}`);
}

type Imports = ReadonlyMap<string, readonly string[]>;

/** What each file of the product imports of the product. */
function importsOfAll(code: readonly string[]): Imports {
  const own = (file: string) => importsOf(readFileSync(file, 'utf8')).filter((name) => name.startsWith('#'));
  return new Map(code.map((file) => [file, own(file).map((name) => name.slice(1))]));
}

/**
 * The room of a file: its folder. A room's texts are of the room, and a file at the top of `web/` or `infra/` is a room
 * of its own: those are what the rooms below stand on and what puts them together.
 */
function roomOf(file: string): string {
  const folder = file.slice(0, file.lastIndexOf('/'));
  return folder.includes('/') ? folder.replace(/\/texts$/, '') : file;
}

/** The same imports between rooms. */
function betweenRooms(imports: Imports): Imports {
  const rooms = new Map<string, Set<string>>();
  for (const [file, names] of imports) {
    const own = roomOf(file);
    const others = rooms.get(own) ?? new Set();
    for (const name of names) if (roomOf(name) !== own) others.add(roomOf(name));
    rooms.set(own, others);
  }
  return new Map([...rooms].map(([room, others]) => [room, [...others]]));
}

/** One way round for every circle that the imports have; empty where arrows go one way. */
function circles(imports: Imports): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const follow = (at: string, path: readonly string[]): void => {
    if (path.includes(at)) found.push([...path.slice(path.indexOf(at)), at].join(' > '));
    if (path.includes(at) || done.has(at)) return;
    for (const next of imports.get(at) ?? []) follow(next, [...path, at]);
    done.add(at);
  };
  for (const start of imports.keys()) follow(start, []);
  return found;
}

describe('folders', () => {
  it('import only what they may', () => {
    const code = files.filter(isCode);
    expect(code.flatMap((file) => forbidden(file, readFileSync(file, 'utf8')))).toEqual([]);
    for (const folder of Object.keys(mayImport)) expect(code.some((file) => file.startsWith(folder))).toBe(true);
    const seen = code.flatMap((file) => importsOf(readFileSync(file, 'utf8')));
    expect(seen.length).toBeGreaterThan(code.length);
  });

  it.each([
    ['shared/units/units.ts', "import { readFile } from 'node:fs';"],
    ['shared/units/units.ts', "import type { Page } from '#web/document.tsx';"],
    ['shared/units/units.ts', "import { a } from './period.ts';"],
    ['shared/language/lang.ts', "export * from '#functions/env.ts';"],
    ['web/document.tsx', "import { reportStore } from '#functions/store/report-store.ts';"],
    ['web/document.tsx', "import '#web/client/main.tsx';"],
    ['web/client/main.tsx', "import render from 'preact-render-to-string';"],
    ['functions/web/handler.ts', "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';"],
    ['functions/web/handler.ts', "import {\n  PutCommand,\n  GetCommand,\n} from '@aws-sdk/lib-dynamodb';"],
    ['functions/web/handler.ts', "const infra = await import('#infra/tables.ts');"],
    ['functions/web/handler.ts', "type T = import('#test/dynamodb.ts').TestDatabase;"],
    ['functions/store/db.ts', "import { page } from '#web/document.tsx';"],
    ['infra/stack.ts', "import { startLocalSystem } from '#infra/local/system.ts';"],
    ['infra/stack.ts', "import { env } from '#functions/env.ts';"],
    ['infra/tables.ts', "import { tableName } from '#functions/store/table-name.ts';"],
    ['infra/local/system.ts', "import { routes } from '#shared/access/routes.ts';"],
    ['infra/local/system.ts', "const cdk = require('aws-cdk-lib');"],
    ['infra/admin/admin.ts', "import { handler } from '#functions/web/handler.ts';"],
    ['infra/demo/load-demo.ts', "import { aReport } from '#test/shared/samples.ts';"],
    ['vite.config.ts', "import LastLine from '#test/last-line.ts';"],
  ])('%s may not say %j', (file, line) => {
    expect(forbidden(file, `// why\n${line}\n`)).toHaveLength(1);
  });

  it.each([
    ['shared/units/units.ts', "import { standsIn } from '#shared/period.ts';"],
    ['shared/units/units.ts', "import type { Regime } from '#shared/norms/regimes.ts';"],
    ['web/form/choice-field.tsx', "export const from = 'node:fs';"],
    ['functions/web/handler.ts', "import { accountsIn } from '#functions/cognito/accounts.ts';"],
    ['functions/http/http-deps.ts', "import { auditStore } from '#functions/store/audit-store.ts';"],
    ['functions/store/db.ts', "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';"],
    ['functions/web/handler.ts', "import { SQSClient } from '@aws-sdk/client-sqs';"],
    ['infra/tables.ts', "import { tables } from '#functions/store/tables.ts';"],
    ['infra/demo/load-demo.ts', "import { reportStore } from '#functions/store/report-store.ts';"],
  ])('%s may say %j', (file, line) => {
    expect(forbidden(file, line)).toEqual([]);
  });
});

describe('arrows', () => {
  const product = importsOfAll(files.filter((file) => isCode(file) && /^(shared|functions|web|infra)\//.test(file)));

  it('have no circle, of files or of rooms', () => {
    expect(circles(product)).toEqual([]);
    expect(circles(betweenRooms(product))).toEqual([]);
  });

  it.each([
    ['two files', { 'a/one.ts': ['a/two.ts'], 'a/two.ts': ['a/one.ts'] }],
    ['a file and itself', { 'a/one.ts': ['a/one.ts'] }],
    ['a long way round', { 'a/1.ts': ['b/2.ts'], 'b/2.ts': ['c/3.ts', 'c/4.ts'], 'c/3.ts': [], 'c/4.ts': ['a/1.ts'] }],
  ])('would show a circle of %s', (_, imports) => {
    expect(circles(new Map(Object.entries(imports)))).toHaveLength(1);
  });

  it('would show a circle of rooms where no file is in one', () => {
    const imports = { 'web/a/1.ts': ['web/b/2.ts'], 'web/b/2.ts': [], 'web/b/3.ts': ['web/a/4.ts'], 'web/a/4.ts': [] };
    expect(circles(new Map(Object.entries(imports)))).toEqual([]);
    expect(circles(betweenRooms(new Map(Object.entries(imports))))).toEqual(['web/a > web/b > web/a']);
  });

  it('are ordered for every room of shared/ that there is', () => {
    const rooms = new Set([...product.keys()].filter((file) => file.startsWith('shared/')).map(firstRoom));
    expect([...rooms].toSorted()).toEqual(sharedOrder.toSorted());
  });
});

describe('what a request names', () => {
  /** What reads an id. */
  const readers = /\b(isUnitId|parseReportId|parseVisitId|parseMatterId)\b/;
  /**
   * Where no permission is asked for yet: the first asks, the second only begins to read a unit, and the third reads an
   * address that the action then asks about.
   */
  const mayRead = [
    'functions/http/named.ts',
    'functions/http/read-ahead.ts',
    'functions/scorecards/read-scorecard-request.ts',
  ];

  it('is read by named.ts alone, which asks whether the reader may', () => {
    const actions = files.filter((file) =>
      /^functions\/(web|directory|guidance|prepare|practice|scorecards|http)\/.*\.tsx?$/.test(file),
    );
    expect(actions.length).toBeGreaterThan(50);
    expect(actions.filter((file) => readers.test(readFileSync(file, 'utf8')))).toEqual(mayRead);
  });
});

describe('the top level', () => {
  it('holds the folders, the tool configurations that must stand there, and nothing else', () => {
    const names = new Set(files.map((file) => file.split('/')[0] ?? ''));
    expect([...names].filter((name) => !topLevel.test(name))).toEqual([]);
  });

  it.each(['docs', 'scripts', 'utils', 'notes.md', 'package-lock.json.orig', 'README.txt'])('has no %s', (name) => {
    expect(topLevel.test(name)).toBe(false);
  });
});

describe('registries', () => {
  it('are named nowhere', () => {
    const texts = files.filter((file) => !/\.(png|jpe?g|webp|ico|woff2?|xlsx|zip)$/.test(file));
    expect(texts.filter((file) => registryAddress.test(readFileSync(file, 'utf8')))).toEqual([]);
    expect(texts).toContain('package-lock.json');
  });

  it.each([
    ['registry', 'npmjs', 'org'].join('.'),
    ['https://www', 'npmjs', 'com/package/preact'].join('.'),
    ['http:', '', 'verdaccio:4873', 'preact'].join('/'),
    ['https:', '', ['npm', 'registry'].join('-'), ''].join('/'),
  ])('would be found: %s', (address) => {
    expect(registryAddress.test(`"resolved": "${address}"`)).toBe(true);
  });
});
