import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBuilt, noteBuilt, sourcesOf } from '#infra/demo/built.ts';

let root: string;
const write = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
const remove = (path: string) => rmSync(join(root, path), { recursive: true });
const move = (from: string, to: string) => renameSync(join(root, from), join(root, to));
/** As Vite and CDK do. */
const build = () => {
  const sources = sourcesOf(root);
  write('web/dist/.vite/manifest.json', '{}');
  write('cdk.out/manifest.json', '{}');
  write('cdk.out/Stack.template.json', '{}');
  write('cdk.out/asset.1/index.mjs', '');
  noteBuilt(root, sources);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'so-chi-bo-built-'));
  write('package.json', '{}');
  write('vite.config.ts', '');
  write('node_modules/.package-lock.json', '{}');
  for (const folder of ['functions', 'infra', 'shared', 'web']) write(`${folder}/deep/one.ts`, 'one');
  write('infra/stages/local.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('what is built is used again', () => {
  it('is not built in a fresh folder', () => expect(isBuilt(root)).toBe(false));

  it('is built after a build', () => {
    build();
    expect(isBuilt(root)).toBe(true);
  });

  it.each<[string, () => void]>([
    ['a test has changed', () => write('test/one.test.ts', 'x')],
    ['a document has changed', () => write('infra/README.md', 'x')],
    ['the system has stored something', () => write('.local/users.json', 'x')],
  ])('also after %s', (_, change) => {
    build();
    change();
    expect(isBuilt(root)).toBe(true);
  });

  it.each<[string, () => void]>([
    ['a function has changed', () => write('functions/deep/one.ts', 'two')],
    ['a page has changed', () => write('web/deep/one.ts', 'two')],
    ['a rule has changed', () => write('shared/deep/one.ts', 'two')],
    ['the stack has changed', () => write('infra/deep/one.ts', 'two')],
    ['a stage has changed', () => write('infra/stages/local.json', '{"x":1}')],
    ['a file is new', () => write('shared/deep/two.ts', '')],
    ['a file is gone', () => remove('shared/deep/one.ts')],
    ['a file has another name', () => move('shared/deep/one.ts', 'shared/deep/eno.ts')],
    ['a file has moved', () => move('shared/deep/one.ts', 'shared/one.ts')],
    ['a setting has changed', () => write('vite.config.ts', 'x')],
    ['a setting is new', () => write('cdk.context.json', '{}')],
    ['other packages are installed', () => write('node_modules/.package-lock.json', '{"x":1}')],
    ['the pages are gone', () => remove('web/dist')],
    ['a bundle is gone', () => remove('cdk.out/asset.1')],
    ['the assembly is gone', () => remove('cdk.out')],
    ['another stage was synthesized', () => write('cdk.out/Stack.template.json', '{"x":1}')],
    ['another stage was synthesized beside it', () => write('cdk.out/Other.template.json', '{}')],
  ])('but not after %s', (_, change) => {
    build();
    change();
    expect(isBuilt(root)).toBe(false);
  });

  it('what changes during a build is built the next time', () => {
    const sources = sourcesOf(root);
    write('web/deep/one.ts', 'two');
    write('cdk.out/manifest.json', '{}');
    noteBuilt(root, sources);
    expect(isBuilt(root)).toBe(false);
  });
});
