import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Which modules the code of a folder may import; the longest folder that a file is in decides. */
const mayImport: Readonly<Record<string, RegExp>> = {
  // The domain is pure: it runs in a browser, in a function and in a test alike.
  shared: /^(#shared\/|@noble\/hashes\/)/,
  web: /^(#shared\/|#web\/(?!client\/)|preact$|preact\/|preact-render-to-string$)/,
  'web/client': /^(#shared\/|#web\/|preact$|preact\/)/,
  functions:
    /^(#shared\/|#web\/(?!client\/)|#functions\/|node:|preact$|@middy\/|aws-lambda$|aws-jwt-verify|hucre|pdfkit$|@expo-google-fonts\/tinos\/|@aws-sdk\/(?!.*dynamodb))/,
  // All that knows the tables' keys.
  'functions/store': /^(#shared\/|#functions\/|node:|@aws-sdk\/)/,
  // The app that is deployed knows nothing of what runs or fills it.
  infra: /^(#shared\/|#infra\/[^/]+$|node:|esbuild$|aws-cdk-lib|constructs$|cdk-nag$)/,
  // The local system runs what was synthesized: it knows the assembly and the tools, not the product.
  'infra/local': /^(#infra\/|node:|@aws-sdk\/client-dynamodb$|aws-lambda$|dynalite$|croner$|cognito-local\/)/,
  'infra/admin': /^(#shared\/|#infra\/admin\/|#functions\/(store|rollup)\/|node:|hucre\/csv$|@aws-sdk\/)/,
  'infra/demo':
    /^(#shared\/|#infra\/(admin|demo|local)\/|#functions\/(store|rollup|guidance)\/|node:|pdfkit$|@aws-sdk\/)/,
  test: /^(#|[a-z@])/,
  '': /^(node:|vite$|vitest\/)/,
};

const topLevel =
  /^(functions|infra|shared|test|web|README\.md|cdk\.json|package(-lock)?\.json|tsconfig\.json|vite\.config\.ts|biome\.json|\..+)$/;

/** Addresses of package registries: which one serves a machine is that machine's affair. */
const registryAddress = /registry[.]\w|\bnpmjs[.]\w|[/]{2}[\w.-]*(registry|artifactory|verdaccio)/i;

/** Every file of the project, new ones included; what is built or installed is ignored. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));
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

function forbidden(file: string, source: string): string[] {
  const allowed = ruleOf(file);
  return importsOf(source)
    .filter((name) => !allowed.test(name))
    .map((name) => `${file} imports ${name}`);
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
    ['web/pages/form.tsx', "export const from = 'node:fs';"],
    ['functions/store/db.ts', "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';"],
    ['functions/web/handler.ts', "import { SQSClient } from '@aws-sdk/client-sqs';"],
    ['infra/demo/load-demo.ts', "import { reportStore } from '#functions/store/report-store.ts';"],
  ])('%s may say %j', (file, line) => {
    expect(forbidden(file, line)).toEqual([]);
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
