import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const law = readFileSync('infra/law.md', 'utf8');
const rows = [...law.matchAll(/\| (\d+) +\| `([A-Za-z_]+)` of `([\w/.-]+)`/g)].map(([, days, name, file]) => ({
  days: Number(days),
  name: name ?? '',
  file: file ?? '',
}));

it('the law page names how long things are kept by the constants that keep them', () => {
  expect(rows.length).toBeGreaterThan(9);
  for (const { days, name, file } of rows) {
    const source = readFileSync(file, 'utf8');
    expect({
      name,
      file,
      days: Number(new RegExp(`(?:const ${name} =|"${name}":) (\\d+)[;,]`).exec(source)?.[1]),
    }).toEqual({
      name,
      file,
      days,
    });
  }
});

/** Every place that gives what it stores an end, each by a number of its own. */
it('and leaves out no store that lets something expire', () => {
  const kept = [
    'report-store',
    'matter-store',
    'action-store',
    'device-key-store',
    'proposal-store',
    'unsubscribe-store',
    'reminder-store',
  ];
  for (const store of kept) expect(rows.map(({ file }) => file)).toContain(`functions/store/${store}.ts`);
});

it('marks what a lawyer must confirm, and links to what exists', () => {
  expect(law.match(/\[lawyer\]/g)?.length).toBeGreaterThan(8);
  const links = [...law.matchAll(/\]\(([\w./-]+)\)/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(2);
  for (const link of links) expect(existsSync(`infra/${link}`)).toBe(true);
});
