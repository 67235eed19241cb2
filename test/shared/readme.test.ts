import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { regimes } from '#shared/regimes.ts';
import { deadlines } from '#shared/units.ts';
import { aUnit, month } from '#test/shared/samples.ts';

const readme = readFileSync('shared/README.md', 'utf8');

it('names files that exist', () => {
  const named = [...readme.matchAll(/`([\w/-]+\.ts)`/g)].map(([, file]) => file);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((file) => !existsSync(`shared/${file}`))).toEqual([]);
});

it('has the figures of every regime', () => {
  const row = (name: string) =>
    readme.split('\n').find((line) => line.replace(/ +/g, ' ').startsWith(`| ${name} |`)) ?? '';
  for (const { from, to, attendance, minimumMinutes, grades, sources } of regimes) {
    expect(row('months')).toContain(to ? `${from} to ${to}` : `from ${from}`);
    expect(row('attendance')).toContain(`at least ${attendance.percent}%`);
    expect(row('shortest meeting')).toContain(
      `${minimumMinutes[0]?.regular} minutes; ${minimumMinutes[0]?.withThematic} with`,
    );
    expect(row('grades')).toContain(
      `Tốt from ${grades.good}, Khá from ${grades.fair}, Trung bình from ${grades.average}`,
    );
    for (const { number } of sources) expect(readme).toContain(number);
  }
});

it('has the days by which a month is due and closed', () => {
  const { due, closing } = deadlines(aUnit('hiep-hoa'), month('2021-02'));
  const dayOf = (instant: string) => Number(instant.slice(8, 10));
  expect(readme).toContain(
    `**Due** on the ${dayOf(due)}th of the next month and **official** after the ${dayOf(closing)}th`,
  );
});
