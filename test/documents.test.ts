import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resourcesOf, template } from '#test/infra/synthesized.ts';

const documents = [
  'functions/scorecards/README.md',
  'README.md',
  'infra/README.md',
  'infra/admin/archive/README.md',
  'infra/in-country.md',
  'infra/local/README.md',
  'shared/README.md',
  'test/README.md',
  'test/bench/README.md',
  'web/README.md',
];
const read = (path: string) => readFileSync(path, 'utf8');

describe.each(documents)('%s', (path) => {
  it('leads to what is there', () => {
    const links = [...read(path).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, to = '']) => join(dirname(path), to));
    expect(links.filter((to) => !existsSync(to))).toEqual([]);
  });

  it('names only files that are there', () => {
    const named = [...read(path).matchAll(/`([\w./-]+\.(?:ts|tsx|json|md))`/g)].map(([, name = '']) => name);
    const places = ['', dirname(path), 'shared', 'infra/local'];
    const generated = ['endpoints.json', 'manifest.json'];
    const lacking = named.filter(
      (name) => !generated.includes(name) && !places.some((place) => existsSync(join(place, name))),
    );
    expect(lacking).toEqual([]);
  });
});

describe('README.md', () => {
  it('gives commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const asked = documents.flatMap((path) =>
      [...read(path).matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name),
    );
    expect(asked.filter((name) => !(name in scripts))).toEqual([]);
    expect(scripts).toHaveProperty('start');
    expect(scripts).toHaveProperty('test');
  });

  it('is the command that the gate runs', () => {
    expect(read('README.md')).toContain('npm cit');
    expect(read('.ci/run').trim().split('\n').at(-1)).toBe('npm cit');
  });
});

describe('the tables of README.md', () => {
  const [, where = '', add = ''] = /## Where is…(.*)## How do I add…(.*)## Deploy/s.exec(read('README.md')) ?? [];
  const rowsOf = (part: string) =>
    [...part.matchAll(/^\| (?!-|what )(.+) \|$/gm)].map(([, row = '']) => row.split(' | '));

  it('have one link a row, which names its file, and no row that is wider than a screen', () => {
    const rows = [...rowsOf(where), ...rowsOf(add)];
    expect(rows.length).toBeGreaterThan(40);
    for (const row of rows) {
      expect(row.join(' | ').length, row[0]).toBeLessThan(160);
      expect([...row.join().matchAll(/\]\(/g)], row[0]).toHaveLength(1);
      expect(row.at(-1)?.trim(), row[0]).toMatch(/^\[([\w./-]+)\]\(\1\)$/);
    }
  });

  it.each(['a field of the report', 'an indicator', 'a regime', 'a language', 'a table', 'a route', 'an alarm'])(
    'say how to add %s',
    (what) => {
      expect(rowsOf(add).map(([first = '']) => first.trim())).toContain(what);
    },
  );
});

describe('infra/README.md', () => {
  it('has a heading for every alarm, and none for what is no alarm', () => {
    const alarms = Object.values(resourcesOf<{ AlarmDescription: string }>(template, 'AWS::CloudWatch::Alarm'));
    const described = alarms.map(({ Properties }) => /"(.+)"/.exec(Properties.AlarmDescription)?.[1]);
    const headings = [...read('infra/README.md').matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);
    // One heading may stand for several.
    expect(headings.toSorted()).toEqual([...new Set(described)].toSorted());
  });
});

describe('test/mutation.config.json', () => {
  const { mutate } = JSON.parse(read('test/mutation.config.json')) as { mutate: string[] };

  it.each(mutate.flatMap(eachName))('puts faults into %s, which is there', (path) => {
    expect(globSync(path)).toEqual([path]);
  });
});

/** @example eachName('shared/{rank,tally}.ts') //=> ['shared/rank.ts', 'shared/tally.ts'] */
function eachName(pattern: string): string[] {
  const [, before, names, after] = /^(.*)\{(.+)\}(.*)$/.exec(pattern) ?? [];
  return names?.split(',').map((name) => `${before}${name}${after}`) ?? [pattern];
}
